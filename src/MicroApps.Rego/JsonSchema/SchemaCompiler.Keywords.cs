namespace MicroApps.Rego;

/// <content>The keywords that have schemas in them.</content>
internal sealed partial class SchemaCompiler
{
    private void ReadDefinitions(ObjectValue source, string at)
    {
        if (source.Find(RegoValue.From("definitions")) is not { } definitions)
            return;
        if (definitions is not ObjectValue members || !Array.TrueForAll(members.Values, IsSchema))
            throw InvalidType(ArrayOfSchemas, "definitions");
        foreach (var index in members.Order)
            Node(members.Values[index], at);
    }

    private void ReadProperties(SchemaNode node, ObjectValue source, string at)
    {
        if (source.Find(RegoValue.From("properties")) is not { } properties)
            return;
        foreach (var (name, schema) in Members(properties as ObjectValue ?? throw new SchemaException("Properties must be of type object")))
        {
            node.Properties.Add((name, Node(schema, at)));
            node.PropertyNames.Add(name);
        }
    }

    private void ReadPatternProperties(SchemaNode node, ObjectValue source, string at)
    {
        if (source.Find(RegoValue.From("patternProperties")) is not { } properties)
            return;
        foreach (var (pattern, schema) in Members(properties as ObjectValue ?? throw InvalidType(ValidSchema, "patternProperties")))
        {
            var program = RegexProgram.Compile(pattern, out _) ?? throw new SchemaException($"Invalid regex pattern '{pattern}'");
            node.PatternProperties.Add((program, Node(schema, at)));
        }
    }

    private void ReadDependencies(SchemaNode node, ObjectValue source, string at)
    {
        if (source.Find(RegoValue.From("dependencies")) is not { } dependencies)
            return;
        foreach (var (name, dependency) in Members(dependencies as ObjectValue ?? throw new SchemaException("dependencies must be of type object")))
        {
            if (IsSchema(dependency))
                node.DependentSchemas[name] = Node(dependency, at);
            else if (dependency is ArrayValue { Items: var names } && Array.TrueForAll(names, n => n is StringValue))
                node.DependentNames[name] = [.. names.Select(n => ((StringValue)n).Value)];
            else
                throw new SchemaException("Dependency must be of type Schema Or Array Of Strings");
        }
    }

    private void ReadItems(SchemaNode node, ObjectValue source, string at)
    {
        var items = source.Find(RegoValue.From("items"));
        if (items is null)
            return;
        if (IsSchema(items))
            node.Items = Node(items, at);
        else if (items is ArrayValue { Items: var all } && Array.TrueForAll(all, IsSchema))
            node.FirstItems.AddRange(all.Select(i => Node(i, at)));
        else
            throw InvalidType($"{ValidSchema}/{ArrayOfSchemas}", "items");
    }

    private void ReadList(List<SchemaNode> nodes, ObjectValue source, string at, string key)
    {
        foreach (var schema in ListOf(source, key))
            nodes.Add(Node(schema, at));
    }

    // Of additional properties and items `false` has an error of its own, in all drafts: it is kept as a schema that is never right.
    private void ReadPart(SchemaNode node, ObjectValue source, string at, string key, Func<SchemaException> refusal)
    {
        var schema = source.Find(RegoValue.From(key));
        if (schema is null)
            return;
        if (!IsSchema(schema))
            throw refusal();
        node.Parts[key] = schema is BooleanValue && key.StartsWith("additional", StringComparison.Ordinal)
            ? new() { Always = ReferenceEquals(schema, RegoValue.True) }
            : Node(schema, at);
    }

    private static bool IsSchema(RegoValue value) => value is ObjectValue or BooleanValue;

    /// <summary>The members of an object by name.</summary>
    private static IEnumerable<(string Name, RegoValue Value)> Members(ObjectValue source) =>
        source.Order.Select(i => (((StringValue)source.Keys[i]).Value, source.Values[i]));
}
