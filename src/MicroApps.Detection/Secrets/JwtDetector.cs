namespace MicroApps.Detection;

/// <summary>Finds JSON Web Tokens (RFC 7519, compact form): the header must decode to a JSON object that names an algorithm.</summary>
internal sealed class JwtDetector() : Detector(EntityTypes.Jwt, Anchor.Literals("eyJ"), MaxHeader + MaxPart + (3 * MaxTail) + 4)
{
    private const int MaxHeader = JwtHeader.MaxLength;
    private const int MaxPart = 12 * 1024;
    private const int MaxTail = 1024;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (text[anchor - 1] is '-' or '_')
            return null;
        var end = text.Run(anchor, CharSet.Base64Url, MaxHeader);
        if (end - anchor < 12 || text[end] != '.' || !JwtHeader.IsOne(text.Slice(anchor, end - anchor)))
            return null;
        var part = text.Run(end + 1, CharSet.Base64Url, MaxPart);
        if (part - end < 5 && text[part] != '.')
            return null;
        end = part;

        // Two parts more in an encrypted token (RFC 7516) than in a signed one.
        for (var more = 0; more < 3 && text[end] == '.'; more++)
        {
            part = text.Run(end + 1, CharSet.Base64Url, MaxTail);
            if (part == end + 1)
                break;
            end = part;
        }

        return Found(anchor, end, 1);
    }
}
