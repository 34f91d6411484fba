namespace MicroApps;

/// <summary>What protects the app itself from overload.</summary>
public sealed record ManifestLimits
{
    /// <summary>The most calls at the same time, or null.</summary>
    public int? Concurrency { get; init; }

    /// <summary>The most bytes of text in one call, or null.</summary>
    public int? PayloadBytes { get; init; }

    /// <summary>The most calls in any minute, or null.</summary>
    public int? RequestsPerMinute { get; init; }
}
