namespace MicroApps.Rego;

/// <summary>Text as Go reads it: a byte that begins no valid UTF-8 sequence is one U+FFFD of its own.</summary>
internal static class GoText
{
    /// <summary>Decodes the code point at a place into UTF-16 and moves the place behind it.</summary>
    /// <returns>How many units were written: 1 or 2.</returns>
    public static int DecodeRune(ReadOnlySpan<byte> utf8, ref int at, char[] units, int to)
    {
        var first = utf8[at];
        var length = first switch { < 0x80 => 1, < 0xC2 => 0, < 0xE0 => 2, < 0xF0 => 3, < 0xF5 => 4, _ => 0 };
        var rune = length < 2 ? first : first & (0x7F >> length);
        for (var i = 1; i < length; i++)
        {
            if (at + i >= utf8.Length || (utf8[at + i] & 0xC0) != 0x80)
                length = 0;
            else
                rune = (rune << 6) | (utf8[at + i] & 0x3F);
        }

        var isShortest = length switch { 3 => rune >= 0x800, 4 => rune is >= 0x10000 and <= 0x10FFFF, _ => length > 0 };
        if (!isShortest || rune is >= 0xD800 and <= 0xDFFF)
            (rune, length) = (0xFFFD, 1);
        at += length;
        if (rune < 0x10000)
        {
            units[to] = (char)rune;
            return 1;
        }

        (units[to], units[to + 1]) = ((char)(0xD7C0 + (rune >> 10)), (char)(0xDC00 | (rune & 0x3FF)));
        return 2;
    }
}
