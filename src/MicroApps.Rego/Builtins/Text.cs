using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Values as text, and back: the one place where built-in functions meet the writers and the reader.</summary>
internal static class Text
{
    /// <summary>As JSON without spaces, letters that HTML knows escaped.</summary>
    public static string ToJson(RegoValue value) => Write(new(), value, isTerm: false).ToString();

    /// <summary>As a term of Rego, as OPA prints it.</summary>
    public static string ToTerm(RegoValue value) => Write(new(), value, isTerm: true).ToString();

    /// <summary>A value of JSON.</summary>
    public static bool TryFromJson(string text, out RegoValue value, out string error)
    {
        var reader = new JsonTextReader(text);
        error = reader.Read(out value);
        return error.Length == 0;
    }

    private static StringBuilder Write(StringBuilder result, RegoValue value, bool isTerm) => value switch
    {
        NullValue => result.Append("null"),
        BooleanValue boolean => result.Append(boolean.Value ? "true" : "false"),
        NumberValue number => result.Append(number.Text),
        StringValue text => isTerm ? result.Append(GoQuote.Quote(text.Value)) : WriteText(result, text.Value),
        ArrayValue array => WriteItems(result, array.Items, isTerm, '[', ']'),
        SetValue { Count: 0 } when isTerm => result.Append("set()"),
        SetValue set => WriteItems(result, set.Sorted, isTerm, isTerm ? '{' : '[', isTerm ? '}' : ']'),
        _ => WriteObject(result, (ObjectValue)value, isTerm),
    };

    private static StringBuilder WriteItems(StringBuilder result, RegoValue[] items, bool isTerm, char open, char close)
    {
        result.Append(open);
        for (var i = 0; i < items.Length; i++)
            Write(result.Append(i == 0 ? "" : isTerm ? ", " : ","), items[i], isTerm);
        return result.Append(close);
    }

    private static StringBuilder WriteObject(StringBuilder result, ObjectValue items, bool isTerm)
    {
        var order = isTerm ? [.. items.Order.Select(i => (Key: items.Keys[i], Value: items.Values[i]))]
            : items.Order.Select(i => (Key: items.Keys[i] is StringValue ? items.Keys[i] : RegoValue.From(ToJson(items.Keys[i])), Value: items.Values[i])).OrderBy(i => i.Key).ToArray();
        result.Append('{');
        for (var i = 0; i < order.Length; i++)
        {
            Write(result.Append(i == 0 ? "" : isTerm ? ", " : ","), order[i].Key, isTerm).Append(isTerm ? ": " : ":");
            Write(result, order[i].Value, isTerm);
        }

        return result.Append('}');
    }

    private static StringBuilder WriteText(StringBuilder result, string text)
    {
        result.Append('"');
        foreach (var c in text)
            if (c is '"' or '\\')
                result.Append('\\').Append(c);
            else if ("\b\f\n\r\t".IndexOf(c) is var at and >= 0)
                result.Append('\\').Append("bfnrt"[at]);
            else if (c is < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029')
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                result.Append(c);
        return result.Append('"');
    }
}
