using System.Net;
using System.Net.Sockets;

namespace MicroApps.Detection;

/// <summary>Finds IPv6 addresses (RFC 4291 section 2.2) in full, shortened and IPv4-mapped form.</summary>
internal sealed class IPv6Detector() : Detector(EntityTypes.IPAddress, Anchor.Chars(":"), maxLength: Longest + Zone + 5, lookBack: GroupLength)
{
    private const int Longest = 45;
    private const int GroupLength = 4;
    private const int Zone = 16;

    private static readonly CharSet Chars = new("0123456789abcdefABCDEF:.");

    internal override bool MayStand(char before, char next) => next == ':' || char.IsAsciiHexDigit(before);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var start = text.RunBack(anchor, CharSet.Hex, GroupLength);
        if (Continues(text[start - 1]) || (text[start - 1] == '[' && IsSlice(text[start - 2])) || (start == anchor && text[anchor + 1] != ':'))
            return null;
        text.Hold(start);
        var end = text.Run(start, Chars, Longest + 1);
        if (end - start > Longest || char.IsLetterOrDigit(text[end]) || text[end] == '_')
            return null;
        while (end > start && (text[end - 1] == '.' || (text[end - 1] == ':' && text[end - 2] != ':')))
            end--;
        var address = text.Slice(start, end - start);
        if (!IsAddress(address))
            return null;
        if (text[end] == '%' && text.Run(end + 1, CharSet.AsciiWord, Zone) is var zone && zone > end + 1)
            end = zone;
        return Found(start, NetworkPrefix.End(ref text, end), 0.9);
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        var start = text.RunBack(end, CharSet.Hex, GroupLength);
        return Continues(text[start - 1]) ? end : start;
    }

    // "rows[1::2]" takes every second row.
    private static bool IsSlice(char before) => char.IsLetterOrDigit(before) || before is '_' or ']' or ')';

    private static bool Continues(char before) => char.IsLetterOrDigit(before) || before is ':' or '_' or '.';

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        var colons = text.Count(':');
        // Clocks have two or three: only what is shortened may have fewer than all.
        var isWhole = colons == 7 || (colons == 6 && text.Contains('.'));
        if (colons < 2 || (!isWhole && !text.Contains("::", StringComparison.Ordinal)) || !IPAddress.TryParse(text.ToString(), out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        // "Face::add" is code and "00:11:22:33:44:55:66:77" a hardware address.
        var isCode = colons == 2 && text.IndexOfAnyInRange('0', '9') < 0;
        return !isCode && !(colons == 7 && text.Length == 23 && !text.Contains("::", StringComparison.Ordinal));
    }
}
