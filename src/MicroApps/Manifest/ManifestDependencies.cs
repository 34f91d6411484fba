namespace MicroApps;

/// <summary>What the app is built from.</summary>
public sealed record ManifestDependencies
{
    /// <summary>The CycloneDX file, relative to the manifest's folder, or null.</summary>
    public string? Sbom { get; init; }

    /// <summary>Whether the app depends on open source that counts as high-risk.</summary>
    public bool HighRisk { get; init; }
}
