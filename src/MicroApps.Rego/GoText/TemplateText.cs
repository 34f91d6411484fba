namespace MicroApps.Rego;

/// <summary>Values of a template as text, as Go's <c>fmt</c> prints what JSON decodes to. A value is one of Rego, a <c>long</c>, a <c>double</c>, or null for what is missing.</summary>
internal static class TemplateText
{
    /// <summary>What is written for a value that is not there.</summary>
    public const string Missing = "<undefined>";

    public static string Of(object? value) => value switch
    {
        null or NullValue => "<nil>",
        long integer => GoArgument.Of(integer).String,
        double real => GoFloat.Format(real, 'g', -1),
        StringValue text => text.Value,
        NumberValue number => number.Text,
        ArrayValue array => Join("[", array.Items.Select(Of)),
        ObjectValue items => Join("map[", items.Order.Select(i => $"{Of(items.Keys[i])}:{Of(items.Values[i])}")),
        _ => Text.ToTerm((RegoValue)value),
    };

    /// <summary>Go's name of the type.</summary>
    public static string TypeOf(object? value) => value switch
    {
        null or NullValue => "<nil>",
        long => "int",
        double => "float64",
        StringValue => "string",
        NumberValue => "json.Number",
        BooleanValue => "bool",
        ArrayValue => "[]interface {}",
        _ => "map[string]interface {}",
    };

    public static bool IsTrue(object? value) => value switch
    {
        null or NullValue => false,
        long integer => integer != 0,
        double real => real != 0,
        BooleanValue boolean => boolean.Value,
        StringValue text => text.Value.Length > 0,
        NumberValue => true,
        _ => ((RegoValue)value).Count > 0,
    };

    /// <summary>Go's <c>fmt.Sprint</c>: a space between two values that are no texts.</summary>
    public static string Print(IReadOnlyList<object?> values)
    {
        if (values.Count == 1 && values[0] is StringValue text)
            return text.Value;
        var result = new BoundedText();
        for (var i = 0; i < values.Count; i++)
            result.Append(i > 0 && !IsText(values[i]) && !IsText(values[i - 1]) ? " " : "").Append(Of(values[i]));
        return result.ToString();
    }

    /// <summary>Go's <c>fmt.Sprintln</c>: a space between all values, and a line end.</summary>
    public static string PrintLine(IReadOnlyList<object?> values)
    {
        var result = new BoundedText();
        for (var i = 0; i < values.Count; i++)
            result.Append(i > 0 ? " " : "").Append(Of(values[i]));
        return result.Append('\n').ToString();
    }

    /// <summary>Go's <c>fmt.Sprintf</c>.</summary>
    public static string Format(string format, IEnumerable<object?> values)
    {
        var result = new BoundedText();
        GoFormat.Write(result, format, [.. values.Select(ToArgument)]);
        return result.ToString();
    }

    private static string Join(string open, IEnumerable<string> parts)
    {
        Budget.Enter(1);
        var (result, separator) = (new BoundedText().Append(open), "");
        foreach (var part in parts)
        {
            result.Append(separator).Append(part);
            separator = " ";
        }

        return result.Append(']').ToString();
    }

    private static GoArgument ToArgument(object? value) => value switch
    {
        long integer => GoArgument.Of(integer),
        double real => GoArgument.Of(real),
        StringValue text => GoArgument.Of(text.Value),
        _ => GoArgument.OfOther(TypeOf(value), Of(value)),
    };

    private static bool IsText(object? value) => value is StringValue or NumberValue;
}
