using System.Globalization;
using System.Numerics;

namespace MicroApps.Rego;

/// <summary>A number in digits, exactly: 0.d₁d₂d₃… · 10^point. Rounds as Go does, halves to even on the exact value.</summary>
internal readonly struct GoDigits(string digits, int point)
{
    /// <summary>The significant digits; none for zero.</summary>
    public string Digits => digits;

    /// <summary>How many digits stand before the point; negative when zeros follow it.</summary>
    public int Point => point;

    /// <summary>All digits of a number that is finite; its sign is left out.</summary>
    public static GoDigits Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (mantissa, exponent) = (bits & 0xFFFFFFFFFFFFF, (int)(bits >> 52) & 0x7FF);
        if (exponent != 0)
            mantissa |= 1L << 52;
        else
            exponent = 1;
        exponent -= 1075;
        if (mantissa == 0)
            return new("", 0);
        var text = (exponent >= 0 ? new BigInteger(mantissa) << exponent : mantissa * BigInteger.Pow(5, -exponent)).ToString(CultureInfo.InvariantCulture);
        return new(text.TrimEnd('0'), text.Length + Math.Min(exponent, 0));
    }

    /// <summary>The fewest digits that stand for the number.</summary>
    public static GoDigits Shortest(double value)
    {
        value = Math.Abs(value);
        var exact = Exact(value);
        // Fifteen digits always come back; numbers near zero have fewer.
        for (var count = value < 2.3e-308 ? 1 : 15; count < 17; count++)
            if (exact.Round(count) is var rounded && rounded.ToDouble().Equals(value))
                return rounded;
        return exact.Round(17);
    }

    /// <summary>At most so many digits; none or a negative number of them leaves zero or one digit before the first.</summary>
    public GoDigits Round(int count)
    {
        if (count >= digits.Length)
            return this;
        if (count < 0)
            return new("", 0);
        var isHalf = digits[count] == '5' && count + 1 == digits.Length;
        var isUp = isHalf ? count > 0 && ((digits[count - 1] - '0') & 1) == 1 : digits[count] >= '5';
        if (!isUp)
            return new(digits.Substring(0, count).TrimEnd('0'), point);
        var kept = digits.Substring(0, count).TrimEnd('9');
        return kept.Length == 0 ? new("1", point + 1) : new(kept.Substring(0, kept.Length - 1) + (char)(kept[kept.Length - 1] + 1), point);
    }

    private double ToDouble() => double.Parse($"0.{digits}e{point.ToString(CultureInfo.InvariantCulture)}", NumberStyles.Float, CultureInfo.InvariantCulture);
}
