using System.Collections.Concurrent;

namespace MicroApps.Detection.Tests.WorldIds;

/// <summary>Scans for one type alone, as a user who enables it would.</summary>
internal static class Texts
{
    private static readonly ConcurrentDictionary<string, TextScanner> Scanners = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Find(string type, string text) =>
        [.. Scanners.GetOrAdd(type, For).Scan(text).Select(f => text.Substring(f.Start, f.Length))];

    private static TextScanner For(string type)
    {
        var options = new TextScannerOptions();
        options.Types.Clear();
        options.Types.Add(EntityTypes.Find(type) ?? throw new ArgumentException($"There is no type {type}.", nameof(type)));
        return new(options);
    }
}
