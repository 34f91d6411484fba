using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Values as terms of Rego, as OPA prints them: <c>{"a": 1, "b": {1, 2}}</c>, <c>set()</c>, strings quoted as in Go.</summary>
internal static class TermWriter
{
    public static string Write(RegoValue value)
    {
        switch (value)
        {
            case NumberValue number:
                return number.Text;
            case StringValue text:
                return Quote(text.Value);
            default:
                var term = new StringBuilder();
                Write(term, value);
                return term.ToString();
        }
    }

    public static void Write(StringBuilder to, RegoValue value)
    {
        switch (value)
        {
            case BooleanValue:
                to.Append(value.Equals(RegoValue.True) ? "true" : "false");
                break;
            case NumberValue number:
                to.Append(number.Text);
                break;
            case StringValue text:
                Quote(to, text.Value);
                break;
            case ArrayValue array:
                WriteList(to, '[', array.Items, ']');
                break;
            case SetValue { Count: > 0 } set:
                WriteList(to, '{', set.Sorted, '}');
                break;
            case SetValue:
                to.Append("set()");
                break;
            case ObjectValue items:
                WriteObject(to, items);
                break;
            default:
                to.Append("null");
                break;
        }
    }

    /// <summary>A string in quotes, with Go's escapes: <c>\a</c>, <c>\x7f</c>, <c>\u00ad</c> for what is not to be seen.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        Quote(quoted, text);
        return quoted.ToString();
    }

    public static void Quote(StringBuilder to, string text)
    {
        Budget.Current.SpendText(text.Length);
        Budget.Current.CheckText(to.Length + (long)text.Length);
        to.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            Budget.Pass(i);
            if (text[i] == '"')
                to.Append("\\\"");
            else
                i += AppendRune(to, text, i) - 1;
        }

        to.Append('"');
    }

    /// <summary>A character in single quotes, as in Go's messages.</summary>
    public static string QuoteCharacter(char character)
    {
        var quoted = new StringBuilder("'");
        if (character == '\'')
            quoted.Append("\\'");
        else
            AppendRune(quoted, character.ToString(), 0);
        return quoted.Append('\'').ToString();
    }

    private static void Begin(StringBuilder to, int elements)
    {
        Budget.Enter(elements);
        Budget.Current.CheckText(to.Length);
    }

    private static void WriteList(StringBuilder to, char open, RegoValue[] items, char close)
    {
        Begin(to, items.Length);
        to.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                to.Append(", ");
            Write(to, items[i]);
            if ((i & 255) == 255)
                Budget.Current.CheckText(to.Length);
        }

        to.Append(close);
    }

    private static void WriteObject(StringBuilder to, ObjectValue items)
    {
        Begin(to, items.Count);
        to.Append('{');
        var isFirst = true;
        foreach (var i in items.Order)
        {
            if (!isFirst)
                to.Append(", ");
            isFirst = false;
            Write(to, items.Keys[i]);
            to.Append(": ");
            Write(to, items.Values[i]);
        }

        to.Append('}');
    }

    /// <summary>Appends a code point, escaped if need be, and tells how many UTF-16 units it has.</summary>
    private static int AppendRune(StringBuilder to, string text, int at)
    {
        var unit = text[at];
        if (unit is >= ' ' and < '\x7F' and not '\\')
        {
            to.Append(unit);
            return 1;
        }

        if (unit is < ' ' or '\\' or '\x7F')
        {
            to.Append('\\').Append(unit switch
            {
                '\\' => "\\", '\a' => "a", '\b' => "b", '\f' => "f", '\n' => "n", '\r' => "r", '\t' => "t", '\v' => "v",
                _ => "x" + ((int)unit).ToString("x2", CultureInfo.InvariantCulture),
            });
            return 1;
        }

        var length = char.IsSurrogatePair(text, at) ? 2 : 1;
        if (length == 1 && char.IsSurrogate(unit))
            to.Append('\uFFFD');
        else if (IsPrintable(CharUnicodeInfo.GetUnicodeCategory(text, at)))
            to.Append(text, at, length);
        else if (length == 1)
            to.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
        else
            to.Append("\\U").Append(char.ConvertToUtf32(text, at).ToString("x8", CultureInfo.InvariantCulture));
        return length;
    }

    /// <summary>Letters, marks, numbers, punctuation and symbols.</summary>
    private static bool IsPrintable(UnicodeCategory category) => category is < UnicodeCategory.SpaceSeparator or (> UnicodeCategory.PrivateUse and < UnicodeCategory.OtherNotAssigned);
}
