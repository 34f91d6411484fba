using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Walks over the leaves of JSON-like values: strings, numbers and property names are text like any other.</summary>
internal static class JsonWalker
{
    /// <summary>Walks a value of a tool argument, tool result or additional property. Gives back the same object when nothing changes.</summary>
    /// <exception cref="NotSupportedException">The value cannot be read as JSON.</exception>
    public static object? Walk(object? value, TextOrigin origin, TextVisitor visitor)
    {
        switch (value)
        {
            case null or bool or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan:
                return value;
            case string text:
                return visitor.Visit(origin, text);
            case JsonElement element:
                return Walk(element, origin, visitor) is { } changed ? changed : value;
            case AIContent content:
                return ContentWalker.Walk(content, origin, visitor);
            case IEnumerable<AIContent> contents:
                var list = contents as IList<AIContent> ?? visitor.Read(contents, static c => c.ToList());
                return ContentWalker.Walk(list, origin, visitor) ?? (object)list;
            case IDictionary<string, object?> map:
                return WalkMap(map, origin, visitor) ?? value;
            case IEnumerable<object?> items and not JsonNode:
                return WalkItems(items is ICollection ? items : visitor.Read(items, static i => i.ToList()), origin, visitor);
            case IEnumerable sequence and not (ICollection or JsonNode):
                return WalkItems(visitor.Read(sequence, static s => s.Cast<object?>().ToList()), origin, visitor);
            case byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal:
                var number = NumberText(value);
                var visited = visitor.Visit(origin, number);
                return ReferenceEquals(visited, number) ? value : visited;
            default:
                var json = Serialize(value);
                return Walk(json, origin, visitor) is { } rewritten ? rewritten : value;
        }
    }

    /// <summary>Walks a map; null when nothing changes.</summary>
    public static Dictionary<string, object?>? WalkMap(IEnumerable<KeyValuePair<string, object?>> map, TextOrigin origin, TextVisitor visitor)
    {
        var changed = false;
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            var newKey = visitor.Visit(origin, key);
            var newValue = Walk(value, origin, visitor);
            changed |= !ReferenceEquals(newKey, key) || !ReferenceEquals(newValue, value);
            result[newKey] = newValue;
        }

        return changed ? result : null;
    }

    /// <summary>Walks a JSON value; null when nothing changes.</summary>
    public static JsonElement? Walk(JsonElement element, TextOrigin origin, TextVisitor visitor)
    {
        var leaves = new Queue<string>();
        if (!Visit(element, origin, visitor, leaves))
            return null;

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(element, writer, leaves);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static object WalkItems(IEnumerable<object?> items, TextOrigin origin, TextVisitor visitor)
    {
        var changed = false;
        var result = new List<object?>();
        foreach (var item in items)
        {
            var visited = Walk(item, origin, visitor);
            changed |= !ReferenceEquals(visited, item);
            result.Add(visited);
        }

        return changed ? result : items;
    }

    private static JsonElement Serialize(object value) =>
        JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));

    // Visits in document order; the results are queued so that the second pass can write them in the same order.
    private static bool Visit(JsonElement element, TextOrigin origin, TextVisitor visitor, Queue<string> leaves)
    {
        var changed = false;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    changed |= VisitLeaf(property.Name, origin, visitor, leaves);
                    changed |= Visit(property.Value, origin, visitor, leaves);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    changed |= Visit(item, origin, visitor, leaves);
                break;
            case JsonValueKind.String:
                changed = VisitLeaf(element.GetString()!, origin, visitor, leaves);
                break;
            case JsonValueKind.Number:
                changed = VisitLeaf(NumberText(element), origin, visitor, leaves);
                break;
        }

        return changed;
    }

    // 4.111e15 and 4111000000000000.0 are the same number: it is read the way that shows its digits.
    private static string NumberText(JsonElement number)
    {
        var text = number.GetRawText();
        return text.AsSpan().ContainsAny('.', 'e', 'E') && number.TryGetDecimal(out var value) && decimal.Truncate(value) == value
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : text;
    }

    private static string NumberText(object number) => number is double or float && Convert.ToDouble(number, CultureInfo.InvariantCulture) is var value
        && Math.Abs(value) < 1e27 && Math.Truncate(value) == value
            ? value.ToString("F0", CultureInfo.InvariantCulture)
            : number is decimal exact && decimal.Truncate(exact) == exact
                ? exact.ToString("0", CultureInfo.InvariantCulture)
                : ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);

    private static bool VisitLeaf(string text, TextOrigin origin, TextVisitor visitor, Queue<string> leaves)
    {
        var visited = visitor.Visit(origin, text);
        leaves.Enqueue(visited);
        return !ReferenceEquals(visited, text);
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer, Queue<string> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(leaves.Dequeue());
                    Write(property.Value, writer, leaves);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, writer, leaves);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(leaves.Dequeue());
                break;
            case JsonValueKind.Number:
                var text = leaves.Dequeue();
                if (string.Equals(text, NumberText(element), StringComparison.Ordinal))
                    writer.WriteRawValue(element.GetRawText());
                else
                    writer.WriteStringValue(text);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
