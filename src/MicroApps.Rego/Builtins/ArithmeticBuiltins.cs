using System.Numerics;

namespace MicroApps.Rego;

/// <summary><c>plus</c>, <c>minus</c> (of sets too), <c>mul</c>, <c>div</c>, <c>rem</c>, <c>abs</c>, <c>round</c>, <c>ceil</c>, <c>floor</c>, <c>format_int</c>.</summary>
internal static class ArithmeticBuiltins
{
    public const string OutOfRange = "number is out of range";

    public static IEnumerable<Builtin> All =>
    [
        new("plus", Plus), new("minus", Minus), new("mul", Multiply), new("div", Divide), new("rem", Remainder),
        new("abs", Abs), new("round", Round), new("ceil", Ceiling), new("floor", Floor), new("format_int", FormatInteger),
    ];

    private static RegoValue? Plus(BuiltinContext context, RegoValue[] args)
    {
        if (TryGetIntegers(args, out var x, out var y) && TryAdd(x, y, out var sum))
            return NumberValue.Of(sum);
        return OnFloats(context, args, SoftFloat.Add);
    }

    private static RegoValue? Minus(BuiltinContext context, RegoValue[] args)
    {
        if (TryGetIntegers(args, out var x, out var y) && y != long.MinValue && TryAdd(x, -y, out var difference))
            return NumberValue.Of(difference);
        return (args[0], args[1]) switch
        {
            (NumberValue, NumberValue) => OnFloats(context, args, SoftFloat.Subtract),
            (SetValue left, SetValue right) => SetBuiltins.Difference(left, right),
            (NumberValue, _) => context.FailOperand(2, args[1], RegoKind.Number),
            (SetValue, _) => context.FailOperand(2, args[1], RegoKind.Set),
            _ => context.FailOperand(1, args[0], RegoKind.Number, RegoKind.Set),
        };
    }

    private static RegoValue? Multiply(BuiltinContext context, RegoValue[] args)
    {
        if (TryGetIntegers(args, out var x, out var y) && TryMultiply(x, y, out var product))
            return NumberValue.Of(product);
        return OnFloats(context, args, SoftFloat.Multiply);
    }

    private static RegoValue? Divide(BuiltinContext context, RegoValue[] args)
    {
        // 0 / -5 is -0, as in OPA.
        if (TryGetIntegers(args, out var x, out var y) && x is not (0 or long.MinValue) && y != 0 && x % y == 0)
            return NumberValue.Of(x / y);
        return args[0] is NumberValue && args[1] is NumberValue divisor && new DecimalText(divisor.Text).IsZero
            ? context.Fail("divide by zero")
            : OnFloats(context, args, SoftFloat.Divide);
    }

    private static RegoValue? Remainder(BuiltinContext context, RegoValue[] args)
    {
        if (TryGetIntegers(args, out var x, out var y))
            return y == 0 ? context.Fail("modulo by zero") : NumberValue.Of(y == -1 ? 0 : x % y);
        if (args[0] is not NumberValue left)
            return context.FailOperand(1, args[0], RegoKind.Number);
        if (args[1] is not NumberValue right)
            return context.FailOperand(2, args[1], RegoKind.Number);
        if (!left.TryGetInteger(out var dividend) || !right.TryGetInteger(out var divisor))
            return context.Fail("modulo on floating-point number");
        return divisor.IsZero ? context.Fail("modulo by zero") : NumberValue.Of(BigInteger.Remainder(dividend, divisor));
    }

    private static RegoValue? Abs(BuiltinContext context, RegoValue[] args) =>
        OnFloat(context, args, value => NumberValue.Of(value.Abs()), Math.Abs);

    private static RegoValue? Round(BuiltinContext context, RegoValue[] args)
    {
        var half = SoftFloat.Divide(SoftFloat.From(1), SoftFloat.From(2));
        // Halves away from zero.
        return OnFloat(context, args, value => NumberValue.Of(SoftFloat.Add(value, value.IsNegative ? half.Negate() : half).Truncate()), value => value);
    }

    private static RegoValue? Ceiling(BuiltinContext context, RegoValue[] args) =>
        // OPA forgets the sign when the whole part is 0: the ceiling of -0.5 is 1.
        OnFloat(context, args, value => NumberValue.Of(value.Truncate() is { Sign: >= 0 } whole && !value.IsInteger ? whole + 1 : value.Truncate()), value => value);

    private static RegoValue? Floor(BuiltinContext context, RegoValue[] args) =>
        // OPA forgets the sign when the whole part is 0: the floor of -0.5 is 0.
        OnFloat(context, args, value => NumberValue.Of(value.Truncate() is { Sign: < 0 } whole && !value.IsInteger ? whole - 1 : value.Truncate()), value => value);

    private static RegoValue? FormatInteger(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not NumberValue number)
            return context.FailOperand(1, args[0], RegoKind.Number);
        if (args[1] is not NumberValue radix)
            return context.FailOperand(2, args[1], RegoKind.Number);
        if (radix.Text is not ("2" or "8" or "10" or "16"))
            return context.FailOperand(2, "must be one of {2, 8, 10, 16}");
        if (!number.TryGetFloat(out var value))
            return context.Fail(OutOfRange);
        return RegoValue.From(BitsBuiltins.Format(value.Truncate(), radix.Text));
    }

    /// <summary>Adds; false on overflow.</summary>
    public static bool TryAdd(long x, long y, out long sum)
    {
        sum = unchecked(x + y);
        return ((x ^ sum) & (y ^ sum)) >= 0;
    }

    /// <summary>Multiplies; false on overflow.</summary>
    public static bool TryMultiply(long x, long y, out long product)
    {
        product = unchecked(x * y);
        if (x is > int.MinValue and <= int.MaxValue && y is > int.MinValue and <= int.MaxValue)
            return true;
        // long.MinValue / -1 overflows as well.
        return x == 0 || (x == -1 ? y != long.MinValue : product / x == y);
    }

    private static bool TryGetIntegers(RegoValue[] args, out long x, out long y)
    {
        (x, y) = (0, 0);
        return args[0] is NumberValue left && args[1] is NumberValue right && left.TryGetInt64(out x) && right.TryGetInt64(out y);
    }

    private static RegoValue? OnFloats(BuiltinContext context, RegoValue[] args, Func<SoftFloat, SoftFloat, SoftFloat> compute)
    {
        if (args[0] is not NumberValue left)
            return context.FailOperand(1, args[0], RegoKind.Number);
        if (args[1] is not NumberValue right)
            return context.FailOperand(2, args[1], RegoKind.Number);
        return left.TryGetFloat(out var x) && right.TryGetFloat(out var y) && NumberValue.Of(compute(x, y)) is { } result ? result : context.Fail(OutOfRange);
    }

    private static RegoValue? OnFloat(BuiltinContext context, RegoValue[] args, Func<SoftFloat, NumberValue?> compute, Func<long, long> ofInteger)
    {
        if (args[0] is not NumberValue number)
            return context.FailOperand(1, args[0], RegoKind.Number);
        if (number.TryGetInt64(out var integer) && integer != long.MinValue)
            return NumberValue.Of(ofInteger(integer));
        return number.TryGetFloat(out var value) ? compute(value) : context.Fail(OutOfRange);
    }
}
