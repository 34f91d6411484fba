namespace MicroApps.Detection;

/// <summary>
/// Finds web addresses (RFC 3986): with a scheme, behind <c>www.</c>, or as a bare host under one of the oldest domains. One with a login
/// is left to <see cref="UrlCredentialsDetector"/>.
/// </summary>
internal sealed class UrlDetector() : Detector(EntityTypes.Url, Anchor.Literals([Marker, "www.", .. Endings]), MaxUrl, lookBack: MaxHost)
{
    private const string Marker = "://";
    private const int MaxUrl = 2048, MaxHost = 100, MaxScheme = 5;

    private static readonly string[] Endings = [".com", ".org", ".net", ".edu", ".gov"];
    private static readonly string[] Schemes = ["http", "https", "ftp", "ftps", "sftp", "ws", "wss"];

    // Names that only mean something inside a house (RFC 6761, RFC 6762, ICANN's "internal") say nothing about anybody.
    private static readonly StringSet Inner = new("internal local localhost lan home corp intranet localdomain test invalid example".Split(' '));

    private static readonly CharSet HostChars = new(CharSet.Alphanumeric + "-.");

    internal override bool GivesWay => true;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var host = text[anchor] == ':' ? anchor + Marker.Length : anchor;
        var start = text[anchor] == ':' ? SchemeStart(ref text, anchor) : text[anchor] == '.' ? BareStart(ref text, anchor) : WwwStart(ref text, anchor);
        if (start < 0)
            return null;
        text.Hold(start);
        var end = text[anchor] == '.' ? BareEnd(ref text, anchor) : HostEnd(ref text, host);
        if (end < 0 || text[end] == '@')
            return null;
        end = PathEnd(ref text, PortEnd(ref text, end), start + MaxUrl - 1);
        return end < 0 ? null : Found(start, end, 0.9);
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        // A scheme or a host whose end has not arrived; the longer of both.
        var tail = end;
        while (end - tail < Marker.Length - 1 && text[tail - 1] is ':' or '/')
            tail--;
        var start = text.RunBack(tail, HostChars, MaxHost + 1);
        return tail - start > MaxHost ? end : start;
    }

    private static int SchemeStart(ref TextWindow text, int anchor)
    {
        var start = text.RunBack(anchor, CharSet.AsciiWord, MaxScheme + 1);
        var scheme = text.Slice(start, anchor - start);
        foreach (var known in Schemes)
            if (scheme.Equals(known, StringComparison.OrdinalIgnoreCase))
                return start;
        return -1;
    }

    private static int WwwStart(ref TextWindow text, int anchor) =>
        text[anchor - 1] is '/' or '@' or '.' or '-' or '_' || char.IsLetterOrDigit(text[anchor - 1]) ? -1 : anchor;

    private static int BareStart(ref TextWindow text, int anchor)
    {
        var start = text.RunBack(anchor, HostChars, MaxHost + 1);
        return start == anchor || anchor - start > MaxHost || text[start] is '-' or '.' || char.IsLetterOrDigit(text[start - 1])
            || text[start - 1] is '@' or '/' or '_' or '\\' or ':' or '+' or '%' || text[anchor - 1] == '.' ? -1 : start;
    }

    // ".com" may go on: ".com.au"; "commission" and "org_id" are no endings.
    private static int BareEnd(ref TextWindow text, int anchor)
    {
        var end = text.Run(anchor + 1, HostChars, MaxHost);
        while (end > anchor && text[end - 1] is '.' or '-')
            end--;
        var country = anchor + 4;
        return end == country || (text[country] == '.' && end == country + 3 && TopLevelDomains.IsKnown(text.Slice(country + 1, 2))) ? Whole(ref text, end) : -1;
    }

    private static int Whole(ref TextWindow text, int end) => char.IsLetterOrDigit(text[end]) || text[end] is '_' or '(' ? -1 : end;

    private static int HostEnd(ref TextWindow text, int start)
    {
        var end = start;
        while (end - start < MaxHost * 2 && (HostChars.Contains(text[end]) || text[end] is '_' or '[' or ']' || (text[end] >= 128 && char.IsLetter(text[end]))))
            end++;
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        return end - start < 2 || HasLogin(ref text, end) || IsInner(text.Slice(start, end - start)) ? -1 : end;
    }

    private static bool IsInner(ReadOnlySpan<char> host) => host[0] != '[' && (!host.Contains('.') || Inner.Contains(host[(host.LastIndexOf('.') + 1)..]));

    // "user:word@host": no address by itself.
    private static bool HasLogin(ref TextWindow text, int end)
    {
        if (text[end] != ':')
            return text[end] == '@';
        for (var i = end; i - end < MaxHost && text[i] is not ('/' or '?' or '#' or '\0' or '"') && !char.IsWhiteSpace(text[i]); i++)
            if (text[i] == '@')
                return true;
        return false;
    }

    private static int PortEnd(ref TextWindow text, int end)
    {
        if (text[end] != ':' || !char.IsAsciiDigit(text[end + 1]))
            return end;
        return text.RunOfDigits(end + 1, 6);
    }

    // Punctuation behind the last character belongs to the sentence; a bracket does when none was opened.
    private static int PathEnd(ref TextWindow text, int start, int limit)
    {
        if (text[start] is not ('/' or '?' or '#'))
            return start;
        var (end, open) = (start, 0);
        for (var i = start; !IsDelimiter(text[i]); i++)
        {
            if (i == limit)
                return -1;
            open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (open < 0)
                break;
            if (text[i] is not ('.' or ',' or ';' or ':' or '!' or '?' or '*'))
                end = i + 1;
        }

        return Math.Max(start, end);
    }

    private static bool IsDelimiter(char c) => c is '\0' or '"' or '\'' or '<' or '>' or '`' or '\\' or '{' or '}' or '|' or '^' or ']' or '[' || char.IsWhiteSpace(c) || (c >= '\u3000' && !char.IsLetterOrDigit(c));
}
