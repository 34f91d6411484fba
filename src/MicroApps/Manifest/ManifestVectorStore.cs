namespace MicroApps;

/// <summary>A vector store that the app may use.</summary>
public sealed record ManifestVectorStore
{
    /// <summary>The store's id: kebab-case, unique in the manifest.</summary>
    public required string Id { get; init; }

    /// <summary>Who serves it, in kebab-case; null for the app's own store.</summary>
    public string? Provider { get; init; }

    /// <summary>The most sensitive data that may be put in.</summary>
    public required DataClass Class { get; init; }

    /// <summary>The region that it lies in, or null when it is bound to none.</summary>
    public string? Residency { get; init; }

    /// <summary>Who may read it; private unless told otherwise.</summary>
    public VectorVisibility Visibility { get; init; }
}
