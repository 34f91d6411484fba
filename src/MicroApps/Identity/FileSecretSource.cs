namespace MicroApps;

/// <summary>Secrets from a folder with one file for each secret, as Kubernetes and Docker mount them.</summary>
/// <remarks>A file is read again when its time of change differs, so that a rotated secret is picked up at the next use.</remarks>
public sealed class FileSecretSource : SecretSource
{
    private const long MaxBytes = 64 * 1024;
    private readonly string _folder;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTime ChangedAt, string Value)> _cache = new(StringComparer.Ordinal);

    /// <summary>Creates the source over a folder; it need not exist yet.</summary>
    public FileSecretSource(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
    }

    /// <inheritdoc />
    public override string Description => $"the folder '{_folder}'";

    /// <inheritdoc />
    protected override string? FindCore(string name)
    {
        if (name.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) || name is "." or "..")
            throw new SecretException(name, "A secret's name is a plain file name without a path.");

        var file = new FileInfo(Path.Combine(_folder, name));
        if (!file.Exists)
            return null;

        lock (_gate)
        {
            // A mounted secret is a symbolic link that is switched over: its target's time tells of a rotation.
            var changedAt = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).LastWriteTimeUtc;
            if (!_cache.TryGetValue(name, out var cached) || cached.ChangedAt != changedAt)
                _cache[name] = cached = (changedAt, Read(name, file));
            return cached.Value;
        }
    }

    private static string Read(string name, FileInfo file)
    {
        try
        {
            return file.Length <= MaxBytes
                ? File.ReadAllText(file.FullName)
                : throw new SecretException(name, $"The secret file '{file.FullName}' is larger than 64 KiB. It should hold the secret alone.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SecretException(name, $"The secret file '{file.FullName}' cannot be read. Give the process read access to it.", e);
        }
    }
}
