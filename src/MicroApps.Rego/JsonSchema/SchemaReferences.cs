namespace MicroApps.Rego;

/// <summary>Finds what <c>$ref</c> refers to. Only what is in the document itself is found: nothing is fetched, from no network and no file.</summary>
internal sealed class SchemaReferences
{
    private const int MostDepth = 512;

    private readonly RegoValue _root;
    private readonly Dictionary<string, RegoValue> _known = new(StringComparer.Ordinal);

    public SchemaReferences(RegoValue root)
    {
        _root = root;
        Collect(root, "", 0);
    }

    /// <summary>The base for references in a schema: its own identity, or that of what is around it.</summary>
    public static string BaseOf(RegoValue schema, string outer) => Identity(schema) is { } id ? Combine(outer, id) : outer;

    /// <summary>The schema that a reference stands for, its full name, and the base for references in it.</summary>
    public (RegoValue Schema, string Name, string Base) Find(string reference, string from)
    {
        var name = Combine(from, reference);
        if (_known.TryGetValue(name, out var whole))
            return (whole, name, name);
        var hash = name.IndexOf('#');
        var (document, fragment) = hash < 0 ? (name, "") : (name.Substring(0, hash), name.Substring(hash + 1));
        if (!_known.TryGetValue(document, out var schema) && document.Length > 0)
            throw new SchemaException(Uri.TryCreate(document, UriKind.Absolute, out var uri) && uri.Scheme.Length > 1
                ? $"remote reference {document} is not allowed"
                : $"Reference {document} must be canonical");
        schema ??= _root;
        var at = document;
        if (fragment.Length > 0 && fragment[0] != '/')
            throw new SchemaException($"Reference {name} is not in the schema");
        foreach (var part in fragment.Length == 0 ? [] : fragment.Substring(1).Split('/'))
        {
            var key = Unescape(part);
            schema = Step(schema, key);
            at = BaseOf(schema, at);
        }

        return (schema, name, at);
    }

    private static RegoValue Step(RegoValue value, string key) => value switch
    {
        ObjectValue => value.Find(RegoValue.From(key)) ?? throw new SchemaException($"Object has no key '{key}'"),
        ArrayValue { Items: var items } => int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < items.Length
            ? items[index]
            : throw new SchemaException($"Out of bound array[0,{items.Length}] index '{key}'"),
        _ => throw new SchemaException($"Invalid token reference '{key}'"),
    };

    private static string Unescape(string part) => Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");

    private static string? Identity(RegoValue schema) => ((schema.Find(RegoValue.From("$id")) ?? schema.Find(RegoValue.From("id"))) as StringValue)?.Value;

    private static string Combine(string outer, string reference)
    {
        var hash = outer.IndexOf('#');
        var document = hash < 0 ? outer : outer.Substring(0, hash);
        var name = reference.Length > 0 && reference[0] == '#' ? document + reference
            : reference.Contains("://") && Uri.TryCreate(reference, UriKind.Absolute, out var whole) ? whole.AbsoluteUri
            : Uri.TryCreate(document, UriKind.Absolute, out var known) && Uri.TryCreate(known, reference, out var full) ? full.AbsoluteUri
            : reference;
        // "a#" and "a" are one.
        return name.Length > 0 && name[name.Length - 1] == '#' ? name.Substring(0, name.Length - 1) : name;
    }

    private void Collect(RegoValue value, string outer, int depth)
    {
        if (depth > MostDepth)
            throw new SchemaException("schema is nested too deeply");
        var at = outer;
        if (value is ObjectValue && Identity(value) is not null)
        {
            at = BaseOf(value, outer);
            if (!_known.ContainsKey(at))
                _known[at] = value;
        }

        foreach (var inner in value is ObjectValue o ? o.Values : value is ArrayValue a ? a.Items : [])
            Collect(inner, at, depth + 1);
    }
}
