using System.Collections.Immutable;
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

    /// <summary>The manifest of the project; null when there is none, more than one, or it is not valid.</summary>
    public static Manifest? Only(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        AdditionalText? only = null;
        foreach (var file in files)
            if (Is(file) && only is null)
                only = file;
            else if (Is(file))
                return null;
        return only is not null && ContentFile.Open(only, cancellation) is { } content ? Read(content).Manifest : null;
    }

    public static bool Is(string path) =>
        path.EndsWith(Name, StringComparison.OrdinalIgnoreCase) && (path.Length == Name.Length || path[path.Length - Name.Length - 1] is '/' or '\\');
}
