using System.Text;

namespace MicroApps.Rego;

/// <summary>Policies and data that are delivered together: a folder, or an archive made by <c>opa build</c>.</summary>
/// <remarks>Immutable; thread-safe.</remarks>
public sealed partial class RegoBundle
{
    internal const string ManifestName = ".manifest", SignaturesName = ".signatures.json";

    private RegoBundle(IReadOnlyDictionary<string, string> modules, RegoValue data, BundleManifest manifest) =>
        (Modules, Data, Revision, Roots) = (modules, data, manifest.Revision, manifest.Roots);

    /// <summary>The sources of Rego by their paths in the bundle.</summary>
    public IReadOnlyDictionary<string, string> Modules { get; }

    /// <summary>What every <c>data.json</c> and <c>data.yaml</c> says, under the path of its folder.</summary>
    public RegoValue Data { get; }

    /// <summary>The revision in <c>.manifest</c>; empty for none.</summary>
    public string Revision { get; }

    /// <summary>The paths under <c>data</c> that the bundle owns, with slashes; an empty one is all of <c>data</c>.</summary>
    public IReadOnlyList<string> Roots { get; }

    /// <summary>Reads a folder: every <c>.rego</c> file, every <c>data.json</c>, <c>data.yaml</c> and <c>data.yml</c>, and <c>.manifest</c>. Folders whose names begin with a dot are left out.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">Limits and keys; null for defaults.</param>
    /// <exception cref="RegoException">A file is too large, is no JSON or YAML, or lies outside of the roots; or a signature is missing or wrong.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static RegoBundle FromFolder(string path, RegoBundleOptions? options = null)
    {
        _ = path ?? throw new ArgumentNullException(nameof(path));
        options ??= new();
        return From(BundleFolder.Read(path, options), options);
    }

    /// <summary>Adds the modules to a compiler.</summary>
    public void AddTo(RegoCompiler compiler)
    {
        _ = compiler ?? throw new ArgumentNullException(nameof(compiler));
        foreach (var module in Modules.OrderBy(m => m.Key, StringComparer.Ordinal))
            compiler.Add(module.Key, module.Value);
    }

    internal static RegoException Refuse(string file, string message) => new([new("rego_bundle_error", message, file)]);

    private static RegoBundle From(BundleFiles files, RegoBundleOptions options)
    {
        BundleSignature.Verify(files, options);
        var manifest = files.Find(ManifestName) is { } text ? BundleManifest.Read(BundleFiles.Json(ManifestName, text)) : BundleManifest.Default;
        Dictionary<string, string> modules = new(StringComparer.Ordinal);
        RegoValue data = ObjectValue.Empty;
        foreach (var file in files.InOrder)
        {
            var (path, content) = (file.Key, file.Value);
            if (path.EndsWith(".rego", StringComparison.Ordinal))
                modules[path] = Text(content);
            else if (BundleFiles.IsData(path))
                data = DataMerge.Add(data, path.Split('/'), BundleFiles.Document(path, content), path);
        }

        manifest.CheckData(data);
        manifest.CheckModules(modules);
        return new(modules, data, manifest);
    }

    // A mark of the byte order at the beginning is no part of the source.
    internal static string Text(byte[] content) => content is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(content, 3, content.Length - 3) : Encoding.UTF8.GetString(content);
}
