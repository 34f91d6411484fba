using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroApps;

/// <summary>Rewrites the strings in JSON-like values of a response. Values that hold none are passed on as they are.</summary>
internal static class JsonRestorer
{
    /// <summary>Rewrites the values of a map; null when nothing changes.</summary>
    public static Dictionary<string, object?>? Restore(IEnumerable<KeyValuePair<string, object?>> map, Func<string, string> rewrite)
    {
        var changed = false;
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            var restored = Restore(value, rewrite);
            changed |= !ReferenceEquals(restored, value);
            result[key] = restored;
        }

        return changed ? result : null;
    }

    /// <summary>Rewrites a value; the same object when nothing changes.</summary>
    public static object? Restore(object? value, Func<string, string> rewrite)
    {
        switch (value)
        {
            case string text:
                return rewrite(text);
            case JsonElement { ValueKind: JsonValueKind.String } element:
                var old = element.GetString()!;
                var restored = rewrite(old);
                return ReferenceEquals(old, restored) ? value : JsonSerializer.SerializeToElement(restored, JsonText.Default.String);
            case JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } element:
                var node = JsonNode.Parse(element.GetRawText())!;
                return RestoreNode(node, rewrite) ? JsonSerializer.SerializeToElement(node, JsonText.Default.JsonNode) : value;
            case IDictionary<string, object?> map:
                return Restore(map, rewrite) ?? value;
            default:
                return value;
        }
    }

    private static bool RestoreNode(JsonNode node, Func<string, string> rewrite)
    {
        var changed = false;
        switch (node)
        {
            case JsonObject properties:
                foreach (var (name, child) in properties.ToArray())
                {
                    if (child is JsonValue value && TryRewrite(value, rewrite, out var text))
                        (properties[name], changed) = (text, true);
                    else if (child is not null)
                        changed |= RestoreNode(child, rewrite);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue value && TryRewrite(value, rewrite, out var text))
                        (items[i], changed) = (text, true);
                    else if (items[i] is { } child)
                        changed |= RestoreNode(child, rewrite);
                }

                break;
        }

        return changed;
    }

    private static bool TryRewrite(JsonValue value, Func<string, string> rewrite, out string text)
    {
        text = "";
        if (!value.TryGetValue<string>(out var old))
            return false;
        text = rewrite(old);
        return !ReferenceEquals(old, text);
    }
}
