using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroApps;

/// <summary>Fills a JSON schema with what a text says; what it does not say is null, empty or the smallest value the schema allows.</summary>
internal sealed class SandboxSchema(JsonNode? root)
{
    private const int MostDepth = 48;

    private readonly SandboxSchemaReader _reader = new(root);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _depth;
    private int _budget = 4000;

    /// <summary>A value and whether the text spoke of it.</summary>
    public readonly record struct Filled(JsonNode? Node, bool Found);

    private bool IsTooMuch => _depth > MostDepth || _budget < 0;

    /// <summary>JSON for <paramref name="schema"/> from the text the prompt is about.</summary>
    public static string Fill(JsonElement schema, SandboxPrompt prompt)
    {
        var root = Parse(schema);
        return Write(new SandboxSchema(root).Value(root, new("answer", ""), new(TextOf(prompt), prompt)).Node);
    }

    /// <summary>A JSON object with the <paramref name="fields"/>, or with the answer alone when none are named.</summary>
    public static string FillFields(IReadOnlyList<string> fields, SandboxPrompt prompt)
    {
        var source = new SandboxSource(TextOf(prompt), prompt);
        var result = new JsonObject();
        foreach (var name in fields)
            result[name] = SandboxFields.Value(new(name, ""), source);
        if (fields.Count == 0)
            result["answer"] = SandboxModel.Text(prompt);
        return Write(result);
    }

    /// <summary>The value of <paramref name="schema"/> for <paramref name="field"/>.</summary>
    public Filled Value(JsonNode? schema, SandboxField field, SandboxSource source)
    {
        var shape = _reader.Read(schema);
        var opened = shape.References.Where(_open.Add).ToList();
        _depth++;
        _budget--;
        var recursive = opened.Count < shape.References.Distinct().Count() || IsTooMuch;
        var value = recursive && shape.Nullable ? default : Typed(shape, field, source);
        _depth--;
        _open.ExceptWith(opened);
        return !value.Found && shape.Nullable && AllowsNull(shape) ? default : value;
    }

    /// <summary>A schema as a node; anything that is not an object is an empty schema.</summary>
    public static JsonObject Parse(JsonElement schema) => schema.ValueKind == JsonValueKind.Object ? JsonObject.Create(schema)! : [];

    /// <summary>Compact JSON, letters beyond ASCII as they are.</summary>
    public static string Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string TextOf(SandboxPrompt prompt) => prompt.Subject is { Length: > 0 } subject ? subject : prompt.User;

    private static bool AllowsNull(SandboxShape shape) =>
        !shape.Schema.ContainsKey("const") && (shape.Schema["enum"] is not JsonArray values || values.Any(value => value is null));

    private Filled Typed(SandboxShape shape, SandboxField field, SandboxSource source)
    {
        if (shape.Schema.TryGetPropertyValue("const", out var constant))
            return new(constant?.DeepClone(), true);
        if (shape.Schema["enum"] is JsonArray { Count: > 0 } values)
            return SandboxScalars.Choice(values, field, source);
        return shape.Type switch
        {
            "object" when IsTooMuch => new(new JsonObject(), false), // only a schema that no finite value meets comes here
            "object" => Object(shape, source),
            "array" => Array(shape, field, source),
            "integer" or "number" => SandboxScalars.Number(shape, field, source),
            "boolean" => SandboxScalars.Flag(field, source),
            "null" => default,
            _ => SandboxScalars.Text(shape, field, source),
        };
    }

    private Filled Object(SandboxShape shape, SandboxSource source)
    {
        var result = new JsonObject();
        var (asked, found) = (0, 0);
        foreach (var (name, schema) in shape.Properties ?? [])
        {
            var required = shape.Requires(name);
            if (!required && (_depth > MostDepth / 2 || IsOpen(schema)))
                continue;
            var value = Value(schema, new(name, Description(schema)), source);
            if (!required && !value.Found)
                continue;
            result[name] = value.Node;
            var telling = !source.IsSegment || !SandboxValues.IsWhole(new(name, ""));
            asked += telling ? 1 : 0;
            found += telling && value.Found ? 1 : 0;
        }
        foreach (var name in (shape.Schema["required"] as JsonArray ?? []).Select(SandboxShape.Text).OfType<string>())
            if (!result.ContainsKey(name))
                result[name] = Value(shape.Schema["additionalProperties"], new(name, ""), source).Node;
        return new(result, source.IsSegment ? 2 * found > asked || asked == 0 : found > 0 || shape.Properties is null or { Count: 0 });
    }

    private Filled Array(SandboxShape shape, SandboxField field, SandboxSource source)
    {
        var items = new SandboxItems(shape);
        foreach (var schema in shape.Schema["prefixItems"] as JsonArray ?? [])
            items.Add(Value(schema, field, source).Node);
        if (!IsOpen(shape.Schema["items"]) && !IsTooMuch)
            foreach (var value in Candidates(shape, field, source))
                if (!items.IsFull)
                    items.Add(value);
        var found = items.Count > 0;
        for (var i = 0; items.IsShort && i < items.Least * 4; i++)
            items.Add(SandboxScalars.Varied(Value(shape.Schema["items"], field, source).Node, _reader.Read(shape.Schema["items"]), i));
        return new(items.ToArray(), found);
    }

    private IEnumerable<JsonNode?> Candidates(SandboxShape shape, SandboxField field, SandboxSource source)
    {
        var schema = shape.Schema["items"];
        var item = _reader.Read(schema);
        if (shape.Schema.ContainsKey("prefixItems") && schema is null)
            return [];
        if (item.Schema["enum"] is JsonArray values)
            return SandboxScalars.Mentioned(values, source).Select(value => value?.DeepClone());
        if (item.Type is "object" or "array")
            return SandboxValues.Segments(field, source).Select(segment => Value(schema, field, new(segment, source.Prompt, isSegment: true, source.ForTool))).Where(value => value.Found || field.Kind is SandboxKind.Action or SandboxKind.Question).Select(value => value.Node);
        if (item.Type is "integer" or "number")
            return source.Entities.Where(entity => entity.Kind is SandboxKind.Number or SandboxKind.Money).Select(entity => SandboxScalars.Fit(item, SandboxNumbers.Parse(entity.Text)));
        return item.Type == "string" ? SandboxValues.List(field, source).Select(text => SandboxScalars.Fit(item, text, source)) : [];
    }

    private bool IsOpen(JsonNode? schema) => _reader.Read(schema).References.Any(_open.Contains);

    private string Description(JsonNode? schema) => _reader.Read(schema).Word("description") ?? "";
}
