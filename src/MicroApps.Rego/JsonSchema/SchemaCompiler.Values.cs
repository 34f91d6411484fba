namespace MicroApps.Rego;

/// <content>The keywords that have values in them.</content>
internal sealed partial class SchemaCompiler
{
    private static void ReadTypes(SchemaNode node, ObjectValue source)
    {
        RegoValue[] types = source.Find(RegoValue.From("type")) switch { null => [], ArrayValue array => array.Items, var one => [one] };
        foreach (var type in types)
        {
            if (type is not StringValue { Value: var name })
                throw InvalidType("type", $"string/{ArrayOfStrings}");
            if (Array.IndexOf(KnownTypes, name) < 0)
                throw new SchemaException($"has a primitive type that is NOT VALID -- given: /{name}/ Expected valid values are:[{string.Join(" ", KnownTypes)}]");
            if (node.Types.Contains(name))
                throw new SchemaException($"{name} type is duplicated");
            node.Types.Add(name);
        }
    }

    private void ReadBounds(SchemaNode node, ObjectValue source)
    {
        if (source.Find(RegoValue.From("multipleOf")) is { } multiple)
        {
            node.Bounds["multipleOf"] = multiple as NumberValue ?? throw InvalidType("Number", "multipleOf");
            if (multiple.CompareTo(NumberValue.Of(0)) <= 0)
                throw new SchemaException("multipleOf must be strictly greater than 0");
        }

        ReadBound(node, source, "minimum", "exclusiveMinimum");
        ReadBound(node, source, "maximum", "exclusiveMaximum");
    }

    private void ReadBound(SchemaNode node, ObjectValue source, string key, string exclusiveKey)
    {
        if (source.Find(RegoValue.From(key)) is { } bound)
            node.Bounds[key] = bound as NumberValue ?? throw new SchemaException($"{key} must be of a Number");
        if (source.Find(RegoValue.From(exclusiveKey)) is not { } exclusive)
            return;
        // In draft 4 it is a flag, later a bound of its own.
        if (exclusive is NumberValue number && _draft != SchemaDraft.Draft4)
        {
            node.Bounds[exclusiveKey] = number;
            return;
        }

        if (exclusive is not BooleanValue || _draft is SchemaDraft.Draft6 or SchemaDraft.Draft7)
            throw InvalidType(_draft == SchemaDraft.Draft4 ? "boolean" : _draft == SchemaDraft.Any ? "boolean/number" : "number", exclusiveKey);
        if (!node.Bounds.TryGetValue(key, out var inclusive))
            throw new SchemaException($"{exclusiveKey} cannot be used without {key}");
        if (ReferenceEquals(exclusive, RegoValue.False))
            return;
        node.Bounds[exclusiveKey] = inclusive;
        node.Bounds.Remove(key);
    }

    /// <summary>Two limits, either of which may be left out by an empty name.</summary>
    private static void ReadLimits(SchemaNode node, ObjectValue source, string least, string most)
    {
        foreach (var key in (string[])[least, most])
        {
            if (source.Find(RegoValue.From(key)) is not { } value || key.Length == 0)
                continue;
            if (value is not NumberValue number || !new DecimalText(number.Text).TryGetInt64(out var limit))
                throw new SchemaException($"{key} must be of an integer");
            if (limit < 0)
                throw new SchemaException($"{key} must be greater than or equal to 0");
            node.Limits[key] = limit;
        }

        if (node.Limits.TryGetValue(least, out var from) && node.Limits.TryGetValue(most, out var to) && from > to)
            throw new SchemaException($"{least} cannot be greater than {most}");
    }

    private static void ReadPattern(SchemaNode node, ObjectValue source)
    {
        if (TextOf(source, "pattern") is not { } pattern)
            return;
        node.Pattern = pattern;
        node.PatternProgram = RegexProgram.Compile(pattern, out _) ?? throw new SchemaException("pattern must be a valid regex");
    }

    private static void ReadRequired(SchemaNode node, ObjectValue source)
    {
        foreach (var value in ListOf(source, "required"))
            node.Required.Add((value as StringValue ?? throw InvalidType("string", "required")).Value);
        if (node.Required.Distinct(StringComparer.Ordinal).Count() != node.Required.Count)
            throw new SchemaException("required items must be unique");
    }

    private static void ReadUnique(SchemaNode node, ObjectValue source)
    {
        if (source.Find(RegoValue.From("uniqueItems")) is not { } unique)
            return;
        if (unique is not BooleanValue)
            throw new SchemaException("uniqueItems must be of a boolean");
        node.UniqueItems = ReferenceEquals(unique, RegoValue.True);
    }

    private void ReadValues(SchemaNode node, ObjectValue source)
    {
        if (_draft >= SchemaDraft.Draft6)
            node.Constant = source.Find(RegoValue.From("const"));
        if (!Has(source, "enum"))
            return;
        node.Enum = ListOf(source, "enum");
        if (new HashSet<RegoValue>(node.Enum).Count != node.Enum.Length)
            throw new SchemaException("enum items must be unique");
    }
}
