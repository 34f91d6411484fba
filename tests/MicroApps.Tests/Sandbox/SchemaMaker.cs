using System.Text.Json.Nodes;

namespace MicroApps.Tests;

/// <summary>Makes a schema that can be met from a number; the same number gives the same schema.</summary>
internal sealed class SchemaMaker(Random random)
{
    private static readonly string[] s_names = ["name", "summary", "dueDate", "total_amount", "isUrgent", "tags", "customerEmail", "status", "items", "note", "count", "x", "actionItems", "website", "Datum", "名前"];
    private static readonly string[] s_patterns = ["^[A-Z]{3}-\\d{4}$", "\\d+", "^(yes|no)$", "^\\+?[0-9 ]{6,}$", "^[a-z]+(_[a-z]+)*$", "[^a-z]{2}"];
    private static readonly string[] s_formats = ["date", "date-time", "email", "uri", "uuid"];

    public static JsonObject Make(int seed)
    {
        var maker = new SchemaMaker(new Random(seed));
        var schema = maker.Object(3);
        schema["$defs"] = new JsonObject { ["shared"] = maker.Any(1) };
        return JsonNode.Parse(schema.ToJsonString())!.AsObject();
    }

    private JsonObject Any(int depth) => random.Next(depth > 0 ? 12 : 6) switch
    {
        0 or 1 => Text(),
        2 => Number("integer"),
        3 => Number("number"),
        4 => new JsonObject { ["type"] = "boolean" },
        5 => new JsonObject { ["enum"] = new JsonArray("open", "closed", "in_progress", 3, null) },
        6 => Object(depth - 1),
        7 or 8 => List(depth - 1),
        9 => new JsonObject { ["anyOf"] = Shuffled(Any(depth - 1), new JsonObject { ["type"] = "null" }) },
        10 => new JsonObject { ["allOf"] = new JsonArray(Object(depth - 1), new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["extra"] = Text() }, ["required"] = new JsonArray("extra") }) },
        _ => Nullable(Text()),
    };

    private JsonObject Object(int depth)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(), ["required"] = new JsonArray() };
        foreach (var name in random.GetItems(s_names, random.Next(6)).Distinct())
        {
            schema["properties"]![name] = random.Next(8) == 0 && depth == 3 ? new JsonObject { ["$ref"] = "#/$defs/shared", ["description"] = "the shared thing" } : Any(depth);
            if (random.Next(3) > 0)
                schema["required"]!.AsArray().Add(name);
        }
        if (random.Next(2) == 0 && depth == 3)
            schema["additionalProperties"] = false;
        return schema;
    }

    private JsonObject List(int depth)
    {
        var unique = random.Next(4) == 0;
        var least = random.Next(4);
        var schema = new JsonObject { ["type"] = "array", ["items"] = unique ? new JsonObject { ["type"] = random.Next(2) == 0 ? "string" : "integer" } : Any(depth), ["minItems"] = least, ["uniqueItems"] = unique };
        if (random.Next(2) == 0)
            schema["maxItems"] = least + random.Next(4);
        return schema;
    }

    private JsonObject Text()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (random.Next(4) == 0)
            schema["pattern"] = s_patterns[random.Next(s_patterns.Length)];
        else if (random.Next(3) == 0)
            schema["format"] = s_formats[random.Next(s_formats.Length)];
        else if (random.Next(2) == 0)
            schema["minLength"] = random.Next(12);
        if (schema["minLength"] is { } least && random.Next(2) == 0)
            schema["maxLength"] = (int)least + random.Next(30);
        return schema;
    }

    private JsonObject Number(string type)
    {
        var schema = new JsonObject { ["type"] = type };
        var step = random.Next(3) == 0 ? random.Next(1, 8) : 0;
        if (step > 0)
            schema["multipleOf"] = step;
        if (random.Next(2) == 0)
            schema[random.Next(2) == 0 ? "minimum" : "exclusiveMinimum"] = random.Next(-50, 50);
        if (random.Next(2) == 0)
            schema[random.Next(2) == 0 ? "maximum" : "exclusiveMaximum"] = random.Next(70, 150);
        return schema;
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        schema["type"] = new JsonArray("string", "null");
        return schema;
    }

    private JsonArray Shuffled(JsonObject one, JsonObject other) => random.Next(2) == 0 ? new JsonArray(one, other) : new JsonArray(other, one);
}
