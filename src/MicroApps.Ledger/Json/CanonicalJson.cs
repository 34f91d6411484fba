using System.Buffers;
using System.Text.Json;

namespace MicroApps.Ledger;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): equal data gives equal bytes, so that it can be hashed. Properties are sorted by UTF-16
/// code units, numbers are written as ECMAScript writes doubles, strings with the fewest escapes, and nothing stands between tokens.
/// </summary>
/// <remarks>
/// As in ECMAScript, a number means the nearest double: integers beyond <see cref="MaxInteger"/> lose digits, so write those as strings.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The most levels of objects and arrays inside each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>The largest integer that doubles hold without gaps below it: 2^53 − 1.</summary>
    public const long MaxInteger = (1L << 53) - 1;

    // Stands for text that cannot be decoded: the writer refuses it and knows the place.
    private const string NotUnicode = "\uD800";

    /// <summary>The canonical form of a JSON text.</summary>
    /// <exception cref="CanonicalJsonException">The text is not JSON, or its data has no canonical form.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            // The parser's time grows with the square of the depth: hostile nesting must stop here already.
            return Canonicalize(JsonElement.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = MaxDepth }));
        }
        catch (JsonException e)
        {
            // Without the inner exception: its message may quote the text.
            throw new CanonicalJsonException(
                $"The text is not JSON (RFC 8259), or nested deeper than {MaxDepth} levels.",
                $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }
    }

    /// <summary>The canonical form of a parsed value.</summary>
    /// <exception cref="CanonicalJsonException">The data has no canonical form: a property twice, invalid Unicode, a number beyond doubles, or too deep.</exception>
    public static byte[] Canonicalize(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes the canonical form of a parsed value.</summary>
    /// <exception cref="CanonicalJsonException">As for <see cref="Canonicalize(JsonElement)"/>; part of the output may have been written.</exception>
    public static void Write(IBufferWriter<byte> output, JsonElement value) => Write(new CanonicalJsonWriter(output), value);

    private static void Write(CanonicalJsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(value, static v => v.GetString()!));
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(value.ValueKind == JsonValueKind.True);
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                throw writer.Refuse("There is no value: give an element of a parsed document.");
        }
    }

    private static void WriteObject(CanonicalJsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        var properties = new List<(string Name, JsonElement Value)>();
        foreach (var property in value.EnumerateObject())
            properties.Add((Text(property, static p => p.Name), property.Value));
        properties.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var (name, item) in properties)
        {
            writer.WritePropertyName(name);
            Write(writer, item);
        }
        writer.WriteEndObject();
    }

    private static string Text<T>(T source, Func<T, string> read)
    {
        try
        {
            return read(source);
        }
        catch (InvalidOperationException)
        {
            return NotUnicode;      // the parser keeps strings as they came and decodes them only here
        }
    }
}
