using System.Globalization;
using System.Numerics;

namespace MicroApps.Rego;

/// <summary><c>units.parse</c> (exact, of Kubernetes quantities: <c>m</c> is a thousandth) and <c>units.parse_bytes</c> (whole bytes, in any case of letters).</summary>
internal static class UnitsBuiltins
{
    private const string Prefixes = "kmgtpe";
    private const int MostExponentDigits = 6;

    /// <summary>Digits and zeros that one number may have.</summary>
    private const int MostPlaces = 10_000;

    // The float64 nearest to a thousandth, from which OPA computes.
    private static readonly BigInteger Milli = 1152921504606847;
    private static readonly BigInteger MilliDivisor = BigInteger.One << 60;
    private static readonly BigInteger TenPlaces = 10_000_000_000;

    public static IEnumerable<Builtin> All => [new("units.parse", Parse), new("units.parse_bytes", ParseBytes)];

    private static RegoValue? Parse(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue text)
            return context.FailOperand(1, args[0], RegoKind.String);
        if (Split(context, text.Value.Replace("\"", ""), "amount") is not var (amount, unit))
            return null;
        // M and m differ, so only the first letter keeps its case.
        if (unit.Length > 1)
            unit = unit[0] + unit.Substring(1).ToLowerInvariant();
        var (factor, divisor) = unit == "m" ? (Milli, MilliDivisor) : (Factor(unit.ToLowerInvariant()), BigInteger.One);
        if (factor.IsZero)
            return Fail(context, $"unit {unit} not recognized");
        if (GoNumber.ToJson(amount) is not { } number)
            return Fail(context, "could not parse amount to a number");
        return Exact(context, new DecimalText(number), factor, divisor);
    }

    private static RegoValue? ParseBytes(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue text)
            return context.FailOperand(1, args[0], RegoKind.String);
        if (Split(context, text.Value.ToLowerInvariant().Replace("\"", ""), "byte amount") is not var (amount, unit))
            return null;
        var factor = unit is [_, .., 'b'] ? Factor(unit.Substring(0, unit.Length - 1)) : Factor(unit);
        if (factor.IsZero)
            return Fail(context, $"byte unit {unit} not recognized");
        if (GoNumber.ToJson(amount) is not { } number)
            return Fail(context, "could not parse byte amount to a number");
        if (!SoftFloat.TryParse(number, out var value))
            return Fail(context, "exponent too large");
        return NumberValue.Of(SoftFloat.Multiply(value, SoftFloat.From((long)factor)).Truncate());
    }

    /// <summary>What a unit in small letters stands for: a power of 1000, or of 1024 with an i behind it; 0 for no unit.</summary>
    private static BigInteger Factor(string unit)
    {
        if (unit.Length == 0)
            return BigInteger.One;
        var power = Prefixes.IndexOf(unit[0]) + 1;
        return power == 0 ? BigInteger.Zero
            : unit.Length == 1 ? BigInteger.Pow(1000, power)
            : unit.Substring(1) == "i" ? BigInteger.Pow(1024, power)
            : BigInteger.Zero;
    }

    /// <summary>The quantity: whole, or with ten decimal places, of which the last is rounded half away from zero.</summary>
    private static RegoValue? Exact(BuiltinContext context, DecimalText number, BigInteger factor, BigInteger divisor)
    {
        if (number.Scale is < -MostPlaces or > MostPlaces || number.Count > MostPlaces)
            return Fail(context, "exponent too large");
        var digits = new char[number.Count + 1];
        digits[0] = '0';
        for (var i = 0; i < number.Count; i++)
            digits[i + 1] = number[i];
        var magnitude = factor * BigInteger.Parse(new string(digits), NumberStyles.None, CultureInfo.InvariantCulture);
        var exponent = (int)number.Scale - number.Count;
        magnitude *= BigInteger.Pow(10, Math.Max(0, exponent));
        divisor *= BigInteger.Pow(10, Math.Max(0, -exponent));
        var whole = BigInteger.DivRem(magnitude, divisor, out var rest);
        if (rest.IsZero)
            return NumberValue.Of(number.IsNegative ? -whole : whole);
        var places = ((2 * magnitude * TenPlaces) + divisor) / (2 * divisor);
        var text = places.ToString("00000000000", CultureInfo.InvariantCulture);
        return NumberValue.Of((number.IsNegative ? "-" : "") + text.Insert(text.Length - 10, "."));
    }

    private static (string Amount, string Unit)? Split(BuiltinContext context, string text, string what)
    {
        var (end, hasSpace) = (EndOfAmount(text), text.IndexOfAny([' ']) >= 0);
        if (!hasSpace && end > 0)
            return (text.Substring(0, end), text.Substring(end));
        Fail(context, hasSpace ? "spaces not allowed in resource strings" : end < 0 ? "exponent too large" : $"no {what} provided");
        return null;
    }

    /// <summary>
    /// Where digits, points, signs and exponents end; -1 when an exponent has too many digits. An <c>e</c> without a digit or sign behind it is a unit.
    /// </summary>
    private static int EndOfAmount(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (>= '0' and <= '9') or '.' or '+' or '-')
                continue;
            if (text[i] is not ('e' or 'E') || i + 1 == text.Length || text[i + 1] is not ((>= '0' and <= '9') or '+' or '-'))
                return i;
            var digits = i + (text[i + 1] is '+' or '-' ? 2 : 1);
            var end = digits;
            while (end < text.Length && text[end] is >= '0' and <= '9')
                end++;
            if (end - digits > MostExponentDigits)
                return -1;
        }

        return text.Length;
    }

    /// <summary>OPA names the function twice.</summary>
    private static RegoValue? Fail(BuiltinContext context, string message) => context.Fail($"{context.Name}: {message}");
}
