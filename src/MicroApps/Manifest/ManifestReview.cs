namespace MicroApps;

/// <summary>When the app is looked at again.</summary>
public sealed record ManifestReview
{
    /// <summary>The time between reviews; null lets the risk decide.</summary>
    public Period? Interval { get; init; }

    /// <summary>The day of the last review, or null.</summary>
    public DateOnly? Last { get; init; }
}
