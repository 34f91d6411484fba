using System.Runtime.CompilerServices;

namespace Repo.Tests;

/// <summary>The files of this repository as they lie on disk, without what a build leaves behind.</summary>
internal static class RepoFiles
{
    private static readonly string[] s_builtFolders = ["bin", "obj", "artifacts", ".git", "TestResults", ".microapp", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static string FullPath(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(FullPath(relative)).ReplaceLineEndings("\n");

    /// <summary>Paths relative to the root, with slashes, in ordinal order. A folder that does not exist holds no files.</summary>
    public static IReadOnlyList<string> Find(string folder, string pattern)
    {
        var found = new List<string>();
        if (Directory.Exists(FullPath(folder)))
            Add(new DirectoryInfo(FullPath(folder)), pattern, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Add(DirectoryInfo folder, string pattern, List<string> found)
    {
        found.AddRange(folder.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        foreach (var inner in folder.EnumerateDirectories().Where(inner => !s_builtFolders.Contains(inner.Name)))
            Add(inner, pattern, found);
    }

    private static string FindRoot([CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Sdk.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No Sdk.sln above " + caller);
    }
}
