using System.Text.Json.Nodes;

namespace MicroApps;

/// <summary>A schema with references, combinations and unions worked out.</summary>
internal readonly record struct SandboxShape(JsonObject Schema, string Type, bool Nullable, IReadOnlyList<string> References)
{
    public JsonObject? Properties => Schema["properties"] as JsonObject;

    public bool Requires(string property) => Schema["required"] is JsonArray required && required.Any(name => Is(name, property));

    public double? Number(string keyword) => Schema[keyword] is JsonValue value && value.TryGetValue(out double number) ? number : null;

    public int Count(string keyword, int otherwise) => Number(keyword) is { } number ? (int)Math.Clamp(number, 0, 100_000) : otherwise;

    public string? Word(string keyword) => Text(Schema[keyword]);

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool Is(JsonNode? node, string text) => Text(node) == text;
}

/// <summary>Reads JSON Schema (2020-12, and the older <c>definitions</c>): follows <c>$ref</c>, merges <c>allOf</c>, chooses from <c>anyOf</c> and <c>oneOf</c>.</summary>
internal sealed class SandboxSchemaReader(JsonNode? root)
{
    private const int MostSteps = 24;

    /// <summary>The shape that <paramref name="schema"/> describes.</summary>
    public SandboxShape Read(JsonNode? schema)
    {
        var current = schema is JsonObject given ? given : [];
        var nullable = false;
        List<string> references = [];
        for (var step = 0; step < MostSteps; step++)
        {
            if (SandboxShape.Text(current["$ref"]) is { } reference)
            {
                references.Add(reference);
                current = Merge(Without(current, "$ref"), Target(reference));
            }
            else if (current["allOf"] is JsonArray all)
                current = all.Aggregate(Without(current, "allOf"), Merge);
            else if (Union(current) is var (keyword, branches))
            {
                nullable |= branches.Any(IsNull);
                current = Merge(Without(current, keyword), branches.FirstOrDefault(branch => !IsNull(branch)) ?? branches.FirstOrDefault());
            }
            else
                break;
        }
        var types = Types(current);
        return new(current, types.FirstOrDefault(type => type != "null") ?? (types.Count > 0 ? "null" : Implied(current)), nullable || types.Contains("null"), references);
    }

    private static (string Keyword, JsonArray Branches)? Union(JsonObject schema) =>
        schema["anyOf"] is JsonArray { Count: > 0 } any ? ("anyOf", any) : schema["oneOf"] is JsonArray { Count: > 0 } one ? ("oneOf", one) : null;

    private JsonNode? Target(string reference)
    {
        if (reference is not ['#', ..])
            return null;
        var node = root;
        foreach (var part in reference.Split('/').Skip(1))
        {
            var key = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject parent => parent[key],
                JsonArray list when int.TryParse(key, System.Globalization.CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Count => list[index],
                _ => null,
            };
        }
        return node;
    }

    private static JsonObject Merge(JsonObject one, JsonNode? other)
    {
        if (other is not JsonObject more)
            return one;
        foreach (var (keyword, value) in more)
            one[keyword] = one[keyword] is { } known && value is not null ? Both(keyword, known, value) : value?.DeepClone();
        return one;
    }

    private static JsonNode Both(string keyword, JsonNode one, JsonNode other) => (keyword, one, other) switch
    {
        ("properties" or "$defs" or "definitions", JsonObject mine, JsonObject more) => MergeProperties(mine, more),
        ("required", JsonArray mine, JsonArray more) => new JsonArray([.. mine.Concat(more).Select(node => node?.DeepClone())]),
        ("enum", JsonArray mine, JsonArray more) => new JsonArray([.. mine.Where(node => more.Any(item => JsonNode.DeepEquals(item, node))).Select(node => node?.DeepClone())]),
        ("allOf", JsonArray mine, JsonArray more) => new JsonArray([.. mine.Concat(more).Select(node => node?.DeepClone())]),
        ("minimum" or "exclusiveMinimum" or "minLength" or "minItems", JsonValue mine, JsonValue more) => Larger(mine, more) ? mine.DeepClone() : more.DeepClone(),
        ("maximum" or "exclusiveMaximum" or "maxLength" or "maxItems", JsonValue mine, JsonValue more) => Larger(mine, more) ? more.DeepClone() : mine.DeepClone(),
        ("type", JsonArray, JsonValue) => other.DeepClone(),
        _ => one.DeepClone(),
    };

    private static JsonObject MergeProperties(JsonObject mine, JsonObject more)
    {
        var merged = (JsonObject)mine.DeepClone();
        foreach (var (name, schema) in more)
            merged[name] = merged[name] is JsonObject known && schema is JsonObject ? new JsonObject { ["allOf"] = new JsonArray(known.DeepClone(), schema.DeepClone()) } : schema?.DeepClone();
        return merged;
    }

    private static bool Larger(JsonValue one, JsonValue other) => one.TryGetValue(out double a) && other.TryGetValue(out double b) && a > b;

    private static JsonObject Without(JsonObject schema, string keyword)
    {
        var copy = (JsonObject)schema.DeepClone();
        copy.Remove(keyword);
        return copy;
    }

    private static bool IsNull(JsonNode? branch) => branch is JsonObject schema && SandboxShape.Text(schema["type"]) == "null";

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray list => [.. list.Select(SandboxShape.Text).OfType<string>()],
        var single => SandboxShape.Text(single) is { } type ? [type] : [],
    };

    private static string Implied(JsonObject schema) =>
        schema.ContainsKey("properties") || schema.ContainsKey("required") || schema.ContainsKey("additionalProperties") ? "object"
        : schema.ContainsKey("items") || schema.ContainsKey("prefixItems") || schema.ContainsKey("minItems") ? "array"
        : schema.ContainsKey("minimum") || schema.ContainsKey("maximum") || schema.ContainsKey("multipleOf") || schema.ContainsKey("exclusiveMinimum") ? "number"
        : "string";
}
