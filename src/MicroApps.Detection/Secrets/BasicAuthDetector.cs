namespace MicroApps.Detection;

/// <summary>Finds the credentials of HTTP's basic scheme (RFC 7617): <c>Basic</c>, then <c>user:password</c> in base64.</summary>
internal sealed class BasicAuthDetector() : Detector(EntityTypes.Password, Anchor.Literals(Scheme), MaxValue, 6)
{
    private const string Scheme = "Basic ";
    private const int MaxValue = 512, MinValue = 8;

    private static readonly CharSet Base64 = new(CharSet.Upper + CharSet.Lower + CharSet.Digit + "+/");

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var start = anchor + Scheme.Length;
        text.Hold(start);
        var end = text.Run(start, Base64, MaxValue);
        if (end - start < MinValue || end - start == MaxValue || !IsPair(text.Slice(start, end - start)))
            return null;
        while (text[end] == '=' && (end - start) % 4 != 0)
            end++;
        return Found(start, end, 0.9);
    }

    // Text that holds a colon with something behind it.
    private static bool IsPair(ReadOnlySpan<char> value)
    {
        var (bits, count, colon, length) = (0, 0, -1, 0);
        foreach (var c in value)
        {
            bits = (bits << 6) | ValueOf(c);
            if ((count += 6) < 8)
                continue;
            var character = (char)((bits >> (count -= 8)) & 0xFF);
            if (character is < ' ' or > '~')
                return false;
            if (character == ':' && colon < 0)
                colon = length;
            length++;
        }

        return colon >= 0 && length - colon > 3;
    }

    private static int ValueOf(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        _ => 63,
    };
}
