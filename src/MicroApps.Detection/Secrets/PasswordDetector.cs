namespace MicroApps.Detection;

/// <summary>
/// Finds passwords and other secrets by their name: <c>Password=…;</c>, <c>password: "…"</c>, <c>"pwd": "…"</c>, <c>&lt;password&gt;…&lt;</c>,
/// <c>if (password != "…")</c>, <c>DB_PASS=…</c>, "the password is '…'", <c>secret = '…'</c>.
/// </summary>
internal sealed class PasswordDetector() : Detector(EntityTypes.Password, Anchor.Literals(Spellings), MaxValue, MaxLead)
{
    private const int MaxValue = 128, MaxLead = 64, MinValue = 5, MinWord = 6, MinSecret = 12;

    private static string[] Spellings { get; } =
    [
        .. new[] { "password", "passwd", "pwd", "passphrase", "passcode", "secret", "private_key", "api_key", "apikey" }
            .SelectMany(w => new[] { w, char.ToUpperInvariant(w[0]) + w[1..], w.ToUpperInvariant() }),
        "apiKey", "ApiKey", "_pw", "_pass", "_PASS", "_PW", "PGPASSWORD",
    ];

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor);
        var isPassword = text[anchor] is 'p' or 'P' && text[anchor + 1] is not ('r' or 'R') || text[anchor] == '_';
        var name = anchor;
        while (char.IsAsciiLetterOrDigit(text[name]) || text[name] == '_')
            name++;
        var (start, quote, link) = SecretPlace.After(ref text, anchor, name, anchor + MaxLead);
        if (link == SecretLink.None)
            return null;
        text.Hold(start);
        var end = SecretPlace.EndOf(ref text, start, quote, MaxValue);
        if (end - start < (isPassword ? MinValue : MinSecret) || end - start > MaxValue || (quote != '\0' && text[end] != quote))
            return null;
        var value = text.Slice(start, end - start);
        if (SecretShapes.IsHarmless(value))
            return null;
        var isSecret = !isPassword ? link == SecretLink.Assigned && IsKey(value, quote)
            : quote != '\0' ? IsQuotedPassword(value, link)
            : IsPlace(ref text, anchor, name, start, end, link) ? IsPlainPassword(value) : link != SecretLink.Said && IsBarePassword(value);
        return isSecret ? Found(start, end, 0.7) : null;
    }

    private static bool IsKey(ReadOnlySpan<char> value, char quote) =>
        !value.Contains(' ') && Placeholder.Entropy(value) >= 3
        && ((quote != '\'' && SecretShapes.HasSigns(value, 3)) || (quote != '\0' && SecretShapes.Classes(value) >= 3));

    private static bool IsQuotedPassword(ReadOnlySpan<char> value, SecretLink link)
    {
        if (value.Contains(' '))
            return link == SecretLink.Assigned && SecretShapes.IsPhrase(value);
        if (SecretShapes.IsCall(value) || SecretShapes.IsLabel(value))
            return false;
        return SecretShapes.Classes(value) >= 2 || value.Length >= MinWord;
    }

    // Where nothing but a value can stand: "…;Password=x;" and a line that is no more than "DB_PASS=x".
    private static bool IsPlace(ref TextWindow text, int anchor, int name, int start, int end, SecretLink link)
    {
        if (link == SecretLink.Command)
            return true;
        if (text[start - 1] != '=' || start != name + 1)
            return false;
        return text[end] == ';' || text[anchor - 1] == ';' || (end - start >= MinWord && EndsLine(ref text, end) && BeginsLine(ref text, anchor));
    }

    private static bool BeginsLine(ref TextWindow text, int anchor)
    {
        var before = text.Before(anchor, MaxLead);
        var i = before.Length;
        while (i > 0 && (char.IsAsciiLetterOrDigit(before[i - 1]) || before[i - 1] is '_' or '.'))
            i--;
        before = before[..i].TrimEnd("# \t");
        return before.IsEmpty || before[^1] is '\n' or '-' || before.EndsWith("export") || before.EndsWith("ENV") || before.EndsWith("set");
    }

    private static bool EndsLine(ref TextWindow text, int end)
    {
        while (text[end] is ' ' or '\t' or '\r' && text[end] != '\0')
            end++;
        return text[end] is '\n' or '\0' or '#';
    }

    private static bool IsPlainPassword(ReadOnlySpan<char> value) => !SecretShapes.IsCall(value) && !value.Contains('(');

    private static bool IsBarePassword(ReadOnlySpan<char> value) =>
        SecretShapes.HasSigns(value, 3)
        || (SecretShapes.Classes(value) >= 2 && SecretShapes.HasDigit(value) && !SecretShapes.IsCall(value) && !value.Contains('.') && !value.Contains('(') && value[0] is not ('/' or '~' or '\\'));
}
