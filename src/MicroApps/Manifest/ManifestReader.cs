namespace MicroApps;

/// <summary>Reads manifests and says everything that is wrong with them, as values: for tools, editors and the build.</summary>
public static class ManifestReader
{
    /// <summary>The most bytes that a manifest may have, in UTF-8.</summary>
    public const int MaxBytes = ManifestText.MaxBytes;

    /// <summary>Reads a manifest from text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">The name that errors give the file.</param>
    /// <param name="baseDirectory">The app's folder, in which prompt files are looked up and hashed; null leaves files alone.</param>
    /// <returns>The manifest, or all errors by place.</returns>
    public static ManifestReading Read(string yaml, string fileName, string? baseDirectory)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(fileName);
        return ManifestText.Read(yaml, fileName, baseDirectory is null ? null : new AppFolder(baseDirectory).Hash);
    }

    /// <summary>Reads a manifest from a file, and the prompt files next to it.</summary>
    /// <param name="path">The file, usually <c>microapp.yaml</c>.</param>
    /// <returns>The manifest, or all errors by place; a file that cannot be read is an error as well.</returns>
    public static ManifestReading ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileName(path);
        if (!AppFolder.TryReadText(path, MaxBytes, out var text, out var problem, out var mend))
            return new(null, [new(name, 1, 1, "", problem, mend)], null);
        return Read(text, name, Path.GetDirectoryName(Path.GetFullPath(path)));
    }
}
