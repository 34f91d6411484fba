namespace MicroApps;

/// <summary>Something the app may do beyond reading and answering.</summary>
public sealed record ManifestPrivilegedAction
{
    /// <summary>The action, in kebab-case; unique in the manifest.</summary>
    public required string Action { get; init; }

    /// <summary>Why the app needs it.</summary>
    public required string Reason { get; init; }
}
