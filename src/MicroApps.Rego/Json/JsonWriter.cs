using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>
/// Values to JSON, as OPA writes it: numbers verbatim, sets as sorted arrays, keys sorted by their code points, a key that is no string as the JSON of the key.
/// </summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private readonly bool _escapesHtml;
    private readonly string? _prefix;
    private readonly string _indent;

    private JsonWriter(bool escapesHtml, string? prefix, string indent) => (_escapesHtml, _prefix, _indent) = (escapesHtml, prefix, indent);

    /// <summary>One line without blanks.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="escapesHtml">Whether &lt;, &gt; and &amp; are escaped, as <c>json.marshal</c> does.</param>
    public static string Write(RegoValue value, bool escapesHtml) => Write(value, escapesHtml, null, "");

    /// <summary>One element a line, each line after a prefix and an indent for each level.</summary>
    public static string WriteIndented(RegoValue value, string prefix, string indent, bool escapesHtml) => Write(value, escapesHtml, prefix, indent);

    private static string Write(RegoValue value, bool escapesHtml, string? prefix, string indent)
    {
        var writer = new JsonWriter(escapesHtml, prefix, indent);
        writer._text.Append(prefix);
        writer.Write(value, 0);
        return writer._text.ToString();
    }

    private void Write(RegoValue value, int depth)
    {
        switch (value)
        {
            case BooleanValue:
                _text.Append(value.Equals(RegoValue.True) ? "true" : "false");
                break;
            case NumberValue number:
                _text.Append(number.Text);
                break;
            case StringValue text:
                Write(text.Value);
                break;
            case ArrayValue array:
                Write(array.Items, depth);
                break;
            case SetValue set:
                Write(set.Sorted, depth);
                break;
            case ObjectValue items:
                Write(items, depth);
                break;
            default:
                _text.Append("null");
                break;
        }
    }

    private void Write(RegoValue[] items, int depth)
    {
        Begin(items.Length);
        _text.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                _text.Append(',');
            NewLine(depth + 1);
            Write(items[i], depth + 1);
            if ((i & 255) == 255)
                Budget.Current.CheckText(_text.Length);
        }

        if (items.Length > 0)
            NewLine(depth);
        _text.Append(']');
    }

    private void Write(ObjectValue items, int depth)
    {
        Begin(items.Count);
        _text.Append('{');
        var isFirst = true;
        foreach (var (key, value) in InOrder(items))
        {
            if (!isFirst)
                _text.Append(',');
            isFirst = false;
            NewLine(depth + 1);
            Write(key);
            _text.Append(_prefix is null ? ":" : ": ");
            Write(value, depth + 1);
        }

        if (!isFirst)
            NewLine(depth);
        _text.Append('}');
    }

    private static IEnumerable<(string Key, RegoValue Value)> InOrder(ObjectValue items)
    {
        if (Array.TrueForAll(items.Keys, key => key is StringValue))
            return items.Order.Select(i => (((StringValue)items.Keys[i]).Value, items.Values[i]));
        // Of keys with the same text, the last in the order of Rego wins.
        var byText = new Dictionary<string, RegoValue>(StringComparer.Ordinal);
        foreach (var i in items.Order)
            byText[items.Keys[i] is StringValue text ? text.Value : Write(items.Keys[i], escapesHtml: true)] = items.Values[i];
        return byText.OrderBy(item => item.Key, Comparer<string>.Create(StringValue.Compare)).Select(item => (item.Key, item.Value));
    }

    private void Begin(int elements)
    {
        Budget.Enter(elements);
        Budget.Current.CheckText(_text.Length);
    }

    private void NewLine(int depth)
    {
        if (_prefix is null)
            return;
        _text.Append('\n').Append(_prefix);
        for (; depth > 0; depth--)
            _text.Append(_indent);
    }

    private void Write(string text)
    {
        Budget.Current.SpendText(text.Length);
        Budget.Current.CheckText(_text.Length + (long)text.Length);
        _text.Append('"');
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text, i) is not { } escape)
                continue;
            _text.Append(text, plain, i - plain).Append(escape);
            plain = i + 1;
        }

        _text.Append(text, plain, text.Length - plain).Append('"');
    }

    private string? Escape(string text, int at) => text[at] switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '<' or '>' or '&' => _escapesHtml ? Hexadecimal(text[at]) : null,
        < ' ' or '\u2028' or '\u2029' => Hexadecimal(text[at]),
        >= '\uD800' and <= '\uDBFF' => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? null : "\uFFFD",
        >= '\uDC00' and <= '\uDFFF' => at > 0 && char.IsHighSurrogate(text[at - 1]) ? null : "\uFFFD",
        _ => null,
    };

    private static string Hexadecimal(char unit) => "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture);
}
