namespace MicroApps;

/// <summary>What happens when the app is retired.</summary>
public sealed record ManifestDecommission
{
    /// <summary>Whether its records in vector stores are deleted; yes unless told otherwise.</summary>
    public bool DeleteVectors { get; init; } = true;

    /// <summary>Whether its caches are deleted; yes unless told otherwise.</summary>
    public bool DeleteCaches { get; init; } = true;

    /// <summary>Whom to ask about what remains, or null for the owner.</summary>
    public string? Contact { get; init; }
}
