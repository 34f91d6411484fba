namespace MicroApps.Detection;

/// <summary>Finds <c>user:password</c> in <c>scheme://user:password@host</c> (the userinfo of RFC 3986 section 3.2.1), and a key in its place.</summary>
internal sealed class UrlCredentialsDetector() : Detector(EntityTypes.UrlCredentials, Anchor.Literals(Marker), MaxAuthority, Marker.Length)
{
    private const string Marker = "://";
    private const int MaxAuthority = 320, MinKey = 20;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var start = anchor + Marker.Length;
        text.Hold(start);
        if (!char.IsAsciiLetterOrDigit(text[anchor - 1]))
            return null;
        var (colon, at) = (-1, -1);
        for (var i = start; i - start <= MaxAuthority && !EndsAuthority(text[i]); i++)
        {
            if (text[i] == '@')
                at = i;
            else if (text[i] == ':' && colon < 0)
                colon = i;
        }

        if (colon < 0 && at > start)
            return IsKey(text.Slice(start, at - start)) && char.IsLetterOrDigit(text[at + 1]) ? Found(start, at, 0.8) : null;
        if (colon < 0 || at < colon + 2 || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '[' or '$' or '{' or '<' or '%'))
            return null;
        return IsPlaceholder(text.Slice(colon + 1, at - colon - 1)) ? null : Found(start, at, 0.9);
    }

    // https://key@host: long, of letters and digits alone, and as random as keys are.
    private static bool IsKey(ReadOnlySpan<char> user) =>
        user.Length >= MinKey && CharSet.AsciiWord.RunLength(user) == user.Length && SecretShapes.HasDigit(user) && Placeholder.Entropy(user) >= 3 && !Placeholder.IsOne(user);

    private static bool EndsAuthority(char c) => c is '/' or '?' or '#' or '"' or '\'' or '`' or '\\' or '\0' || char.IsWhiteSpace(c);

    private static bool IsPlaceholder(ReadOnlySpan<char> password) =>
        password.IndexOfAnyExcept('*', 'x', 'X') < 0 || password.IndexOfAnyExcept('.', '•', '…') < 0
        || password[0] is '{' or '<' or '[' or '%' || (password[0] == '$' && password.Length > 1 && (password[1] is '{' or '(' || char.IsAsciiLetterUpper(password[1])));
}
