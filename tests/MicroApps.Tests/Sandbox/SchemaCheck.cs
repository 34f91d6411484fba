using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroApps.Tests;

/// <summary>A small checker of JSON Schema, written apart from the filler, for the keywords the tests use.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with <paramref name="value"/>, or null.</summary>
    public static string? Fault(JsonNode schema, JsonNode? value) => Fault(schema, value, schema, "$");

    private static string? Fault(JsonNode? node, JsonNode? value, JsonNode root, string path)
    {
        if (node is not JsonObject schema)
            return null;
        if ((string?)schema["$ref"] is { } reference && Fault(Target(root, reference), value, root, path) is { } referred)
            return referred;
        if (schema.TryGetPropertyValue("const", out var constant) && !JsonNode.DeepEquals(constant, value))
            return path + " const";
        if (schema["enum"] is JsonArray values && !values.Any(item => JsonNode.DeepEquals(item, value)))
            return path + " enum";
        if (schema["type"] is { } type && !(type is JsonArray list ? list : [type.DeepClone()]).Any(name => Is((string)name!, value)))
            return $"{path} type {type.ToJsonString()}";
        return Combined(schema, value, root, path) ?? value switch
        {
            JsonObject inner => Members(schema, inner, root, path),
            JsonArray items => Items(schema, items, root, path),
            JsonValue leaf when leaf.GetValueKind() == JsonValueKind.Number => Number(schema, leaf.GetValue<double>(), path),
            JsonValue leaf when leaf.GetValueKind() == JsonValueKind.String => Text(schema, leaf.GetValue<string>(), path),
            _ => null,
        };
    }

    private static string? Combined(JsonObject schema, JsonNode? value, JsonNode root, string path)
    {
        if ((schema["allOf"] as JsonArray)?.Select(part => Fault(part, value, root, path)).FirstOrDefault(fault => fault is not null) is { } all)
            return all;
        if (schema["anyOf"] is JsonArray any && !any.Any(part => Fault(part, value, root, path) is null))
            return path + " anyOf";
        return schema["oneOf"] is JsonArray one && one.Count(part => Fault(part, value, root, path) is null) != 1 ? path + " oneOf" : null;
    }

    private static string? Members(JsonObject schema, JsonObject value, JsonNode root, string path)
    {
        if ((schema["required"] as JsonArray)?.Select(name => (string)name!).FirstOrDefault(name => !value.ContainsKey(name)) is { } missing)
            return $"{path} lacks {missing}";
        var properties = schema["properties"] as JsonObject;
        foreach (var (name, member) in value)
        {
            if (properties?.ContainsKey(name) != true && schema["additionalProperties"] is JsonValue closed && !closed.GetValue<bool>())
                return $"{path} has {name} besides";
            if (Fault(properties?[name], member, root, $"{path}.{name}") is { } fault)
                return fault;
        }
        return null;
    }

    private static string? Items(JsonObject schema, JsonArray value, JsonNode root, string path)
    {
        if (value.Count < Bound(schema, "minItems", 0) || value.Count > Bound(schema, "maxItems", int.MaxValue))
            return path + " number of items";
        if (schema["uniqueItems"]?.GetValue<bool>() == true && value.Select(item => item?.ToJsonString()).Distinct().Count() != value.Count)
            return path + " items not unique";
        var prefix = schema["prefixItems"] as JsonArray;
        for (var i = 0; i < value.Count; i++)
            if (Fault(i < prefix?.Count ? prefix[i] : schema["items"], value[i], root, $"{path}[{i}]") is { } fault)
                return fault;
        return null;
    }

    private static string? Number(JsonObject schema, double value, string path)
    {
        var step = Bound(schema, "multipleOf", 0);
        return value < Bound(schema, "minimum", double.MinValue) || value > Bound(schema, "maximum", double.MaxValue) ? path + " range"
            : value <= Bound(schema, "exclusiveMinimum", double.NegativeInfinity) || value >= Bound(schema, "exclusiveMaximum", double.PositiveInfinity) ? path + " exclusive range"
            : step > 0 && Math.Abs(Math.Round(value / step) - (value / step)) > 1e-9 ? path + " multipleOf" : null;
    }

    private static string? Text(JsonObject schema, string value, string path)
    {
        var length = value.EnumerateRunes().Count();
        if (length < Bound(schema, "minLength", 0) || length > Bound(schema, "maxLength", int.MaxValue))
            return path + " length";
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(value, pattern))
            return path + " pattern";
        var fits = (string?)schema["format"] switch
        {
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
            "date-time" => DateTimeOffset.TryParse(value, out _) && value.Contains('T', StringComparison.Ordinal),
            "email" => value.Contains('@', StringComparison.Ordinal) || value.StartsWith("[EMAIL", StringComparison.Ordinal),
            "uri" => Uri.TryCreate(value, UriKind.Absolute, out _),
            "uuid" => Guid.TryParse(value, out _),
            _ => true,
        };
        return fits ? null : path + " format";
    }

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value!.GetValue<double>() == Math.Floor(value.GetValue<double>()),
        _ => false,
    };

    private static double Bound(JsonObject schema, string keyword, double otherwise) => schema[keyword] is { } bound ? bound.GetValue<double>() : otherwise;

    private static JsonNode? Target(JsonNode root, string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode?)root, (node, key) => node?[key]);
}
