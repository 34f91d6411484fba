using System.Text;

namespace MicroApps.Rego;

/// <summary>JSON to values, by RFC 8259: numbers keep their text, of equal keys the last wins, what is no UTF-8 or no pair of surrogates becomes U+FFFD.</summary>
internal static class JsonReader
{
    /// <summary>How deep arrays and objects may be nested.</summary>
    public const int MostDepth = 1_000;

    /// <exception cref="FormatException">It is no JSON, or nested too deeply; the message tells line and column.</exception>
    public static RegoValue Read(ReadOnlySpan<byte> utf8)
    {
        if (TryRead(utf8, out var error, out var offset) is { } value)
            return value;
        var (line, start) = (1, 0);
        for (var i = 0; i < offset; i++)
            if (utf8[i] == (byte)'\n')
                (line, start) = (line + 1, i + 1);
        throw new FormatException($"line {line}, column {offset - start + 1}: {error}");
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static RegoValue Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The value of a text; null with an error as Go words it.</summary>
    public static RegoValue? TryRead(string json, out string error) => TryRead(Encoding.UTF8.GetBytes(json), out error, out _);

    /// <summary>The value of a text; null with an error as Go words it, and the offset of the byte that it is about.</summary>
    public static RegoValue? TryRead(ReadOnlySpan<byte> utf8, out string error, out int offset)
    {
        var parser = new JsonParser(utf8);
        try
        {
            var value = parser.Document();
            (error, offset) = (parser.Error, parser.Offset);
            return value;
        }
        finally
        {
            parser.Dispose();
        }
    }
}
