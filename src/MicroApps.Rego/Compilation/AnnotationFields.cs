namespace MicroApps.Rego;

/// <summary>Brings what a <c># METADATA</c> block says into the form in which policies see it. Empty fields are left out; what is no field is ignored.</summary>
internal static class AnnotationFields
{
    /// <exception cref="FormatException">A field is not what it has to be.</exception>
    public static Dictionary<RegoValue, RegoValue> Read(ObjectValue source)
    {
        var fields = new Dictionary<RegoValue, RegoValue>();
        foreach (var name in (string[])["title", "description", "scope"])
            Add(fields, name, ToText(source.Find(RegoValue.From(name)), name));
        if (source.Find(RegoValue.From("entrypoint")) is { } entrypoint && (entrypoint as BooleanValue ?? throw Wrong("entrypoint")).Equals(RegoValue.True))
            fields[RegoValue.From("entrypoint")] = entrypoint;
        Add(fields, "organizations", List(source, "organizations", i => ToText(i, "organizations") ?? RegoValue.From("")));
        Add(fields, "related_resources", List(source, "related_resources", Resource));
        Add(fields, "authors", List(source, "authors", Author));
        Add(fields, "schemas", List(source, "schemas", Schema));
        if (source.Find(RegoValue.From("custom")) is { Kind: not RegoKind.Null } custom)
            Add(fields, "custom", custom as ObjectValue ?? throw Wrong("custom"));
        return fields;
    }

    private static FormatException Wrong(string name) => new($"yaml: unmarshal errors: cannot unmarshal {name}");

    private static void Add(Dictionary<RegoValue, RegoValue> fields, string name, RegoValue? value)
    {
        if (value is StringValue { Value.Length: > 0 } or ArrayValue { Count: > 0 } or ObjectValue { Count: > 0 })
            fields[RegoValue.From(name)] = value;
    }

    private static StringValue? ToText(RegoValue? value, string name) => value switch
    {
        null or NullValue => null,
        StringValue text => text,
        NumberValue or BooleanValue => new(Text.ToJson(value)),
        _ => throw Wrong(name),
    };

    private static ArrayValue? List(ObjectValue source, string name, Func<RegoValue, RegoValue> read) => source.Find(RegoValue.From(name)) switch
    {
        null or NullValue => null,
        ArrayValue array => new([.. array.Items.Select(read)]),
        _ => throw Wrong(name),
    };

    private static ObjectValue Resource(RegoValue item)
    {
        var resource = new Dictionary<RegoValue, RegoValue>();
        Add(resource, "ref", item as StringValue ?? ToText(item.Find(RegoValue.From("ref")), "ref"));
        if (resource.Count == 0)
            throw new FormatException($"invalid related-resource definition {item}: 'ref' value required in object");
        Add(resource, "description", ToText(item.Find(RegoValue.From("description")), "description"));
        return ObjectValue.From(resource);
    }

    /// <summary>"name &lt;mail&gt;", or an object with both.</summary>
    private static ObjectValue Author(RegoValue item)
    {
        var author = new Dictionary<RegoValue, RegoValue>();
        if (item is StringValue { Value: var text })
        {
            var (trimmed, open) = (text.Trim(), text.Trim().LastIndexOf('<'));
            var hasMail = open >= 0 && trimmed[trimmed.Length - 1] == '>' && trimmed.IndexOf(' ', open) < 0;
            Add(author, "name", RegoValue.From(hasMail ? trimmed.Substring(0, open).Trim() : trimmed));
            if (hasMail)
                Add(author, "email", RegoValue.From(trimmed.Substring(open + 1, trimmed.Length - open - 2)));
        }
        else
        {
            Add(author, "name", ToText(item.Find(RegoValue.From("name")), "name"));
            Add(author, "email", ToText(item.Find(RegoValue.From("email")), "email"));
        }

        return author.Count > 0 ? ObjectValue.From(author) : throw new FormatException($"invalid author definition {item}: 'name' and/or 'email' values required in object");
    }

    /// <summary>A path, and a schema by its path or in place.</summary>
    private static ObjectValue Schema(RegoValue item)
    {
        if (item is not ObjectValue { Count: 1 } pair)
            throw new FormatException("invalid schema definition");
        var (path, schema) = (SplitPath(pair.Keys[0]), pair.Values[0]);
        return schema is StringValue
            ? new([RegoValue.From("path"), RegoValue.From("schema")], [path, SplitPath(schema)])
            : new([RegoValue.From("path"), RegoValue.From("definition")], [path, schema]);
    }

    private static ArrayValue SplitPath(RegoValue path) =>
        path is StringValue { Value: var text } ? new([.. text.Split('.').Select(RegoValue.From)]) : throw new FormatException("invalid schema definition");
}
