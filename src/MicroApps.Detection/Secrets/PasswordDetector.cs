namespace MicroApps.Detection;

/// <summary>
/// Finds passwords and other secrets by their name: <c>Password=…;</c>, <c>password: "…"</c>, <c>"pwd": "…"</c>, <c>&lt;password&gt;…&lt;</c>,
/// <c>if (password != "…")</c>, <c>DB_PASS=…</c>, <c>--password …</c>, "the password is '…'", <c>secret = '…'</c>.
/// </summary>
internal sealed class PasswordDetector() : Detector(EntityTypes.Password, Anchor.Literals(Spellings), MaxValue, MaxLead)
{
    private const int MaxValue = 128, MaxLead = 64, MinValue = 5, MinWord = 6, MinSecret = 12, MinNamedSecret = 8;

    private static string[] Spellings { get; } =
    [
        .. new[] { "password", "passwd", "pwd", "passphrase", "passcode", "secret", "private_key", "api_key", "apikey" }
            .SelectMany(w => new[] { w, char.ToUpperInvariant(w[0]) + w[1..], w.ToUpperInvariant() }),
        "apiKey", "ApiKey", "_pw", "_pass", "_PASS", "_PW", "PGPASSWORD", "pass=", "Pass=", "PASS=", "pass: \"", "pass: '", "\"pass\"", "'pass'",
    ];

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor);
        var name = anchor + (text[anchor] is '"' or '\'' ? 1 : 0);
        var isPassword = text[name] is 'p' or 'P' && text[name + 1] is not ('r' or 'R') || text[name] == '_';
        while (char.IsAsciiLetterOrDigit(text[name]) || text[name] == '_')
            name++;
        // "_pass" is a whole word, not the beginning of "_passport".
        if (text[anchor] == '_' && char.IsAsciiLetter(text[anchor + (text[anchor + 2] is 'a' or 'A' ? 5 : 3)]))
            return null;
        if ((text[anchor] == 'p' && text[anchor + 4] == '=' && text[anchor - 1] == '-' && text[anchor - 2] != '-') || SecretShapes.IsAboutOne(text.Slice(anchor + 6, name - anchor - 6)))
            return null;
        var (start, quote, link) = SecretPlace.After(ref text, anchor, name, anchor + MaxLead);
        if (link == SecretLink.None)
            return null;
        text.Hold(start);
        var end = SecretPlace.EndOf(ref text, start, quote, MaxValue);
        if (end - start < (isPassword ? MinValue : MinNamedSecret) || end - start > MaxValue || !SecretPlace.IsClosed(ref text, end, quote))
            return null;
        if (link == SecretLink.Said && quote == '\0')
            end = start + text.Slice(start, end - start).TrimEnd(".,!?)").Length;
        var value = text.Slice(start, end - start);
        if (SecretShapes.IsNameOfOne(value) || (quote == '\0' && IsExpression(value)))
            return null;
        if (SecretShapes.IsHarmless(value) || (value[0] is '/' or '~' or '.' or '`' && text[name - 1] is 'd' or 'D' && text[name - 2] is 'w' or 'W'))
            return null;
        var isSecret = !isPassword ? IsKey(value, quote, link, text.Slice(anchor, name - anchor))
            : quote != '\0' ? IsQuotedPassword(value, link)
            : link == SecretLink.Said ? IsSaidPassword(value)
            : IsPlace(ref text, anchor, name, start, end, link) ? IsPlainPassword(value) : IsBarePassword(value);
        return isSecret ? Found(start, end, 0.7) : null;
    }

    private static bool IsKey(ReadOnlySpan<char> value, char quote, SecretLink link, ReadOnlySpan<char> name)
    {
        if (value.Contains(' ') || link is not (SecretLink.Assigned or SecretLink.Compared))
            return false;
        // Where the name ends with "secret", the value may be a phrase: secret != 'open-sesame'.
        if (quote != '\0' && name.Equals("secret", StringComparison.OrdinalIgnoreCase) && (link == SecretLink.Compared || SecretShapes.HasSigns(value, 1)) && !SecretShapes.IsCall(value) && !SecretShapes.IsLabel(value))
            return true;
        return value.Length >= MinSecret && !SecretShapes.IsName(value) && Placeholder.Entropy(value) >= 3 && ((SecretShapes.HasSigns(value, 3) && (quote != '\'' || name[0] is 's' or 'S')) || (quote != '\0' && SecretShapes.Classes(value) >= 3));
    }

    private static bool IsQuotedPassword(ReadOnlySpan<char> value, SecretLink link)
    {
        if (value.Contains(' '))
            return link is SecretLink.Assigned or SecretLink.Compared && SecretShapes.IsPhrase(value);
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

    // {field!r}, $config->{pass}, 0x0001
    private static bool IsExpression(ReadOnlySpan<char> value) =>
        (value[0] == '{' && value.Contains('}')) || (value[0] == '$' && value.IndexOf("->") >= 0) || (value.StartsWith("0x") && CharSet.Hex.RunLength(value[2..]) == value.Length - 2);

    private static bool IsBarePassword(ReadOnlySpan<char> value) =>
        !SecretShapes.IsCall(value) && (SecretShapes.HasSigns(value, 3)
        || (SecretShapes.Classes(value) >= 2 && SecretShapes.HasDigit(value) && !value.Contains('.') && !value.Contains('(') && value[0] is not ('/' or '~' or '\\' or '-')));

    // "the password is Tr0ub4dor&3": a word that no sentence has, and not the name of an algorithm.
    private static bool IsSaidPassword(ReadOnlySpan<char> value) =>
        value.Length >= MinWord && SecretShapes.HasDigit(value) && SecretShapes.Classes(value) >= 2 && char.IsAsciiLetterOrDigit(value[0]) && !SecretShapes.IsCall(value)
        && !value.Contains('/') && !SecretShapes.IsAlgorithm(value);
}
