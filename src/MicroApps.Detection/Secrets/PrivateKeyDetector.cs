namespace MicroApps.Detection;

/// <summary>Finds private keys in PEM form (RFC 7468) and OpenPGP private key blocks (RFC 9580 section 6.2), and PuTTY's key files.</summary>
/// <remarks>A key whose end never comes is a finding too, from its first line to the longest length or the next boundary line.</remarks>
internal sealed class PrivateKeyDetector() : Detector(EntityTypes.PrivateKey, Anchor.Literals(Begin, Putty), MaxKey)
{
    private const string Begin = "-----BEGIN";
    private const string Putty = "PuTTY-User-Key-File-";
    private const string PuttyEnd = "Private-MAC: ";
    private const string End = "-----END";
    private const string Dashes = "-----";
    private const int MaxLabel = 48;
    private const int MaxKey = 16 * 1024;
    private const int MaxPutty = 8 * 1024;
    private const int MinBody = 32;

    private static readonly CharSet Label = new(CharSet.Upper + CharSet.Digit + " ");

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (text[anchor] == 'P')
            return OfPutty(ref text, anchor);
        var labelStart = anchor + Begin.Length;
        var labelEnd = text.Run(labelStart, Label, MaxLabel);
        if (!text.Slice(labelStart, labelEnd - labelStart).Contains("PRIVATE KEY", StringComparison.Ordinal) || !text.Matches(labelEnd, Dashes))
            return null;
        var bodyStart = labelEnd + Dashes.Length;
        var room = anchor + MaxKey - bodyStart;
        var length = LengthOfBody(ref text, bodyStart, room);
        if (length == room || !text.Matches(bodyStart + length, End))
            return Found(anchor, bodyStart + length, 0.9);
        if (length < MinBody)
            return null;
        var endLabel = bodyStart + length + End.Length;
        var end = text.Run(endLabel, Label, MaxLabel);
        end = text.Matches(end, Dashes) ? end + Dashes.Length : end;
        return Found(anchor, Math.Min(end, anchor + MaxKey), 1);
    }

    private Finding? OfPutty(ref TextWindow text, int anchor)
    {
        if (!char.IsAsciiDigit(text[anchor + Putty.Length]))
            return null;
        var length = text.IndexOf(anchor, PuttyEnd, MaxPutty);
        if (length < 0)
            return Found(anchor, anchor + Putty.Length + 1, 0.7);
        return Found(anchor, text.Run(anchor + length + PuttyEnd.Length, CharSet.Hex, MaxLabel * 2), 1);
    }

    private static int LengthOfBody(ref TextWindow text, int start, int room)
    {
        var next = text.IndexOf(start, Dashes, room);
        return next >= 0 ? next : text.Slice(start, room).Length;
    }
}
