namespace MicroApps.Rego;

/// <summary>A zone of a platform that keeps its zones elsewhere than in files: whole minutes, without abbreviations.</summary>
internal sealed class SystemZone(TimeZoneInfo zone) : Zone
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>The period counts as empty, as its ends are unknown.</summary>
    public override ZonePeriod At(long seconds)
    {
        var instant = DateTimeOffset.FromUnixTimeSeconds(Math.Min(Last, Math.Max(First, seconds)));
        return new(seconds, seconds, (int)zone.GetUtcOffset(instant).TotalSeconds, "");
    }
}
