using System.Globalization;

namespace MicroApps.Rego;

/// <summary>What a word of YAML means, as Go's reader of YAML 1.1 takes it: null, a boolean, a number, or a text.</summary>
internal static class YamlScalar
{
    private static readonly HashSet<string> Nulls = ["", "~", "null", "Null", "NULL"];
    private static readonly HashSet<string> Trues = ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"];
    private static readonly HashSet<string> Falses = ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"];

    /// <summary>Whether there are characters that YAML does not allow.</summary>
    public static bool HasControls(string text) => text.Any(c => c is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\x7F' and < '\xA0' and not '\x85') or '\uFFFE' or '\uFFFF');

    /// <summary>The value of a word; null when it is infinite or no number, which JSON does not have.</summary>
    public static RegoValue? Resolve(string word)
    {
        if (Nulls.Contains(word))
            return RegoValue.Null;
        if (Trues.Contains(word) || Falses.Contains(word))
            return RegoValue.From(Trues.Contains(word));
        if (word[0] is not ('+' or '-' or '.' or (>= '0' and <= '9')))
            return RegoValue.From(word);
        if (word.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN")
            return null;
        return ResolveNumber(word.Replace("_", "")) ?? RegoValue.From(word);
    }

    /// <summary>A number as JSON has it: digits, with an exponent where they are many.</summary>
    public static NumberValue ToNumber(double value)
    {
        var isLong = Math.Abs(value) is (>= 1e21 or < 1e-6) and not 0;
        return NumberValue.Of(GoFloat.Format(value, isLong ? 'e' : 'f', -1).Replace("e-0", "e-"));
    }

    private static NumberValue? ResolveNumber(string word)
    {
        var digits = word.TrimStart('+', '-');
        if (digits.Length == 0 || word.Length - digits.Length > 1)
            return null;
        var isNegative = word[0] == '-';
        if (digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'X' && Hex.Read(digits, 2, digits.Length - 2) is { } hex)
            return NumberValue.Of(isNegative ? -hex : hex);
        var prefix = digits.Length > 2 && digits[0] == '0' && digits[1] is 'b' or 'o' ? 2 : 1;
        var radix = prefix == 2 && digits[1] == 'b' ? 2 : 8;
        if (digits.Length > 1 && digits[0] == '0' && ReadRadix(digits, prefix, radix) is { } small)
            return NumberValue.Of(isNegative ? -small : small);
        if (digits.All(c => c is >= '0' and <= '9') && digits[0] != '0' && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var _))
            return NumberValue.Of(isNegative ? "-" + digits : digits);
        if (digits == "0")
            return NumberValue.Of(0);
        var isReal = digits.All(c => c is (>= '0' and <= '9') or '.' or 'e' or 'E' or '+' or '-') && digits.Any(char.IsDigit);
        return isReal && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsInfinity(real) ? ToNumber(real) : null;
    }

    private static long? ReadRadix(string digits, int start, int radix)
    {
        var value = digits.Length - start is > 0 and < 20 ? 0L : (long?)null;
        for (var i = start; i < digits.Length && value is not null; i++)
            value = digits[i] >= '0' && digits[i] < '0' + radix ? (value * radix) + digits[i] - '0' : null;
        return value;
    }
}
