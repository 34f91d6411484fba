namespace MicroApps.Detection;

/// <summary>The length behind an address that makes it a network, as in <c>10.0.0.0/8</c> (RFC 4632 section 3.1).</summary>
internal static class NetworkPrefix
{
    public static int End(ref TextWindow text, int end)
    {
        if (text[end] != '/')
            return end;
        var last = text.RunOfDigits(end + 1, 4);
        var length = text.Slice(end + 1, last - end - 1);
        return length.Length is 1 or 2 || (length.Length == 3 && length[0] == '1') ? text[last] == '/' || char.IsLetter(text[last]) ? end : last : end;
    }
}
