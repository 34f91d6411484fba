using System.Collections.Frozen;

namespace MicroApps;

/// <summary>The files of a source, in an order that does not depend on the file system.</summary>
internal static class SourceFiles
{
    private static readonly FrozenSet<string> s_foldersOfTools =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".git", ".svn", ".hg", "node_modules", "bin", "obj", ".vs", ".idea");

    // Hidden files count; a folder that may not be read is an error, which is told, and not passed over.
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Paths as the caller wrote the first one, with the reason why one is not to be read, or null.</summary>
    public static IEnumerable<(string Path, string? Unread)> Below(string path)
    {
        if (File.Exists(path))
            return [(path, null)];
        try
        {
            return Directory.GetFiles(path, "*", s_everything).Order(StringComparer.Ordinal).Select(f => (f, ReasonOf(new FileInfo(f))))
                .Concat(Directory.GetDirectories(path, "*", s_everything).Order(StringComparer.Ordinal)
                    .Where(d => !s_foldersOfTools.Contains(Path.GetFileName(d)))
                    .SelectMany(d => ReasonOf(new DirectoryInfo(d)) is { } link ? [(d, link)] : Below(d)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [(path, e.Message)];
        }
    }

    private static string? ReasonOf(FileSystemInfo entry) => entry.LinkTarget is null ? null : "a link";
}
