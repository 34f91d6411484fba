using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>The functions that every template of Go has, except <c>and</c> and <c>or</c>, which evaluate no more than they need.</summary>
internal static class TemplateFunctions
{
    private static readonly Dictionary<string, (int Least, int Most, Func<IReadOnlyList<object?>, object?> Run)> Known = new(StringComparer.Ordinal)
    {
        ["call"] = (1, int.MaxValue, v => throw new TemplateException($"non-function of type {TemplateText.TypeOf(v[0])}")),
        ["eq"] = (1, int.MaxValue, IsEqualToAny),
        ["ge"] = (2, 2, v => RegoValue.From(Compare(v) >= 0)),
        ["gt"] = (2, 2, v => RegoValue.From(Compare(v) > 0)),
        ["html"] = (0, int.MaxValue, v => Escape(v, c => "\0&'<>\"".IndexOf(c) is var at and >= 0 ? new[] { "\uFFFD", "&amp;", "&#39;", "&lt;", "&gt;", "&#34;" }[at] : null)),
        ["index"] = (1, int.MaxValue, v => v.Skip(1).Aggregate(v[0], Index)),
        ["js"] = (0, int.MaxValue, v => Escape(v, EscapeScript)),
        ["le"] = (2, 2, v => RegoValue.From(Compare(v) <= 0)),
        ["len"] = (1, 1, v => Length(v[0])),
        ["lt"] = (2, 2, v => RegoValue.From(Compare(v) < 0)),
        ["ne"] = (2, 2, v => RegoValue.From(!AreEqual(v[0], v[1]))),
        ["not"] = (1, 1, v => RegoValue.From(!TemplateText.IsTrue(v[0]))),
        ["print"] = (0, int.MaxValue, v => RegoValue.From(TemplateText.Print(v))),
        ["printf"] = (1, int.MaxValue, Format),
        ["println"] = (0, int.MaxValue, v => RegoValue.From(TemplateText.PrintLine(v))),
        ["slice"] = (1, 4, Slice),
        ["urlquery"] = (0, int.MaxValue, v => RegoValue.From(UrlBuiltins.Escape(TemplateText.Print(v)))),
    };

    public static bool IsKnown(string name) => name is "and" or "or" || Known.ContainsKey(name);

    /// <summary>What is wrong with the number of arguments; null when nothing is.</summary>
    public static string? CheckCount(string name, int count)
    {
        var (least, most) = name is "and" or "or" ? (1, int.MaxValue) : (Known[name].Least, Known[name].Most);
        return count >= least && count <= most ? null : $"wrong number of args for {name}: want {(least == most ? "" : "at least ")}{least} got {count}";
    }

    /// <exception cref="TemplateException">The arguments are of the wrong kind.</exception>
    public static object? Run(string name, IReadOnlyList<object?> arguments) => Known[name].Run(arguments);

    private static RegoValue Format(IReadOnlyList<object?> values)
    {
        if (values[0] is not StringValue format)
            throw new TemplateException($"wrong type for value; expected string; got {TemplateText.TypeOf(values[0])}");
        return RegoValue.From(TemplateText.Format(format.Value, values.Skip(1)));
    }

    private static RegoValue IsEqualToAny(IReadOnlyList<object?> values)
    {
        if (values.Count < 2)
            throw new TemplateException("missing argument for comparison");
        return RegoValue.From(values.Skip(1).Any(v => AreEqual(values[0], v)));
    }

    private static bool AreEqual(object? left, object? right)
    {
        if (left is ArrayValue or ObjectValue)
            throw new TemplateException($"non-comparable type {TemplateText.Of(left)}: {TemplateText.TypeOf(left)}");
        var (isLeft, isRight) = (left is not (null or NullValue), right is not (null or NullValue));
        if (!isLeft || !isRight)
            return isLeft == isRight;
        if (KindOf(left) != KindOf(right))
            throw new TemplateException("incompatible types for comparison");
        return left is long or double ? left.Equals(right) : string.Equals(TemplateText.Of(left), TemplateText.Of(right), StringComparison.Ordinal);
    }

    /// <summary>Numbers of the data are text to Go.</summary>
    private static int KindOf(object? value) => value switch { long => 1, double => 2, BooleanValue => 3, StringValue or NumberValue => 4, _ => 0 };

    private static int Compare(IReadOnlyList<object?> values)
    {
        var (left, right) = (KindOf(values[0]), KindOf(values[1]));
        if (left is 0 || right is 0 || (left == right && left == 3))
            throw new TemplateException("invalid type for comparison");
        if (left != right)
            throw new TemplateException("incompatible types for comparison");
        return left switch
        {
            1 => ((long)values[0]!).CompareTo((long)values[1]!),
            2 => ((double)values[0]!).CompareTo((double)values[1]!),
            _ => StringValue.Compare(TemplateText.Of(values[0]), TemplateText.Of(values[1])),
        };
    }

    private static long Length(object? value) => value switch
    {
        StringValue or NumberValue => Encoding.UTF8.GetByteCount(TemplateText.Of(value)),
        ArrayValue or ObjectValue => ((RegoValue)value).Count,
        null or NullValue => throw new TemplateException("len of nil pointer"),
        _ => throw new TemplateException($"len of type {TemplateText.TypeOf(value)}"),
    };

    private static object? Index(object? value, object? key)
    {
        switch (value)
        {
            case ObjectValue items:
                return key is StringValue ? items.Find((StringValue)key) : throw new TemplateException($"value has type {TemplateText.TypeOf(key)}; should be string");
            case ArrayValue array:
                return array.Items[Place(key, array.Items.Length - 1)];
            case StringValue text:
                var bytes = GoUtf8.GetBytes(text.Value);
                return (long)bytes[Place(key, bytes.Length - 1)];
            default:
                throw new TemplateException(value is null or NullValue ? "index of untyped nil" : $"can't index item of type {TemplateText.TypeOf(value)}");
        }
    }

    private static int Place(object? key, int most)
    {
        if (key is not long index)
            throw new TemplateException(key is null or NullValue ? "cannot index slice/array with nil" : $"cannot index slice/array with type {TemplateText.TypeOf(key)}");
        return index >= 0 && index <= most ? (int)index : throw new TemplateException($"index out of range: {index.ToString(CultureInfo.InvariantCulture)}");
    }

    private static RegoValue Slice(IReadOnlyList<object?> values)
    {
        var (items, bytes) = ((values[0] as ArrayValue)?.Items, values[0] is StringValue text ? GoUtf8.GetBytes(text.Value) : null);
        if (items is null && bytes is null)
            throw new TemplateException(values[0] is null or NullValue ? "slice of untyped nil" : $"can't slice item of type {TemplateText.TypeOf(values[0])}");
        var count = items?.Length ?? bytes!.Length;
        var start = values.Count > 1 ? Place(values[1], count) : 0;
        var end = values.Count > 2 ? Place(values[2], count) : count;
        if (start > end)
            throw new TemplateException($"invalid slice index: {start} > {end}");
        return items is not null ? new ArrayValue([.. items.Skip(start).Take(end - start)]) : RegoValue.From(GoUtf8.GetString([.. bytes!.Skip(start).Take(end - start)]));
    }

    private static RegoValue Escape(IReadOnlyList<object?> values, Func<char, string?> escape)
    {
        var text = values.Count == 1 && values[0] is null or NullValue ? "<no value>" : TemplateText.Print(values);
        var result = new BoundedText();
        foreach (var c in text)
            result.Append(escape(c) ?? c.ToString());
        return RegoValue.From(result.ToString());
    }

    private static string? EscapeScript(char c) => c switch
    {
        '\\' or '\'' or '"' => "\\" + c,
        '<' or '>' or '&' or '=' => $"\\u{(int)c:X4}",
        < ' ' => $"\\u{(int)c:X4}",
        _ => c < 0x80 || char.IsSurrogate(c) || GoQuote.IsPrintable(c) ? null : $"\\u{(int)c:X4}",
    };
}
