namespace MicroApps;

public sealed partial record Manifest
{
    /// <summary>Reads a manifest from a file, and the prompt files next to it.</summary>
    /// <param name="path">The file, usually <c>microapp.yaml</c>.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ManifestException">The file cannot be read or is not valid; holds all errors.</exception>
    public static Manifest Load(string path) => Take(ManifestReader.ReadFile(path));

    /// <summary>Reads a manifest from text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">The name that errors give the file.</param>
    /// <param name="baseDirectory">The app's folder, in which prompt files are looked up and hashed; null leaves files alone.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ManifestException">The text is not a valid manifest; holds all errors.</exception>
    public static Manifest Parse(string yaml, string fileName, string? baseDirectory) => Take(ManifestReader.Read(yaml, fileName, baseDirectory));

    private static Manifest Take(ManifestReading reading) => reading.Manifest ?? throw new ManifestException(reading.Errors);
}
