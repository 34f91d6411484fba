namespace MicroApps.Rego;

/// <summary>Reads the files of a bundle from a folder.</summary>
internal static class BundleFolder
{
    private const int MostDepth = 64;

    public static BundleFiles Read(string folder, RegoBundleOptions options)
    {
        var files = new BundleFiles(options);
        Read(new DirectoryInfo(folder), "", options.Keys.Count > 0, files, 0);
        return files;
    }

    private static void Read(DirectoryInfo folder, string prefix, bool takesAll, BundleFiles files, int depth)
    {
        if (depth > MostDepth)
            throw RegoBundle.Refuse(prefix, "folders are nested too deeply");
        foreach (var file in folder.GetFiles())
        {
            if (!takesAll && !IsWanted(file.Name, depth))
                continue;
            files.CheckSize(prefix + file.Name, file.Length);
            files.Add(prefix + file.Name, File.ReadAllBytes(file.FullName));
        }

        foreach (var inner in folder.GetDirectories())
            if (inner.Name[0] != '.' && (inner.Attributes & FileAttributes.ReparsePoint) == 0)
                Read(inner, $"{prefix}{inner.Name}/", takesAll, files, depth + 1);
    }

    // What is signed is signed with all its files; otherwise a folder may hold others.
    private static bool IsWanted(string name, int depth) =>
        name.EndsWith(".rego", StringComparison.Ordinal) || BundleFiles.IsData(name) || (depth == 0 && name is RegoBundle.ManifestName or RegoBundle.SignaturesName);
}
