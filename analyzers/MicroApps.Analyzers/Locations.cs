using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>Decides which places a user can see.</summary>
internal static class Locations
{
    /// <summary>Whether the place is in a file of the user, or was generated from one: not in the code of a source generator alone.</summary>
    public static bool IsShown(this Location location) =>
        location.SourceTree is not { FilePath: var path } || !(path.Contains("/obj/") || path.Contains("\\obj\\")) || location.GetMappedLineSpan().HasMappedPath;
}
