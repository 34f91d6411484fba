namespace MicroApps;

/// <summary>Who uses the app.</summary>
public sealed record ManifestUsers
{
    /// <summary>How far the app reaches.</summary>
    public required Reach Reach { get; init; }

    /// <summary>How many people are expected, or null.</summary>
    public int? Expected { get; init; }
}
