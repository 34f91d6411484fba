using System.Globalization;
using System.Numerics;
using System.Text;

namespace MicroApps.Rego;

/// <content>From and to text.</content>
internal readonly partial struct SoftFloat
{
    /// <summary>Digits that are read; what follows them counts as one digit more, which decides a tie.</summary>
    private const int MostDigits = 800;

    /// <summary>The nearest number; false when it is out of range.</summary>
    public static bool TryParse(string text, out SoftFloat value)
    {
        var number = new DecimalText(text);
        value = new(number.IsNegative, 0, 0);
        if (number.IsZero)
            return true;
        var count = Math.Min(number.Count, MostDigits);
        if (number.Scale - count is < -MostExponent or > MostExponent)
            return false;
        var digits = new StringBuilder(count + 1);
        for (var i = 0; i < count; i++)
            digits.Append(number[i]);
        if (count < number.Count)
            digits.Append('1');
        var exponent = (int)number.Scale - digits.Length;
        var magnitude = BigInteger.Parse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        var (power, shift) = PowerOfFive(Math.Abs(exponent));
        // 10^n is 5^n × 2^n.
        value = exponent >= 0
            ? Round(number.IsNegative, magnitude * power, exponent + shift)
            : Divide(number.IsNegative, magnitude, exponent, power, shift);
        return value.IsInRange;
    }

    /// <summary>The shortest digits that are read as the same number: <c>1.5</c>, <c>1.2345e+06</c>; whole numbers in full.</summary>
    public string ToText()
    {
        if (IsZero)
            return IsNegative ? "-0" : "0";
        var (digits, point) = ShortestDigits();
        var text = new StringBuilder(IsNegative ? "-" : "");
        if (IsInteger)
            return text.Append(digits).Append('0', point - digits.Length).ToString();
        // Go's %g for these numbers: exponents from a million on.
        if (point is <= -4 or > 6)
            return AppendScientific(text, digits, point - 1).ToString();
        if (point <= 0)
            return text.Append("0.").Append('0', -point).Append(digits).ToString();
        return text.Append(digits).Insert(text.Length - digits.Length + point, '.').ToString();
    }

    private static StringBuilder AppendScientific(StringBuilder text, string digits, int exponent)
    {
        text.Append(digits[0]);
        if (digits.Length > 1)
            text.Append('.').Append(digits, 1, digits.Length - 1);
        return text.Append(exponent < 0 ? "e-" : "e+").Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>5^n as a number and a power of two; beyond 5^300 cut to 192 bits, far more than the mantissa has.</summary>
    private static (BigInteger Number, long Exponent) PowerOfFive(int n)
    {
        if (n <= 300)
            return (BigInteger.Pow(5, n), 0);
        var (half, exponent) = PowerOfFive(n / 2);
        var power = half * half * (n % 2 == 0 ? 1 : 5);
        var excess = BitLength(power) - (3 * Bits);
        return (power >> excess, (2 * exponent) + excess);
    }

    /// <summary>
    /// The fewest digits d₁d₂… so that 0.d₁d₂… × 10^point is nearer to this number than to its neighbours: digits are taken one after the other until cutting
    /// them off, or the next number with as many digits, stays between the two middles.
    /// </summary>
    private (string Digits, int Point) ShortestDigits()
    {
        // In halves of the last place the middles are one below and one above.
        var half = _exponent >= 1 ? BigInteger.One << (int)(_exponent - 1) : BigInteger.Pow(5, (int)(1 - _exponent));
        var exact = ((BigInteger)_mantissa << 1) * half;
        var (digits, lower, upper) = (Digits(exact), Digits(exact - half), Digits(exact + half));
        var point = digits.Length + (int)Math.Min(0, _exponent - 1);
        var (lowerEnd, upperEnd) = (lower.TrimEnd('0').Length, upper.TrimEnd('0').Length);
        // A middle is read as the number with the even mantissa.
        var isEven = (_mantissa & 1) == 0;
        digits = digits.TrimEnd('0');
        for (var i = 0; i < digits.Length; i++)
        {
            var (low, digit, high) = (i < lowerEnd ? lower[i] : '0', digits[i], i < upperEnd ? upper[i] : '0');
            var canCut = low != digit || (isEven && i + 1 == lowerEnd);
            var canRaise = digit != high && (isEven || digit + 1 < high || i + 1 < upperEnd);
            if (canCut && canRaise ? IsNearerAbove(digits, i + 1) : canRaise)
                return Raise(digits, i, point);
            if (canCut)
                return (digits.Substring(0, i + 1).TrimEnd('0'), point);
        }

        return (digits, point);
    }

    private static string Digits(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool IsNearerAbove(string digits, int count)
    {
        if (count >= digits.Length)
            return false;
        // Exactly in the middle, the even digit wins.
        return digits[count] == '5' && count + 1 == digits.Length ? (digits[count - 1] - '0') % 2 != 0 : digits[count] >= '5';
    }

    private static (string Digits, int Point) Raise(string digits, int at, int point)
    {
        while (at >= 0 && digits[at] == '9')
            at--;
        return at < 0 ? ("1", point + 1) : (digits.Substring(0, at) + (char)(digits[at] + 1), point);
    }
}
