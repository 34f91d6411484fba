namespace MicroApps;

/// <summary>A source of data that the app reads.</summary>
public sealed record ManifestDataSource
{
    /// <summary>The source's id: kebab-case, unique in the manifest.</summary>
    public required string Id { get; init; }

    /// <summary>How sensitive the data is.</summary>
    public required DataClass Class { get; init; }

    /// <summary>The region that the data lies in, or null when it is bound to none.</summary>
    public string? Residency { get; init; }

    /// <summary>What the data is, or null.</summary>
    public string? Description { get; init; }
}
