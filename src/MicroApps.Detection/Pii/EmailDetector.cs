namespace MicroApps.Detection;

/// <summary>Finds addresses as people write them: the dot-atom of RFC 5322, with internationalised names (RFC 6531).</summary>
internal sealed class EmailDetector() : Detector(EntityTypes.EmailAddress, Anchor.Chars("@"), MaxLocal + 1 + MaxDomain, lookBack: MaxLocal)
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 255;
    private const int MaxLabel = 63;

    private static readonly CharSet AsciiLocal = new(CharSet.Alphanumeric + "._+-'%#!~$*");
    private static readonly CharSet UserInfoEnd = new(" \t\r\n\"'<>/?#");

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var start = LocalStart(ref text, anchor);
        if (start == anchor || text[anchor - 1] == '.' || IsUserInfo(ref text, start))
            return null;
        text.Hold(start);
        var end = DomainEnd(ref text, anchor + 1);
        return end > 0 ? Found(start, end, 0.95) : null;
    }

    protected internal override int Tail(ref TextWindow text, int end) => LocalStart(ref text, end);

    private static int LocalStart(ref TextWindow text, int end)
    {
        var i = end;
        while (end - i < MaxLocal && IsLocal(text[i - 1]) && !(i < end && text[i - 1] == '.' && text[i] == '.'))
            i--;
        while (i < end && !char.IsLetterOrDigit(text[i]) && text[i] != '_')
            i++;
        return i;
    }

    private static bool IsLocal(char c) => c < 128 ? AsciiLocal.Contains(c) : c < '\u0530' && char.IsLetter(c);

    // "https://user:word@host" is a login, not an address.
    private static bool IsUserInfo(ref TextWindow text, int start)
    {
        var before = text.Before(start, MaxLocal);
        var authority = before.LastIndexOf("://");
        return authority >= 0 && UserInfoEnd.IndexIn(before[(authority + 3)..]) < 0;
    }

    private static int DomainEnd(ref TextWindow text, int start)
    {
        var known = 0;
        for (var i = start; i - start < MaxDomain;)
        {
            var end = LabelEnd(ref text, i);
            if (end == i || end - i > MaxLabel || text[i] == '-' || text[end - 1] == '-')
                return known;
            var more = text[end] == '.' && IsLabel(text[end + 1]);
            if (i > start)
            {
                var label = text.Slice(i, end - i);
                if (TopLevelDomains.IsKnown(label))
                    known = end;
                else if (!more && TopLevelDomains.IsPlausible(label))
                    return end;
            }

            if (!more)
                return known;
            i = end + 1;
        }

        return known;
    }

    // A label in Latin script ends where another script begins: "anna@example.com" may be followed by Chinese without a space.
    private static int LabelEnd(ref TextWindow text, int start)
    {
        var ascii = text[start] < 128;
        var end = start;
        while (end - start <= MaxLabel && IsLabel(text[end]) && !(ascii && text[end] >= '\u0530'))
            end++;
        return end;
    }

    private static bool IsLabel(char c) => char.IsAsciiLetterOrDigit(c) || c == '-' || (c >= 128 && char.IsLetterOrDigit(c));
}
