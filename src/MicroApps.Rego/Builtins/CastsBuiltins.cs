namespace MicroApps.Rego;

/// <summary><c>to_number</c> and the deprecated <c>cast_array</c> to <c>cast_object</c>.</summary>
internal static class CastsBuiltins
{
    /// <summary>From here on, a number is nearer to infinity than to the greatest float64, and refused.</summary>
    private const string TooLarge = "1.79769313486231580793728971405303e308";

    public static IEnumerable<Builtin> All =>
    [
        new("to_number", ToNumber), new("cast_array", ToArray), new("cast_set", ToSet),
        Only("cast_string", RegoKind.String), Only("cast_boolean", RegoKind.Boolean), Only("cast_null", RegoKind.Null), Only("cast_object", RegoKind.Object),
    ];

    private static Builtin Only(string name, RegoKind kind) =>
        new(name, (context, args) => args[0].Kind == kind ? args[0] : context.FailOperand(1, args[0], kind));

    private static RegoValue? ToNumber(BuiltinContext context, RegoValue[] args)
    {
        switch (args[0])
        {
            case NullValue:
                return NumberValue.Of(0);
            case BooleanValue:
                return NumberValue.Of(args[0].Equals(RegoValue.True) ? 1 : 0);
            case NumberValue:
                return args[0];
            case StringValue text when text.Value.TrimStart('+', '-').ToUpperInvariant() is "INF" or "INFINITY" or "NAN":
                return context.FailOperand(1, "must be valid number string but got string");
            case StringValue text:
                return GoNumber.ToJson(text.Value) is not { } number ? FailParse(context, text, "invalid syntax")
                    : new DecimalText(number.TrimStart('-')).CompareTo(new DecimalText(TooLarge)) >= 0 ? FailParse(context, text, "value out of range")
                    : NumberValue.Of(number);
            default:
                return context.FailOperand(1, args[0], RegoKind.Null, RegoKind.Boolean, RegoKind.Number, RegoKind.String);
        }
    }

    private static RegoValue? FailParse(BuiltinContext context, StringValue text, string reason) =>
        context.Fail($"strconv.ParseFloat: parsing {TermWriter.Quote(text.Value)}: {reason}");

    private static RegoValue? ToArray(BuiltinContext context, RegoValue[] args) => args[0] switch
    {
        ArrayValue => args[0],
        SetValue set => new ArrayValue(set.Sorted),
        _ => context.FailOperand(1, args[0], RegoKind.Array, RegoKind.Set),
    };

    private static SetValue ToSet(BuiltinContext context, ArrayValue array)
    {
        context.Budget.SpendElements(4L * array.Count);
        return new(array.Items);
    }

    private static RegoValue? ToSet(BuiltinContext context, RegoValue[] args) => args[0] switch
    {
        ArrayValue array => ToSet(context, array),
        SetValue => args[0],
        _ => context.FailOperand(1, args[0], RegoKind.Array, RegoKind.Set),
    };
}
