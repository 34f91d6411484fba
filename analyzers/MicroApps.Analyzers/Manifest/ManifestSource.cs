using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>The manifest among the additional files.</summary>
internal static class ManifestSource
{
    public const string Name = "microapp.yaml";

    private static readonly ContentCache<ManifestReading> s_readings = new(16);

    public static bool Is(AdditionalText file) => Is(file.Path);

    /// <summary>What the runtime's reader says. Prompt files are not looked at: they are no part of the compilation.</summary>
    public static ManifestReading Read(ContentFile file) => s_readings.Get(file.Key, () => ManifestText.Read(file.Source.ToString(), Name, hash: null));

    private static bool Is(string path) =>
        path.EndsWith(Name, StringComparison.OrdinalIgnoreCase) && (path.Length == Name.Length || path[path.Length - Name.Length - 1] is '/' or '\\');
}
