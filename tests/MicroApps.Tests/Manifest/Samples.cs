namespace MicroApps.Tests;

internal static class Samples
{
    public static string FullYaml { get; } = ManifestCase.Load("valid/full").Yaml;

    public static Manifest Full { get; } = Parse(FullYaml);

    public static Manifest Minimal { get; } = Parse(ManifestCase.Load("valid/minimal").Yaml);

    public static Manifest Parse(string yaml) => Manifest.Parse(yaml, "microapp.yaml", ManifestCase.Folder);

    public static IReadOnlyList<ManifestError> Errors(string yaml) => ManifestReader.Read(yaml, "microapp.yaml", null).Errors;
}
