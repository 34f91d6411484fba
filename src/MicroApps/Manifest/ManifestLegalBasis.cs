namespace MicroApps;

/// <summary>Why personal data may be processed.</summary>
public sealed record ManifestLegalBasis
{
    /// <summary>The basis.</summary>
    public required LegalBasisKind Basis { get; init; }

    /// <summary>The text that people agree to, or null.</summary>
    public string? Consent { get; init; }

    /// <summary>Where the reasoning is filed, or null.</summary>
    public string? Reference { get; init; }
}
