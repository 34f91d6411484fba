namespace MicroApps.Rego;

/// <content>Several sources of policies at once.</content>
public sealed partial class RegoBundle
{
    /// <summary>Reads files and folders and puts them together: <c>.rego</c> files, <c>.json</c> and <c>.yaml</c> files (data at the root), folders and <c>.tar.gz</c> archives.</summary>
    /// <param name="paths">The paths; modules are named by them.</param>
    /// <param name="options">Limits and keys, for each of them; null for defaults.</param>
    /// <exception cref="RegoException">One of them is refused, or two define the same data.</exception>
    /// <exception cref="IOException">One of them does not exist or cannot be read.</exception>
    public static RegoBundle Load(IEnumerable<string> paths, RegoBundleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        options ??= new();
        Dictionary<string, string> modules = new(StringComparer.Ordinal);
        RegoValue data = ObjectValue.Empty;
        List<string> roots = [], revisions = [];
        foreach (var path in paths)
        {
            var bundle = LoadNamed(path, options);
            foreach (var (file, source) in bundle.Modules)
                modules[Named(path, file)] = source;
            data = DataMerge.Add(data, [path], bundle.Data, path);
            roots.AddRange(bundle.Roots);
            revisions.Add(bundle.Revision);
        }

        return new(modules, data, new(string.Join(' ', revisions.Where(r => r.Length > 0)), [.. roots.Distinct(StringComparer.Ordinal)]));
    }

    // The files of a bundle are named in it; which bundle it is, is said as well.
    private static RegoBundle LoadNamed(string path, RegoBundleOptions options)
    {
        try
        {
            return Load(path, options);
        }
        catch (RegoException e)
        {
            throw new RegoException([.. e.Errors.Select(error => error.File == path ? error : error with { File = Named(path, error.File) })]);
        }
    }

    private static RegoBundle Load(string path, RegoBundleOptions options)
    {
        if (Directory.Exists(path))
            return FromFolder(path, options);
        if (path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
        {
            using var archive = File.OpenRead(path);
            return FromArchive(archive, options);
        }

        if (new FileInfo(path) is { Exists: true } file && file.Length > options.MaxBytes)
            throw Refuse(path, $"the file has more than {options.MaxBytes} bytes");
        var content = File.ReadAllBytes(path);
        if (Path.GetExtension(path).ToUpperInvariant() is ".JSON" or ".YAML" or ".YML")
            return new(new Dictionary<string, string>(), DataMerge.Add(ObjectValue.Empty, [path], BundleFiles.Document(path, content), path), BundleManifest.Default);
        return new(new Dictionary<string, string> { [""] = Text(content) }, ObjectValue.Empty, BundleManifest.Default);
    }

    private static string Named(string path, string file) => file.Length == 0 ? path : $"{path.TrimEnd('/', '\\')}/{file}";
}
