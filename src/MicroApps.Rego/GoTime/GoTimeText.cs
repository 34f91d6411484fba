using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>
/// Text as Go's package <c>time</c> sees it: as bytes of UTF-8, here one character for each. It quotes in its own simple way and reads numbers that may begin with
/// a sign and have no digits at all.
/// </summary>
internal static class GoTimeText
{
    public static string ToBytes(string text)
    {
        foreach (var c in text)
            if (c > '\x7F')
                return string.Concat(GoUtf8.GetBytes(text).Select(b => (char)b));
        return text;
    }

    /// <summary>Between quotes, all that is not ASCII or not printable as "\x00".</summary>
    public static string Quote(string bytes)
    {
        var text = new StringBuilder(bytes.Length + 2).Append('"');
        foreach (var b in bytes)
            if (b is < ' ' or > '\x7F')
                text.Append("\\x").Append(((int)b).ToString("x2", CultureInfo.InvariantCulture));
            else
                (b is '"' or '\\' ? text.Append('\\') : text).Append(b);
        return text.Append('"').ToString();
    }

    public static bool IsDigit(string text, int at) => at < text.Length && text[at] is >= '0' and <= '9';

    /// <summary>The end of the digits.</summary>
    public static int SkipDigits(string text, int at)
    {
        while (IsDigit(text, at))
            at++;
        return at;
    }

    /// <summary>A number of a few digits, perhaps with a sign.</summary>
    public static bool TryInteger(string text, out int value)
    {
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        value = 0;
        if (SkipDigits(text, start) < text.Length)
            return false;
        for (var i = start; i < text.Length; i++)
            value = (value * 10) + text[i] - '0';
        value = start == 1 && text[0] == '-' ? -value : value;
        return true;
    }
}
