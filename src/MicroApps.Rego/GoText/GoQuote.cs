using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Text between quotes, with escapes, as Go's <c>strconv.Quote</c> writes it.</summary>
internal static class GoQuote
{
    public static string Quote(string text, bool onlyAscii = false, char quote = '"')
    {
        var result = new StringBuilder(text.Length + 2).Append(quote);
        var count = 0;
        for (var i = 0; i < text.Length; i += Runes.LengthAt(text, i))
        {
            Budget.Pass(count++);
            Append(result, Runes.At(text, i), onlyAscii, quote);
        }


        return result.Append(quote).ToString();
    }

    /// <summary>Whether the text can stand between back quotes.</summary>
    public static bool CanBackquote(string text)
    {
        foreach (var c in text)
            if (c is '`' or '\x7F' or '\uFEFF' || (c < ' ' && c != '\t'))
                return false;
        return true;
    }

    /// <summary>Whether Go calls a code point printable: letters, marks, numbers, punctuation, symbols and the ASCII space.</summary>
    public static bool IsPrintable(int rune)
    {
        if (rune < 0x7F)
            return rune >= ' ';
        var category = rune < 0x10000 ? CharUnicodeInfo.GetUnicodeCategory((char)rune) : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(rune), 0);
        return category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    private static void Append(StringBuilder result, int rune, bool onlyAscii, char quote)
    {
        if (rune == quote || rune == '\\')
            result.Append('\\').Append((char)rune);
        else if (onlyAscii ? rune is >= ' ' and < 0x7F : IsPrintable(rune))
            result.Append(Runes.ToText(rune));
        else if (rune is >= 7 and <= 13)
            result.Append('\\').Append("abtnvfr"[rune - 7]);
        else if (rune < ' ' || rune == 0x7F)
            result.Append("\\x").Append(rune.ToString("x2", CultureInfo.InvariantCulture));
        else if (rune < 0x10000)
            result.Append("\\u").Append(rune.ToString("x4", CultureInfo.InvariantCulture));
        else
            result.Append("\\U").Append(rune.ToString("x8", CultureInfo.InvariantCulture));
    }
}
