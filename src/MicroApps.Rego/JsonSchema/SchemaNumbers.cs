using System.Globalization;
using System.Numerics;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Exact questions about decimal numbers, and how messages write them.</summary>
internal static class SchemaNumbers
{
    /// <summary>Numbers with more digits are no multiples: dividing them takes too long.</summary>
    private const int MostDigits = 5_000;

    public static bool IsInteger(NumberValue number)
    {
        var text = new DecimalText(number.Text);
        return text.IsZero || text.Count <= text.Scale;
    }

    public static bool IsMultiple(NumberValue number, NumberValue of)
    {
        var (left, right) = (new DecimalText(number.Text), new DecimalText(of.Text));
        if (left.IsZero)
            return true;
        // Neither last digit is 0, so that there is no factor to cancel when the exponent is negative.
        var exponent = left.Scale - left.Count - (right.Scale - right.Count);
        if (left.Count > MostDigits || right.Count > MostDigits || exponent < 0)
            return false;
        var divisor = Digits(right);
        return (Digits(left) % divisor * BigInteger.ModPow(10, exponent, divisor) % divisor).IsZero;
    }

    /// <summary>The shortest text: exponents from a million on and below 0.0001.</summary>
    public static string ToText(NumberValue number)
    {
        var text = new DecimalText(number.Text);
        if (text.IsZero)
            return "0";
        var digits = new StringBuilder();
        for (var i = 0; i < text.Count; i++)
            digits.Append(text[i]);
        var (sign, exponent) = (text.IsNegative ? "-" : "", text.Scale - 1);
        if (exponent is < -4 or >= 6)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits.ToString(1, digits.Length - 1)}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        if (exponent < 0)
            return $"{sign}0.{new string('0', (int)-text.Scale)}{digits}";
        if (digits.Length <= text.Scale)
            return sign + digits.Append('0', (int)text.Scale - digits.Length);
        return sign + digits.Insert((int)text.Scale, '.');
    }

    private static BigInteger Digits(DecimalText text)
    {
        var digits = new StringBuilder(text.Count);
        for (var i = 0; i < text.Count; i++)
            digits.Append(text[i]);
        return BigInteger.Parse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
