using System.Text;

namespace MicroApps.Rego;

/// <summary>Reads what stands between the quotes of a string.</summary>
internal static class StringLiteral
{
    /// <summary>The text meant by a piece of the source with JSON's escapes; null when an escape, or a control character beside one, is illegal.</summary>
    public static string? Unescape(string source, int start, int end, bool inTemplate)
    {
        var escape = source.IndexOf('\\', start, end - start);
        if (escape < 0)
            return source.Substring(start, end - start);
        var text = new StringBuilder(end - start).Append(source, start, escape - start);
        for (var i = escape; i < end; i++)
        {
            var c = source[i];
            if (c < ' ')
                return null;
            if (c != '\\')
                text.Append(c);
            else if (!AppendEscape(source, end, ref i, inTemplate, text))
                return null;
        }

        // A half of a surrogate pair alone stands for nothing: OPA puts the replacement character in its place.
        return WellFormed(text);
    }

    /// <summary>The text meant by a piece of a raw template, where only the brace has an escape.</summary>
    public static string UnescapeRaw(string source, int start, int end)
    {
        var text = source.Substring(start, end - start);
        return text.Contains("\\{") ? text.Replace("\\{", "{") : text;
    }

    private static bool AppendEscape(string source, int end, ref int at, bool inTemplate, StringBuilder text)
    {
        if (++at >= end)
            return false;
        var c = source[at];
        if (c == 'u')
        {
            if (at + 4 >= end || !TryReadHex(source, at + 1, out var unit))
                return false;
            text.Append(unit);
            at += 4;
            return true;
        }

        var meant = c switch { '"' or '\\' or '/' => c, 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', '{' when inTemplate => c, _ => '\0' };
        text.Append(meant);
        return meant != '\0';
    }

    private static bool TryReadHex(string source, int start, out char unit)
    {
        var value = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = HexDigit(source[i]);
            if (digit < 0)
            {
                unit = default;
                return false;
            }

            value = (value << 4) | digit;
        }

        unit = (char)value;
        return true;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static string WellFormed(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                text[i] = '\uFFFD';
        }

        return text.ToString();
    }
}
