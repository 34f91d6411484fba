namespace MicroApps;

/// <summary>A prompt that the app keeps in a file.</summary>
public sealed record ManifestPrompt
{
    /// <summary>The prompt's id: kebab-case, unique in the manifest.</summary>
    public required string Id { get; init; }

    /// <summary>The file, relative to the manifest's folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The prompt's version, or null.</summary>
    public string? Version { get; init; }

    /// <summary>The digest of the file's bytes, <c>sha256:</c> and 64 hex digits; null only when the manifest was parsed without its folder and gives none.</summary>
    public string? Digest { get; init; }
}
