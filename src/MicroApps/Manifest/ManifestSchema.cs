using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroApps;

/// <summary>The description of <c>microapp.yaml</c>, derived from the table that the validator works from.</summary>
public static class ManifestSchema
{
    /// <summary>All fields in the order of the guide.</summary>
    public static IReadOnlyList<ManifestField> Fields { get; } = ValueList.Of([.. Describe(ManifestShape.Root, "")]);

    /// <summary>The JSON Schema (draft 2020-12) that editors complete and check the file by.</summary>
    /// <remarks>Accepts all that the validator accepts. What fields demand of each other, of dates and of files only the validator knows.</remarks>
    /// <returns>Indented JSON that ends in a line feed.</returns>
    public static string ToJson()
    {
        JsonObject root = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "microapp.yaml",
            ["description"] = "What a micro app declares about itself.",
        };
        foreach (var (name, value) in Group(ManifestShape.Root)) root.Add(name, value?.DeepClone());
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            root.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static IEnumerable<ManifestField> Describe(Shape shape, string prefix)
    {
        foreach (var field in shape.Fields)
        {
            var path = prefix + field.Name;
            yield return new(path, Holds(field.Kind), field.Required, Default(field) is { } value ? Flow(value) : null, field.Doc);
            var (inner, infix) = field.Kind is ListKind { Item: Shape item } ? (item, "[].") : (field.Kind as Shape, ".");
            foreach (var below in inner is null ? [] : Describe(inner, path + infix)) yield return below;
        }
    }

    private static string Holds(Kind kind) => kind switch
    {
        ListKind list => $"a list; each item {list.Item.What}",
        Shape => "a group of fields",
        _ => kind.What,
    };

    /// <summary>What holds when the field is left out; null where that is nothing at all.</summary>
    private static JsonNode? Default(Field field) =>
        field.Default is null || field.Kind is Shape or MapKind ? null : Node(field.Kind.Plain(field.Default)) is not JsonArray { Count: 0 } and var node ? node : null;

    private static string Flow(JsonNode node) =>
        node is JsonArray items ? $"[{string.Join(", ", items.Select(i => i!.ToString()))}]" : node.ToString();

    private static JsonNode Node(object plain) => plain switch
    {
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        List<object> items => new JsonArray([.. items.Select(Node)]),
        _ => throw new InvalidOperationException($"A default of the type {plain.GetType().Name} is not foreseen."),
    };

    private static JsonObject Write(Kind kind) => kind switch
    {
        Shape shape => Group(shape),
        ListKind list => Items(list),
        MapKind map => Map(map),
        ChoiceKind choice => new() { ["enum"] = new JsonArray([.. choice.Names.Select(n => (JsonNode)n)]) },
        TextKind text => Text(text),
        NumberKind number => new() { ["type"] = "integer", ["minimum"] = number.Least, ["maximum"] = number.Most },
        MoneyKind => new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = MoneyKind.Most },
        FlagKind => new() { ["type"] = "boolean" },
        _ => throw new InvalidOperationException($"A field of the kind {kind.GetType().Name} is not foreseen."),
    };

    private static JsonObject Group(Shape shape)
    {
        JsonObject properties = [];
        foreach (var field in shape.Fields)
        {
            var property = Write(field.Kind);
            property["description"] = field.Doc.Replace("`", "");
            if (Default(field) is { } value) property["default"] = value;
            properties.Add(field.Name, property);
        }

        JsonObject group = new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. shape.Fields.Where(f => f.Required).Select(f => (JsonNode)f.Name)]),
            ["additionalProperties"] = false,
        };
        if (shape.AnyOf.Count > 0)
            group["anyOf"] = new JsonArray([.. shape.AnyOf.Select(name => new JsonObject { ["required"] = new JsonArray(name) })]);
        return group;
    }

    private static JsonObject Items(ListKind list)
    {
        JsonObject items = new() { ["type"] = "array", ["items"] = Write(list.Item), ["minItems"] = list.Least, ["maxItems"] = list.Most };
        if (list.Item is not Shape) items["uniqueItems"] = true;
        return items;
    }

    private static JsonObject Map(MapKind map) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = Write(map.Key),
        ["additionalProperties"] = Write(map.Value),
        ["maxProperties"] = MapKind.Most,
    };

    private static JsonObject Text(TextKind text) => new()
    {
        ["type"] = "string",
        ["minLength"] = text.Shortest,
        ["maxLength"] = text.Longest,
        ["pattern"] = text.Pattern,
    };
}
