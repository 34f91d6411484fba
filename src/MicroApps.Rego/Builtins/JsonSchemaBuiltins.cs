using System.Runtime.CompilerServices;

namespace MicroApps.Rego;

/// <summary>Built-in functions that compare documents with JSON schemas.</summary>
internal static class JsonSchemaBuiltins
{
    // A schema is a constant of a policy most of the time: one value, one compiled schema, as long as the value lives.
    private static readonly ConditionalWeakTable<RegoValue, SchemaNode> Compiled = new();

    public static IEnumerable<Builtin> All { get; } = [new("json.match_schema", Match), new("json.verify_schema", Verify)];

    private static RegoValue? Match(BuiltinContext context, RegoValue[] args)
    {
        try
        {
            var document = Document(args[0]);
            var result = new SchemaValidator().Validate(Schema(args[1]), document);
            return new ArrayValue([RegoValue.From(result.IsValid), new ArrayValue([.. result.Errors.Select(ToValue)])]);
        }
        catch (SchemaException e)
        {
            return context.Fail(e.Message);
        }
    }

    private static ArrayValue Verify(BuiltinContext context, RegoValue[] args)
    {
        try
        {
            Schema(args[0]);
            return new([RegoValue.True, RegoValue.Null]);
        }
        catch (SchemaException e)
        {
            return new([RegoValue.False, RegoValue.From($"jsonschema: {e.Message}")]);
        }
    }

    private static SchemaNode Schema(RegoValue value)
    {
        if (Compiled.TryGetValue(value, out var known))
            return known;
        var schema = SchemaCompiler.Compile(Document(value));
        return Compiled.GetValue(value, _ => schema);
    }

    // Through JSON, so that there are no sets and no keys but texts.
    private static RegoValue Document(RegoValue value)
    {
        var json = value switch
        {
            StringValue text => text.Value,
            ObjectValue or ArrayValue => value.ToJson(),
            _ => throw new SchemaException("wrong type, expected string or object"),
        };
        return JsonReader.TryRead(json, out _) ?? throw new SchemaException("invalid JSON string");
    }

    private static ObjectValue ToValue(SchemaError error) => new(
        [RegoValue.From("desc"), RegoValue.From("error"), RegoValue.From("field"), RegoValue.From("type")],
        [RegoValue.From(error.Description), RegoValue.From($"{error.Field}: {error.Description}"), RegoValue.From(error.Field), RegoValue.From(error.Kind)]);
}
