namespace MicroApps.Rego;

/// <summary>What <c>.manifest</c> says: the revision, and which paths under <c>data</c> the bundle owns.</summary>
internal sealed record BundleManifest(string Revision, IReadOnlyList<string> Roots)
{
    public static BundleManifest Default { get; } = new("", [""]);

    public static BundleManifest Read(RegoValue manifest)
    {
        if (manifest is not ObjectValue)
            throw Refuse("the manifest is no object");
        var revision = manifest.Find(RegoValue.From("revision"));
        if (revision is not (null or StringValue))
            throw Refuse("the revision is no text");
        var roots = manifest.Find(RegoValue.From("roots")) switch
        {
            null => [""],
            ArrayValue array when Array.TrueForAll(array.Items, i => i is StringValue) => array.Items.Select(i => ((StringValue)i).Value.Trim('/')).ToArray(),
            _ => throw Refuse("the roots are no array of texts"),
        };
        for (var i = 0; i < roots.Length; i++)
            for (var j = 0; j < roots.Length; j++)
                if (i != j && Covers(roots[i], roots[j]))
                    throw Refuse($"the roots {roots[i]} and {roots[j]} overlap");
        return new((revision as StringValue)?.Value ?? "", roots);
    }

    public void CheckData(RegoValue data) => CheckData(data, "");

    public void CheckModules(IReadOnlyDictionary<string, string> modules)
    {
        foreach (var module in modules)
        {
            // What is wrong with a source is told when it is compiled.
            List<RegoError> errors = [];
            var package = string.Join("/", ModuleParser.Parse(module.Key, module.Value, errors).Package);
            if (!IsOwned(package))
                throw RegoBundle.Refuse(module.Key, $"the package {package.Replace('/', '.')} is outside of the roots of the bundle");
        }
    }

    private void CheckData(RegoValue value, string path)
    {
        if (IsOwned(path))
            return;
        if (value is not ObjectValue items || (path.Length > 0 && !Roots.Any(root => Covers(path, root))))
            throw Refuse($"data.{path.Replace('/', '.')} is outside of the roots of the bundle");
        for (var i = 0; i < items.Keys.Length; i++)
            CheckData(items.Values[i], (path.Length == 0 ? "" : path + "/") + (items.Keys[i] as StringValue)?.Value);
    }

    private bool IsOwned(string path) => Roots.Any(root => Covers(root, path));

    private static bool Covers(string root, string path) => root.Length == 0 || path == root || path.StartsWith(root + "/", StringComparison.Ordinal);

    private static RegoException Refuse(string message) => RegoBundle.Refuse(RegoBundle.ManifestName, message);
}
