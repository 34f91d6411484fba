namespace MicroApps.Cli;

/// <summary>Finds and reads a manifest.</summary>
internal static class ManifestFile
{
    public const string DefaultName = "microapp.yaml";

    /// <summary>The file that a path means: a folder means the <c>microapp.yaml</c> in it.</summary>
    /// <exception cref="CliException">There is no such file.</exception>
    public static string Find(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, DefaultName) : path;
        return File.Exists(file)
            ? file
            : throw new CliException($"There is no manifest at '{file}'. Give the path of a microapp.yaml or of the folder that it is in.");
    }

    /// <summary>Reads a manifest; the errors name the file as it was given, so that editors find it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static (Manifest? Manifest, IReadOnlyList<ManifestError> Errors) Read(string file)
    {
        // What cannot be opened is no mistake in the manifest.
        using (File.OpenRead(file))
        {
        }

        var reading = ManifestReader.ReadFile(file);
        return (reading.Manifest, [.. reading.Errors.Select(e => e with { File = file })]);
    }

    /// <summary>Reads a manifest that must be valid.</summary>
    /// <exception cref="CliException">It is not.</exception>
    public static Manifest Load(string path)
    {
        var file = Find(path);
        var (manifest, errors) = Read(file);
        return manifest ?? throw new CliException(
            $"the manifest has {Plain.Count(errors.Count, "error")}:{Environment.NewLine}{string.Join(Environment.NewLine, errors.Select(e => Plain.Text(e.ToString())))}");
    }
}
