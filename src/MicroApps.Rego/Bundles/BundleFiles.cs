namespace MicroApps.Rego;

/// <summary>The files of a bundle by their paths, with limits. A path has names between slashes and none that leads elsewhere.</summary>
internal sealed class BundleFiles(RegoBundleOptions options)
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private long _bytes;

    public IEnumerable<KeyValuePair<string, byte[]>> InOrder => _files;

    public byte[]? Find(string path) => _files.TryGetValue(path, out var content) ? content : null;

    /// <summary>How many bytes may still be added.</summary>
    public long Left => options.MaxBytes - _bytes;

    public void Add(string path, byte[] content)
    {
        CheckSize(path, content.Length);
        _bytes += content.Length;
        if (_files.ContainsKey(path))
            throw RegoBundle.Refuse(path, "the bundle holds this file twice");
        if (_files.Count >= options.MaxFiles)
            throw RegoBundle.Refuse(path, $"the bundle has more than {options.MaxFiles} files");
        _files[path] = content;
    }

    public void CheckSize(string path, long size)
    {
        if (size > Left)
            throw RegoBundle.Refuse(path, $"the bundle has more than {options.MaxBytes} bytes");
    }

    /// <summary>The path of an entry as it is kept; null for the bundle's own folder.</summary>
    public static string? PathOf(string entry)
    {
        List<string> names = [.. entry.Split('/').Where(name => name is not ("" or "."))];
        if (names.Any(name => name == ".." || name.IndexOfAny(['\\', ':', '\0']) >= 0))
            throw RegoBundle.Refuse(entry, "the path leads out of the bundle");
        return names.Count == 0 ? null : string.Join("/", names);
    }

    /// <summary>Whether a file says what is under <c>data</c> at the path of its folder.</summary>
    public static bool IsData(string path) => path.Substring(path.LastIndexOf('/') + 1) is "data.json" or "data.yaml" or "data.yml";

    /// <summary>What a file of data says: YAML, unless its name ends with <c>.json</c>.</summary>
    public static RegoValue Document(string path, byte[] content)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Json(path, content);
        try
        {
            return YamlReader.Read(RegoBundle.Text(content));
        }
        catch (YamlException e)
        {
            throw RegoBundle.Refuse(path, e.Message);
        }
    }

    public static RegoValue Json(string path, byte[] content)
    {
        try
        {
            return RegoValue.Parse(content);
        }
        catch (FormatException e)
        {
            throw RegoBundle.Refuse(path, $"no JSON: {e.Message}");
        }
    }
}
