using System.Globalization;

namespace MicroApps.Rego;

/// <summary>Floating-point numbers as text, as Go's <c>strconv.FormatFloat</c> writes them.</summary>
internal static class GoFloat
{
    /// <summary>More digits than any number has: what is asked for beyond is zeros.</summary>
    private const int MostDigits = 1100;

    /// <param name="value">A finite number.</param>
    /// <param name="format">e, f, g, their capitals, b, x or X.</param>
    /// <param name="precision">-1 for the fewest digits that stand for the number.</param>
    public static string Format(double value, char format, int precision)
    {
        var sign = BitConverter.DoubleToInt64Bits(value) < 0 ? "-" : "";
        return sign + format switch
        {
            'e' or 'E' => Scientific(DigitsOf(value, precision, precision + 1), precision, format),
            'f' or 'F' => Fixed(precision < 0 ? GoDigits.Shortest(value) : ToPlaces(GoDigits.Exact(value), precision), precision),
            'b' => Binary(value),
            'x' or 'X' => Hexadecimal(value, format, precision),
            _ => General(value, format, precision),
        };
    }

    /// <summary>What the flag # does to a number without sign: it always has a point, and zeros up to the precision.</summary>
    public static string WithPoint(string text, char format, int precision)
    {
        var missing = format is 'g' or 'G' or 'x' ? precision < 0 ? 6 : precision : 0;
        var tail = text.IndexOfAny(format is 'x' or 'X' ? ['p', 'P'] : ['e', 'E']);
        var (number, exponent) = tail < 0 ? (text, "") : (text.Substring(0, tail), text.Substring(tail));
        var isSignificant = false;
        foreach (var c in number)
        {
            isSignificant |= c is not ('0' or '.');
            if (isSignificant && c != '.')
                missing--;
        }

        if (number.IndexOf('.') < 0)
        {
            missing -= number == "0" ? 1 : 0;
            number += ".";
        }

        return number + new string('0', Math.Max(missing, 0)) + exponent;
    }

    private static GoDigits DigitsOf(double value, int precision, int count) => precision < 0 ? GoDigits.Shortest(value) : GoDigits.Exact(value).Round(count);

    private static GoDigits ToPlaces(GoDigits exact, int places) => exact.Round(exact.Point + Math.Min(places, MostDigits));

    private static string General(double value, char format, int precision)
    {
        var count = precision == 0 ? 1 : precision;
        var digits = DigitsOf(value, count, count);
        var (length, exponent) = (digits.Digits.Length, digits.Digits.Length == 0 ? -1 : digits.Point - 1);
        var threshold = count < 0 ? 6 : count > length && length >= digits.Point ? length : count;
        return exponent < -4 && length > 0 || exponent >= threshold
            ? Scientific(digits, Math.Max(length - 1, 0), format == 'G' ? 'E' : 'e')
            : Fixed(digits, Math.Max(length - digits.Point, 0));
    }

    private static string Scientific(GoDigits digits, int precision, char letter)
    {
        var text = digits.Digits.Length == 0 ? "0" : digits.Digits;
        var places = precision < 0 ? text.Length - 1 : precision;
        var exponent = digits.Digits.Length == 0 ? 0 : digits.Point - 1;
        var fraction = places == 0 ? "" : "." + text.Substring(1).PadRight(places, '0');
        return text.Substring(0, 1) + fraction + letter + (exponent < 0 ? '-' : '+') + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
    }

    private static string Fixed(GoDigits digits, int precision)
    {
        var (text, point) = (digits.Digits, digits.Digits.Length == 0 ? 0 : digits.Point);
        var places = precision < 0 ? Math.Max(text.Length - point, 0) : precision;
        var whole = point <= 0 ? "0" : text.Substring(0, Math.Min(point, text.Length)).PadRight(point, '0');
        if (places == 0)
            return whole;
        var zeros = Math.Min(Math.Max(-point, 0), places);
        var rest = point < text.Length ? text.Substring(Math.Max(point, 0)) : "";
        return whole + "." + (new string('0', zeros) + rest).PadRight(places, '0');
    }

    private static (long Mantissa, int Exponent) Split(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (mantissa, exponent) = (bits & 0xFFFFFFFFFFFFF, (int)(bits >> 52) & 0x7FF);
        return exponent == 0 ? (mantissa, -1074) : (mantissa | (1L << 52), exponent - 1075);
    }

    private static string Binary(double value)
    {
        var (mantissa, exponent) = Split(value);
        return mantissa.ToString(CultureInfo.InvariantCulture) + "p" + exponent.ToString("+0;-0", CultureInfo.InvariantCulture);
    }

    private static string Hexadecimal(double value, char format, int precision)
    {
        var (mantissa, exponent) = Split(value);
        exponent = mantissa == 0 ? 0 : exponent + 52;
        // One digit before the point, thirteen behind it; a number near zero is moved up to it.
        for (; mantissa != 0 && mantissa < 1L << 52; exponent--)
            mantissa <<= 1;
        if (precision is >= 0 and < 13)
        {
            var (dropped, half) = (mantissa & ((1L << (52 - (precision * 4))) - 1), 1L << (51 - (precision * 4)));
            mantissa -= dropped;
            if (dropped > half || (dropped == half && (mantissa & (half << 1)) != 0))
                mantissa += half << 1;
            if (mantissa >= 1L << 53)
                (mantissa, exponent) = (mantissa >> 1, exponent + 1);
        }

        var digits = (mantissa & 0xFFFFFFFFFFFFF).ToString("x13", CultureInfo.InvariantCulture);
        digits = precision < 0 ? digits.TrimEnd('0') : precision <= 13 ? digits.Substring(0, precision) : digits.PadRight(precision, '0');
        var text = $"0x{(mantissa >> 52).ToString(CultureInfo.InvariantCulture)}{(digits.Length == 0 ? "" : ".")}{digits}p{exponent.ToString("+00;-00", CultureInfo.InvariantCulture)}";
        return format == 'X' ? text.ToUpperInvariant() : text;
    }
}
