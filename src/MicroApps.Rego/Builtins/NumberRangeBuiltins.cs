using System.Numerics;

namespace MicroApps.Rego;

/// <summary><c>numbers.range</c> and <c>numbers.range_step</c>, upwards or downwards.</summary>
internal static class NumberRangeBuiltins
{
    public static IEnumerable<Builtin> All => [new("numbers.range", Range), new("numbers.range_step", RangeWithStep)];

    private static ArrayValue? Range(BuiltinContext context, RegoValue[] args) =>
        BitsBuiltins.TryGetInteger(context, args, 0, out var from) && BitsBuiltins.TryGetInteger(context, args, 1, out var to)
            ? Numbers(context, from, to, BigInteger.One)
            : null;

    private static RegoValue? RangeWithStep(BuiltinContext context, RegoValue[] args)
    {
        if (!BitsBuiltins.TryGetInteger(context, args, 0, out var from)
            || !BitsBuiltins.TryGetInteger(context, args, 1, out var to)
            || !BitsBuiltins.TryGetInteger(context, args, 2, out var step))
            return null;
        // OPA names the function twice.
        return step.Sign <= 0 ? context.Fail("numbers.range_step: step must be a positive integer") : Numbers(context, from, to, step);
    }

    private static ArrayValue Numbers(BuiltinContext context, BigInteger from, BigInteger to, BigInteger step)
    {
        var count = BigInteger.Divide(BigInteger.Abs(to - from), step) + 1;
        context.Budget.CheckElements(count > Budget.MostElements ? long.MaxValue : (long)count);
        if (from > to)
            step = -step;
        var numbers = new RegoValue[(int)count];
        var areSmall = BigInteger.Abs(from) < int.MaxValue && BigInteger.Abs(to) < int.MaxValue && BigInteger.Abs(step) < int.MaxValue;
        for (var i = 0; i < numbers.Length; i++)
        {
            context.Budget.Spend((i & 7) == 7 ? 1 : 0);
            numbers[i] = areSmall ? NumberValue.Of((long)from + (i * (long)step)) : NumberValue.Of(from + (i * step));
        }

        return new ArrayValue(numbers);
    }
}
