using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Values as YAML, as Go's writer lays it out: blocks, lists as deep as what they belong to, keys in natural order.</summary>
internal static class YamlWriter
{
    public static string Write(RegoValue value)
    {
        var result = new StringBuilder();
        WriteBlock(result, value, 0);
        return result.ToString();
    }

    /// <summary>Writes a value where its first line already has its indent.</summary>
    private static void WriteBlock(StringBuilder result, RegoValue value, int indent)
    {
        Budget.Enter(8 * value.Count);
        Budget.Current.CheckText(result.Length);
        if (value is ObjectValue { Count: > 0 } items)
        {
            var pairs = items.Order.Select(i => (Key: KeyOf(items.Keys[i]), Value: items.Values[i])).OrderBy(p => p.Key, Comparer<string>.Create(Compare));
            var isFirst = true;
            foreach (var pair in pairs)
            {
                Indent(result, isFirst ? 0 : indent);
                isFirst = false;
                if (pair.Key.IndexOf('\n') is >= 0)
                    result.Append("? ");
                WriteText(result, pair.Key, indent);
                if (pair.Key.IndexOf('\n') is >= 0)
                    Indent(result.Append('\n'), indent);
                WriteValue(result.Append(':'), pair.Value, indent);
            }
        }
        else if (TextOperand.Members(value) is { Length: > 0 } members)
        {
            for (var i = 0; i < members.Length; i++)
            {
                Indent(result, i == 0 ? 0 : indent);
                WriteBlock(result.Append("- "), members[i], indent + 2);
            }
        }
        else
        {
            WriteScalar(result, value, indent);
            result.Append('\n');
        }
    }

    private static void WriteValue(StringBuilder result, RegoValue value, int indent)
    {
        if (value.Count == 0)
        {
            WriteBlock(result.Append(' '), value, indent);
            return;
        }

        var inner = value is ObjectValue ? indent + 2 : indent;
        Indent(result.Append('\n'), inner);
        WriteBlock(result, value, inner);
    }

    private static void WriteScalar(StringBuilder result, RegoValue value, int indent)
    {
        if (value is StringValue text)
            WriteText(result, text.Value, indent);
        else if (value is NumberValue number)
            result.Append(NumberOf(number));
        else if (value is BooleanValue or NullValue)
            result.Append(Text.ToTerm(value));
        else
            result.Append(value is ObjectValue ? "{}" : "[]");
    }

    private static string NumberOf(NumberValue number)
    {
        if (ulong.TryParse(number.Text.TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var _))
            return number.Text == "-0" ? "0" : number.Text;
        var isReal = double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsInfinity(real);
        return isReal ? GoFloat.Format(real, 'g', -1) : number.Text;
    }

    private static void WriteText(StringBuilder result, string text, int indent)
    {
        Budget.Current.SpendText(8L * text.Length);
        Budget.Current.CheckText(result.Length + (long)text.Length);
        if (text.Any(c => (c < ' ' && c != '\n') || c is '\x7F' or '\uFEFF' || char.IsSurrogate(c)))
            WriteQuoted(result, text);
        else if (text.Length > 0 && text.IndexOf('\n') is >= 0)
            WriteLines(result, text, indent == 0 ? 2 : indent);
        else if (YamlScalar.Resolve(text) is not StringValue || IsDate(text))
            result.Append('"').Append(text).Append('"');
        else
            result.Append(IsPlain(text) ? text : $"'{text.Replace("'", "''")}'");
    }

    /// <summary>Quotes as Go does, except that it escapes what lies above U+FFFF.</summary>
    private static void WriteQuoted(StringBuilder result, string text)
    {
        result.Append('"');
        for (var i = 0; i < text.Length; i += Runes.LengthAt(text, i))
        {
            var quoted = GoQuote.Quote(text.Substring(i, Runes.LengthAt(text, i)));
            result.Append(Runes.LengthAt(text, i) == 2 ? "\\U" + Runes.At(text, i).ToString("X8", CultureInfo.InvariantCulture)
                : text[i] switch { '\0' => "\\0", '\uFEFF' => "\\uFEFF", _ => quoted.Substring(1, quoted.Length - 2) });
        }

        result.Append('"');
    }

    private static void WriteLines(StringBuilder result, string text, int indent)
    {
        var body = text.TrimEnd('\n');
        var ends = text.Length - body.Length;
        result.Append('|').Append(body.Length == 0 || text[0] is ' ' or '\n' ? "2" : "").Append(ends == 0 ? "-" : ends > 1 || body.Length == 0 ? "+" : "");
        foreach (var line in body.Split('\n'))
            Indent(result.Append('\n'), line.Length == 0 ? 0 : indent).Append(line);
        result.Append('\n', Math.Max(ends - 1, 0));
    }

    private static bool IsPlain(string text) =>
        text[0] is not (' ' or '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' or '\u2028' or '\u2029')
        && !(text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] == ' '))
        && !text.StartsWith("---", StringComparison.Ordinal) && !text.StartsWith("...", StringComparison.Ordinal)
        && text[text.Length - 1] is not (' ' or ':') && text.IndexOf(": ", StringComparison.Ordinal) is < 0 && text.IndexOf(" #", StringComparison.Ordinal) is < 0;

    private static bool IsDate(string text) => text.Length >= 8 && char.IsDigit(text[0]) && text[4] == '-' && text.All(c => char.IsDigit(c) || c is '-' or ':' or '.' or ' ' or 'T' or 'Z' or '+');

    private static string KeyOf(RegoValue key) => key is StringValue text ? text.Value : Text.ToJson(key);

    private static StringBuilder Indent(StringBuilder result, int indent) => result.Append(' ', indent);

    /// <summary>The order of keys: letters behind everything else, runs of digits by their number.</summary>
    private static int Compare(string left, string right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] == right[i])
                continue;
            var (l, r) = (char.IsLetter(left[i]), char.IsLetter(right[i]));
            if (l != r)
                return l ? 1 : -1;
            var (leftDigits, rightDigits) = (DigitsAt(left, i), DigitsAt(right, i));
            return leftDigits > 0 && rightDigits > 0 && leftDigits != rightDigits ? leftDigits.CompareTo(rightDigits) : left[i].CompareTo(right[i]);
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int DigitsAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        return end - at;
    }
}
