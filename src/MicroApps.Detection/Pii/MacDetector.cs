namespace MicroApps.Detection;

/// <summary>Finds EUI-48 hardware addresses: six pairs with <c>:</c> or <c>-</c>, or three groups of four with <c>.</c> (IEEE 802-2014, section 8).</summary>
internal sealed class MacDetector() : Detector(EntityTypes.MacAddress, Anchor.Chars(":-."), maxLength: 17, lookBack: 4)
{
    internal override bool MayStand(char before, char next) => char.IsAsciiHexDigit(before) && char.IsAsciiHexDigit(next);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var width = text[anchor] == '.' ? 4 : 2;
        var start = anchor - width;
        if (text[anchor + width + 1] != text[anchor] && text[anchor + width + 1] != '\0')
            return null;
        if (text.RunBack(anchor, CharSet.Hex, width + 1) != start || Continues(text[start - 1], text[start - 2]))
            return null;
        text.Hold(start);
        var (separator, groups) = (text[anchor], 12 / width);
        Span<char> digits = stackalloc char[12];
        for (var i = 0; i < groups; i++)
        {
            var from = start + (i * (width + 1));
            if (text.Run(from, CharSet.Hex, width + 1) != from + width || (i < groups - 1 && text[from + width] != separator))
                return null;
            text.Slice(from, width).CopyTo(digits[(i * width)..]);
        }

        var end = start + (groups * (width + 1)) - 1;
        return Continues(text[end], text[end + 1]) || IsNobody(digits) ? null : Found(start, end, 0.9);
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        var start = text.RunBack(end, CharSet.Hex, 4);
        return Continues(text[start - 1], text[start - 2]) ? end : start;
    }

    private static bool Continues(char next, char after) =>
        char.IsLetterOrDigit(next) || next == '_' || (next is ':' or '-' or '.' && char.IsAsciiHexDigit(after));

    // All zero is unset, all ones is everybody.
    private static bool IsNobody(ReadOnlySpan<char> digits) => digits.IndexOfAnyExcept('0') < 0 || digits.IndexOfAnyExcept('f', 'F') < 0;
}
