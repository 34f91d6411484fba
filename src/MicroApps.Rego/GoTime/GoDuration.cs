namespace MicroApps.Rego;

/// <summary>Durations as Go reads them: "1h15m30.918s", "-.5ms", "0".</summary>
internal static class GoDuration
{
    /// <summary>Of a negative duration, one more nanosecond fits than of a positive one.</summary>
    private const ulong Most = 1UL << 63;

    private static readonly Dictionary<string, ulong> Units = new(StringComparer.Ordinal)
    {
        ["ns"] = 1,
        ["us"] = 1_000,
        // With the micro sign, and with the Greek letter.
        ["\u00C2\u00B5s"] = 1_000,
        ["\u00CE\u00BCs"] = 1_000,
        ["ms"] = 1_000_000,
        ["s"] = 1_000_000_000,
        ["m"] = 60_000_000_000,
        ["h"] = 3_600_000_000_000,
    };

    /// <summary>The nanoseconds, or null and what is wrong.</summary>
    public static long? Parse(string duration, out string error)
    {
        var text = GoTimeText.ToBytes(duration);
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var isNegative = at == 1 && text[0] == '-';
        error = "";
        if (at == text.Length - 1 && text[at] == '0')
            return 0;
        var sum = 0UL;
        var isRead = at < text.Length;
        while (isRead && at < text.Length)
        {
            isRead = TryPart(text, ref at, out var part, out error);
            sum = unchecked(sum + part);
            isRead = isRead && sum <= Most;
        }

        if (isRead && (isNegative || sum < Most))
            return unchecked(isNegative ? -(long)sum : (long)sum);
        if (error.Length == 0)
            error = $"time: invalid duration {GoTimeText.Quote(text)}";
        return null;
    }

    /// <summary>Reads a number and its unit.</summary>
    private static bool TryPart(string text, ref int at, out ulong value, out string error)
    {
        var start = at;
        (value, error) = (0, "");
        at = GoTimeText.SkipDigits(text, at);
        var (hasDigits, fits) = (at > start, TryWhole(text, start, at, out value));
        var (fraction, scale) = (0UL, 1.0);
        if (at < text.Length && text[at] == '.')
        {
            start = at + 1;
            at = GoTimeText.SkipDigits(text, start);
            (fraction, scale) = Fraction(text, start, at);
            hasDigits |= at > start;
        }

        if (!hasDigits || !fits)
            return false;
        start = at;
        while (at < text.Length && text[at] != '.' && !GoTimeText.IsDigit(text, at))
            at++;
        var name = text.Substring(start, at - start);
        if (!Units.TryGetValue(name, out var unit))
            error = name.Length == 0 ? $"time: missing unit in duration {GoTimeText.Quote(text)}" : $"time: unknown unit {GoTimeText.Quote(name)} in duration {GoTimeText.Quote(text)}";
        if (error.Length > 0 || value > Most / unit)
            return false;
        value = (value * unit) + (ulong)(fraction * (unit / scale));
        return value <= Most;
    }

    private static bool TryWhole(string text, int start, int end, out ulong value)
    {
        value = 0;
        for (var i = start; i < end; i++)
        {
            if (value > Most / 10)
                return false;
            value = (value * 10) + text[i] - '0';
            if (value > Most)
                return false;
        }

        return true;
    }

    /// <summary>The digits, as many as fit, and how much to divide them by.</summary>
    private static (ulong Digits, double Scale) Fraction(string text, int start, int end)
    {
        var (digits, scale) = (0UL, 1.0);
        for (var i = start; i < end && digits <= (Most - 1) / 10; i++)
        {
            var next = (digits * 10) + text[i] - '0';
            if (next > Most)
                break;
            (digits, scale) = (next, scale * 10);
        }

        return (digits, scale);
    }
}
