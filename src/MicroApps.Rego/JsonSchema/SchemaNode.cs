namespace MicroApps.Rego;

/// <summary>A compiled schema. What is null or empty restricts nothing.</summary>
internal sealed class SchemaNode
{
    /// <summary>What <c>true</c> and <c>false</c> as schemas mean.</summary>
    public bool? Always { get; set; }

    /// <summary>What <c>$ref</c> stands for; everything beside it is ignored.</summary>
    public SchemaNode? Target { get; set; }

    /// <summary>Names of types in the order of the schema.</summary>
    public List<string> Types { get; } = [];

    public RegoValue? Constant { get; set; }

    public RegoValue[]? Enum { get; set; }

    public string Format { get; set; } = "";

    public string Pattern { get; set; } = "";

    public RegexProgram? PatternProgram { get; set; }

    /// <summary>Limits by the keyword: lengths and counts.</summary>
    public Dictionary<string, long> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>Limits of numbers by the keyword.</summary>
    public Dictionary<string, NumberValue> Bounds { get; } = new(StringComparer.Ordinal);

    public bool UniqueItems { get; set; }

    public List<string> Required { get; } = [];

    public List<(string Name, SchemaNode Node)> Properties { get; } = [];

    /// <summary>The same as <see cref="Properties"/>, to look up.</summary>
    public HashSet<string> PropertyNames { get; } = new(StringComparer.Ordinal);

    public List<(RegexProgram Pattern, SchemaNode Node)> PatternProperties { get; } = [];

    public Dictionary<string, SchemaNode> DependentSchemas { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<string>> DependentNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema of all items.</summary>
    public SchemaNode? Items { get; set; }

    /// <summary>The schemas of the first items.</summary>
    public List<SchemaNode> FirstItems { get; } = [];

    public List<SchemaNode> AnyOf { get; } = [];

    public List<SchemaNode> OneOf { get; } = [];

    public List<SchemaNode> AllOf { get; } = [];

    /// <summary>Schemas under a keyword of their own: <c>not</c>, <c>if</c>, <c>contains</c>, <c>additionalProperties</c> ….</summary>
    public Dictionary<string, SchemaNode> Parts { get; } = new(StringComparer.Ordinal);
}
