using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroApps.Tests;

/// <summary>The part of JSON Schema 2020-12 that the manifest's schema uses; a keyword that is not known fails the test.</summary>
internal sealed class JsonSchemaChecker(string schema)
{
    private readonly JsonObject _root = JsonNode.Parse(schema)!.AsObject();

    public IReadOnlyList<string> Check(JsonNode? value) => [.. Check(_root, value, "$")];

    private static IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path) =>
        schema.Where(rule => !Holds(rule.Key, rule.Value!, value))
            .Select(rule => $"{path}: {rule.Key}")
            .Concat(Within(schema, value, path));

    private static bool Holds(string rule, JsonNode operand, JsonNode? value) => rule switch
    {
        "type" => IsType(operand.GetValue<string>(), value),
        "enum" => operand.AsArray().Any(o => JsonNode.DeepEquals(o, value)),
        "minimum" => value is not JsonValue || Number(value) is not { } n || n >= Number(operand),
        "maximum" => value is not JsonValue || Number(value) is not { } n || n <= Number(operand),
        "minLength" => Text(value) is not { } t || Length(t) >= Number(operand),
        "maxLength" => Text(value) is not { } t || Length(t) <= Number(operand),
        "pattern" => Text(value) is not { } t || Regex.IsMatch(t, operand.GetValue<string>().Replace("$", "\\z", StringComparison.Ordinal)),
        "minItems" => value is not JsonArray a || a.Count >= Number(operand),
        "maxItems" => value is not JsonArray a || a.Count <= Number(operand),
        "maxProperties" => value is not JsonObject o || o.Count <= Number(operand),
        "uniqueItems" => value is not JsonArray a || a.Select(i => i?.ToJsonString()).Distinct().Count() == a.Count,
        "required" => value is not JsonObject o || operand.AsArray().All(name => o.ContainsKey(name!.GetValue<string>())),
        "anyOf" => operand.AsArray().Any(s => !Check(s!.AsObject(), value, "").Any()),
        "propertyNames" => value is not JsonObject o || o.All(p => !Check(operand.AsObject(), JsonValue.Create(p.Key), "").Any()),
        "properties" or "additionalProperties" or "items" => true,
        "$schema" or "title" or "description" or "default" => true,
        _ => throw new NotSupportedException($"The checker does not know '{rule}'."),
    };

    private static IEnumerable<string> Within(JsonObject schema, JsonNode? value, string path)
    {
        if (value is JsonArray items && schema["items"] is JsonObject item)
            return items.SelectMany((v, i) => Check(item, v, $"{path}[{i}]"));
        if (value is not JsonObject group) return [];
        var properties = schema["properties"] as JsonObject ?? [];
        return group.SelectMany(p => (properties[p.Key] ?? schema["additionalProperties"]) switch
        {
            JsonObject inner => Check(inner, p.Value, $"{path}.{p.Key}"),
            JsonValue allowed when !allowed.GetValue<bool>() => [$"{path}.{p.Key}: additionalProperties"],
            _ => [],
        });
    }

    private static bool IsType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } n && n == decimal.Truncate(n),
        _ => throw new NotSupportedException($"The checker does not know the type '{type}'."),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static int Length(string text) => text.EnumerateRunes().Count();
}
