using System.Runtime.InteropServices;
using System.Text.Json;

namespace MicroApps.Rego;

/// <summary>Parsed JSON to values.</summary>
internal static class JsonElementReader
{
    /// <exception cref="FormatException">It is nested too deeply.</exception>
    /// <exception cref="ArgumentException">It is no value at all.</exception>
    public static RegoValue Read(JsonElement element, int depth = 0) => element.ValueKind switch
    {
        JsonValueKind.Array or JsonValueKind.Object when depth >= JsonReader.MostDepth => throw new FormatException("exceeded max depth"),
        JsonValueKind.Null => RegoValue.Null,
        JsonValueKind.True => RegoValue.True,
        JsonValueKind.False => RegoValue.False,
        JsonValueKind.String => new StringValue(Text(element)),
        JsonValueKind.Number => element.TryGetInt64(out var integer) && integer != 0 ? NumberValue.Of(integer) : NumberValue.Of(element.GetRawText()),
        JsonValueKind.Array => ReadArray(element, depth),
        JsonValueKind.Object => ReadObject(element, depth),
        _ => throw new ArgumentException("The element has no value.", nameof(element)),
    };

    // What is no pair of surrogates, System.Text.Json refuses to read.
    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ((StringValue)JsonReader.Read(element.GetRawText())).Value;
        }
    }

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return ((StringValue)JsonReader.Read([(byte)'"', .. JsonMarshal.GetRawUtf8PropertyName(property), (byte)'"'])).Value;
        }
    }

    private static ArrayValue ReadArray(JsonElement element, int depth)
    {
        var items = new RegoValue[element.GetArrayLength()];
        var i = 0;
        foreach (var item in element.EnumerateArray())
            items[i++] = Read(item, depth + 1);
        return items.Length == 0 ? ArrayValue.Empty : new(items);
    }

    private static ObjectValue ReadObject(JsonElement element, int depth)
    {
        var items = new Dictionary<RegoValue, RegoValue>();
        foreach (var property in element.EnumerateObject())
            items[new StringValue(Name(property))] = Read(property.Value, depth + 1);
        return items.Count == 0 ? ObjectValue.Empty : ObjectValue.From(items);
    }
}
