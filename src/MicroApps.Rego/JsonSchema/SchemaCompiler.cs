namespace MicroApps.Rego;

/// <summary>Compiles a schema (drafts 4, 6 and 7). Keywords are read in the order of OPA's library, so that of several errors the same is told.</summary>
internal sealed partial class SchemaCompiler
{
    private const int MostDepth = 512;
    private const string ValidSchema = "Valid Schema", ArrayOfSchemas = "Array Of Schemas", ArrayOfStrings = "Array Of Strings";

    private static readonly string[] KnownTypes = ["array", "boolean", "integer", "number", "null", "object", "string"];

    private readonly Dictionary<string, SchemaNode> _targets = new(StringComparer.Ordinal);
    private readonly SchemaReferences _references;
    private readonly SchemaDraft _draft;
    private int _depth;

    private SchemaCompiler(RegoValue root)
    {
        _draft = DraftOf(root);
        _references = new(root);
    }

    /// <exception cref="SchemaException">It is no schema.</exception>
    public static SchemaNode Compile(RegoValue root) => new SchemaCompiler(root).Node(root, "");

    private static SchemaDraft DraftOf(RegoValue root)
    {
        if (root.Find(RegoValue.From("$schema")) is not { } value || root is not ObjectValue)
            return SchemaDraft.Any;
        if (value is not StringValue { Value: var name })
            throw new SchemaException("$schema must be of type string");
        return name.TrimEnd('#') switch
        {
            "http://json-schema.org/draft-04/schema" => SchemaDraft.Draft4,
            "http://json-schema.org/draft-06/schema" => SchemaDraft.Draft6,
            "http://json-schema.org/draft-07/schema" => SchemaDraft.Draft7,
            _ => SchemaDraft.Any,
        };
    }

    private SchemaNode Node(RegoValue schema, string outer)
    {
        var node = new SchemaNode();
        Fill(node, schema, outer);
        return node;
    }

    private void Fill(SchemaNode node, RegoValue schema, string outer)
    {
        if (schema is BooleanValue && _draft >= SchemaDraft.Draft6)
        {
            node.Always = ReferenceEquals(schema, RegoValue.True);
            return;
        }

        if (schema is not ObjectValue source)
            throw new SchemaException($"Expected: {ValidSchema}, given: Invalid JSON");
        if (++_depth > MostDepth)
            throw new SchemaException("schema is nested too deeply");
        TextOf(source, _draft == SchemaDraft.Draft4 || (_draft == SchemaDraft.Any && Has(source, "id")) ? "id" : "$id");
        var at = SchemaReferences.BaseOf(source, outer);
        ReadDefinitions(source, at);
        TextOf(source, "title");
        TextOf(source, "description");
        if (TextOf(source, "$ref") is { } reference)
            node.Target = Target(reference, at);
        else
            ReadKeywords(node, source, at);
        _depth--;
    }

    // A schema may refer to itself: the node is known before it is filled.
    private SchemaNode Target(string reference, string from)
    {
        var (schema, name, at) = _references.Find(reference, from);
        if (_targets.TryGetValue(name, out var known))
            return known;
        if (schema is not (ObjectValue or BooleanValue))
            throw new SchemaException($"{ValidSchema} must be of type object");
        var node = _targets[name] = new();
        Fill(node, schema, at);
        return node;
    }

    private void ReadKeywords(SchemaNode node, ObjectValue source, string at)
    {
        ReadTypes(node, source);
        ReadProperties(node, source, at);
        ReadPart(node, source, at, "additionalProperties", () => InvalidType($"boolean/{ValidSchema}", "additionalProperties"));
        ReadPatternProperties(node, source, at);
        if (_draft >= SchemaDraft.Draft6)
            ReadPart(node, source, at, "propertyNames", () => InvalidType(ValidSchema, "patternProperties"));
        ReadDependencies(node, source, at);
        ReadItems(node, source, at);
        ReadPart(node, source, at, "additionalItems", () => InvalidType($"boolean/{ValidSchema}", "additionalItems"));
        ReadBounds(node, source);
        ReadLimits(node, source, "minLength", "maxLength");
        ReadPattern(node, source);
        node.Format = TextOf(source, "format") ?? "";
        ReadLimits(node, source, "minProperties", "maxProperties");
        ReadRequired(node, source);
        ReadLimits(node, source, "minItems", "");
        ReadLimits(node, source, "", "maxItems");
        ReadUnique(node, source);
        if (_draft >= SchemaDraft.Draft6)
            ReadPart(node, source, at, "contains", () => new($"Expected: {ValidSchema}, given: Invalid JSON"));
        ReadValues(node, source);
        ReadList(node.OneOf, source, at, "oneOf");
        ReadList(node.AnyOf, source, at, "anyOf");
        ReadList(node.AllOf, source, at, "allOf");
        foreach (var name in _draft >= SchemaDraft.Draft7 ? (string[])["not", "if", "then", "else"] : ["not"])
            ReadPart(node, source, at, name, () => new($"{name} must be of an object"));
    }

    private static bool Has(ObjectValue source, string key) => source.Find(RegoValue.From(key)) is not null;

    private static string? TextOf(ObjectValue source, string key) => source.Find(RegoValue.From(key)) switch
    {
        null => null,
        StringValue text => text.Value,
        _ => throw InvalidType("string", key),
    };

    private static RegoValue[] ListOf(ObjectValue source, string key) => source.Find(RegoValue.From(key)) switch
    {
        null => [],
        ArrayValue array => array.Items,
        _ => throw new SchemaException($"{key} must be of an array"),
    };

    private static SchemaException InvalidType(string expected, string given) => new($"Invalid type. Expected: {expected}, given: {given}");
}
