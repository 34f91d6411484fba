using System.Collections.Concurrent;

namespace MicroApps.Rego;

/// <summary>Finds time zones by name: in the files of the time zone database or, on a platform without them, as the platform does.</summary>
internal static class Zones
{
    private const int MostKept = 1_024;
    private const int MostBytes = 1 << 20;

    private static readonly string[] Places = ["/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"];
    private static readonly ConcurrentDictionary<string, Zone> Kept = new(StringComparer.Ordinal);

    /// <summary>The zone, or null and what is wrong with its name.</summary>
    public static Zone? Find(string name, out string error)
    {
        error = "";
        if (name is "" or "UTC")
            return Zone.Utc;
        if (Kept.TryGetValue(name, out var zone))
            return zone;
        if (name == "Local")
            zone = TimeZoneInfo.Local.Id is var id and not "Local" ? Find(id, out _) ?? new SystemZone(TimeZoneInfo.Local) : new SystemZone(TimeZoneInfo.Local);
        else if (name[0] is '/' or '\\' || name.Contains(".."))
            error = "time: invalid location name";
        else
            zone = Array.Exists(Places, Directory.Exists) ? FromFiles(name, out error) : FromSystem(name, out error);
        if (zone is not null && Kept.Count < MostKept)
            Kept[name] = zone;
        return zone;
    }

    private static Zone? FromFiles(string name, out string error)
    {
        error = "";
        foreach (var place in Places)
        {
            if (Directory.Exists(place + name))
                error = "is a directory";
            else if (File.Exists(place + name))
            {
                if (TryRead(place + name) is { } data && ZoneFile.Read(data) is { } zone)
                    return zone;
                error = "malformed time zone information";
            }
        }

        if (error.Length == 0)
            error = $"unknown time zone {name}";
        return null;
    }

    private static byte[]? TryRead(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SystemZone? FromSystem(string name, out string error)
    {
        error = "";
        try
        {
            return new(TimeZoneInfo.FindSystemTimeZoneById(name));
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            error = $"unknown time zone {name}";
            return null;
        }
    }
}
