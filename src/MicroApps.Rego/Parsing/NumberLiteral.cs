using System.Globalization;

namespace MicroApps.Rego;

/// <summary>What of a number the lexer cannot say: whether it is too big, and how it is written in JSON.</summary>
internal static class NumberLiteral
{
    // OPA refuses numbers whose binary exponent is beyond 100,000.
    private const double Log2Of10 = 3.3219280948873623;
    private const double BinaryLimit = 100_000;

    /// <summary>Whether a number begins with a zero that says nothing: <c>01</c>.</summary>
    public static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0' && text[1] is not ('.' or 'e' or 'E');

    /// <summary>Whether OPA finds a number, which is written well, too big (or too small) to be calculated with.</summary>
    public static bool IsTooBig(string text)
    {
        var exponentAt = text.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? text : text.Substring(0, exponentAt);
        var first = mantissa.IndexOfAny(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (first < 0)
            return false;
        var written = exponentAt < 0 ? "0" : text.Substring(exponentAt + 1);
        if (!long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || exponent is > 10_000_000 or < -10_000_000)
            return true;
        var point = mantissa.IndexOf('.');
        var magnitude = (point < 0 ? mantissa.Length : point) - first - (point >= 0 && first > point ? 0 : 1);
        var binary = (magnitude + exponent + Math.Log10(LeadingDigits(mantissa, first))) * Log2Of10;
        return Math.Abs(Math.Floor(binary) + 1) > BinaryLimit;
    }

    // The mantissa as a number from 1 to 10.
    private static double LeadingDigits(string mantissa, int first)
    {
        var (value, scale) = (0.0, 1.0);
        for (var i = first; i < mantissa.Length && scale > 1e-17; i++)
        {
            if (mantissa[i] == '.')
                continue;
            value += (mantissa[i] - '0') * scale;
            scale /= 10;
        }

        return value;
    }
}
