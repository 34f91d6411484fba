using System.Globalization;

namespace MicroApps.Rego;

/// <summary><c>rand.intn</c>: the same number for the same arguments, all through an evaluation.</summary>
internal static class RandomBuiltins
{
    private const string Name = "rand.intn";

    public static IEnumerable<Builtin> All => [new(Name, Below)];

    private static RegoValue? Below(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue seed)
            return context.FailOperand(1, args[0], RegoKind.String);
        if (args[1] is not NumberValue number)
            return context.FailOperand(2, args[1], RegoKind.Number);
        if (!number.TryGetInt64(out var end))
            return context.FailOperand(2, "must be integer number but got floating-point number");
        if (end is 0 or long.MinValue)
            return NumberValue.Of(0);
        end = Math.Abs(end);
        var key = (Name, end.ToString(CultureInfo.InvariantCulture) + " " + seed.Value);
        if (!context.Cache.TryGetValue(key, out var known))
            context.Cache[key] = known = NumberValue.Of(Next(context.Random, end));
        return (NumberValue)known;
    }

    private static long Next(Random random, long end)
    {
        var bytes = new byte[sizeof(long)];
        random.NextBytes(bytes);
        return (BitConverter.ToInt64(bytes, 0) & long.MaxValue) % end;
    }
}
