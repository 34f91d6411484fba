using System.Globalization;
using System.Text;

namespace MicroApps.Cli;

/// <summary>Text that is safe to show: what was recorded may hold characters that steer a terminal or turn the direction of writing.</summary>
internal static class Plain
{
    /// <summary>The text on one line; characters that are not shown are written as <c>\u001B</c>.</summary>
    public static string Text(string text)
    {
        if (!text.Any(IsHidden))
            return text;
        var plain = new StringBuilder();
        foreach (var c in text)
        {
            if (IsHidden(c))
                plain.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                plain.Append(c);
        }

        return plain.ToString();
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : "s")}";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool IsHidden(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
