using System.Globalization;
using System.Numerics;

namespace MicroApps.Rego;

/// <summary><c>bits.and</c>, <c>bits.or</c>, <c>bits.xor</c>, <c>bits.negate</c>, <c>bits.lsh</c>, <c>bits.rsh</c>, on integers of any size.</summary>
internal static class BitsBuiltins
{
    private const int MostBits = 1 << 16;

    public static IEnumerable<Builtin> All =>
    [
        new("bits.and", (context, args) => OnIntegers(context, args, (_, x, y) => NumberValue.Of(x & y))),
        new("bits.or", (context, args) => OnIntegers(context, args, (_, x, y) => NumberValue.Of(x | y))),
        new("bits.xor", (context, args) => OnIntegers(context, args, (_, x, y) => NumberValue.Of(x ^ y))),
        new("bits.negate", (context, args) => TryGetInteger(context, args, 0, out var value) ? NumberValue.Of(-value - 1) : null),
        new("bits.lsh", (context, args) => OnIntegers(context, args, ShiftLeft)),
        new("bits.rsh", (context, args) => OnIntegers(context, args, ShiftRight)),
    ];

    /// <summary>An operand as an integer; false after a failure.</summary>
    public static bool TryGetInteger(BuiltinContext context, RegoValue[] args, int index, out BigInteger value)
    {
        value = default;
        if (args[index] is not NumberValue number)
            context.FailOperand(index + 1, $"must be integer but got {BuiltinContext.KindName(args[index].Kind)}");
        else if (number.TryGetInteger(out value))
            return true;
        else
            context.FailOperand(index + 1, "must be integer number but got floating-point number");
        return false;
    }

    /// <summary>An integer in the radix 2, 8, 10 or 16.</summary>
    public static string Format(BigInteger value, string radix)
    {
        if (radix == "10" || value.IsZero)
            return value.ToString(CultureInfo.InvariantCulture);
        var bits = radix switch { "2" => 1, "8" => 3, _ => 4 };
        var bytes = BigInteger.Abs(value).ToByteArray();
        var digits = new char[((bytes.Length * 8) + bits - 1) / bits];
        for (var i = 0; i < digits.Length; i++)
        {
            var (at, digit) = (i * bits, 0);
            for (var bit = 0; bit < bits && at + bit < bytes.Length * 8; bit++)
                digit |= ((bytes[(at + bit) / 8] >> ((at + bit) % 8)) & 1) << bit;
            digits[digits.Length - 1 - i] = "0123456789abcdef"[digit];
        }

        return (value.Sign < 0 ? "-" : "") + new string(digits).TrimStart('0');
    }

    private static RegoValue? OnIntegers(BuiltinContext context, RegoValue[] args, Func<BuiltinContext, BigInteger, BigInteger, RegoValue?> compute) =>
        TryGetInteger(context, args, 0, out var x) && TryGetInteger(context, args, 1, out var y) ? compute(context, x, y) : null;

    private static RegoValue? ShiftLeft(BuiltinContext context, BigInteger value, BigInteger shift)
    {
        if (shift.Sign < 0)
            return FailShift(context);
        // Not more than what memory and time for its text allow.
        if (shift > MostBits)
            return value.IsZero ? NumberValue.Of(0) : context.Fail(ArithmeticBuiltins.OutOfRange);
        return NumberValue.Of(value << (int)shift);
    }

    private static RegoValue? ShiftRight(BuiltinContext context, BigInteger value, BigInteger shift) =>
        shift.Sign < 0 ? FailShift(context) : NumberValue.Of(value >> (int)BigInteger.Min(shift, 2 * MostBits));

    private static RegoValue? FailShift(BuiltinContext context) =>
        context.FailOperand(2, "must be an unsigned integer number but got a negative integer");
}
