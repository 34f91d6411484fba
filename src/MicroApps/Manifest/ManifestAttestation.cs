namespace MicroApps;

/// <summary>What a provider has stated about its service.</summary>
public sealed record ManifestAttestation
{
    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>What it stated, such as <c>zero data retention</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>Where it is filed, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The last day on which it holds, or null when it has no end.</summary>
    public DateOnly? Expires { get; init; }
}
