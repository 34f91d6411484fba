namespace MicroApps.Detection;

/// <summary>
/// Finds passwords and other secrets by their name: <c>Password=…;</c>, <c>password: "…"</c>, <c>"pwd": "…"</c>, <c>&lt;password&gt;…&lt;</c>,
/// "the password is '…'", <c>secret = '…'</c>.
/// </summary>
internal sealed class PasswordDetector() : Detector(EntityTypes.Password, Anchor.Literals(Spellings), MaxValue, MaxLead)
{
    private const int MaxValue = 128, MaxLead = 64, MinValue = 5, MinSecret = 12, MinWord = 8;

    private static string[] Spellings { get; } =
    [
        .. new[] { "password", "passwd", "pwd", "passphrase", "passcode", "secret", "private_key", "api_key", "apikey" }
            .SelectMany(w => new[] { w, char.ToUpperInvariant(w[0]) + w[1..], w.ToUpperInvariant() }),
        "apiKey", "ApiKey", "_pw", "_pass", "_PASS", "_PW",
    ];

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor);
        var isPassword = text[anchor] is 'p' or 'P' && text[anchor + 1] is not ('r' or 'R') || text[anchor] == '_';
        var i = anchor;
        while (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_')
            i++;
        var (start, quote, isAssigned) = SkipConnection(ref text, i, anchor + MaxLead);
        if (start < 0)
            return null;
        text.Hold(start);
        var end = EndOf(ref text, start, quote);
        if (end - start < (isPassword ? MinValue : MinSecret) || end - start > MaxValue || (quote != '\0' && text[end] != quote))
            return null;
        // In "…;Password=x;" the place is proof enough; code has spaces around its signs.
        var isPart = isPassword && quote == '\0' && text[start - 1] == '=' && (text[end] == ';' || text[anchor - 1] == ';');
        return IsSecret(text.Slice(start, end - start), isPassword, quote != '\0', isAssigned, isPart) ? Found(start, end, 0.7) : null;
    }

    // ": ", "=", " = ", "\": \"", "'] = '", " => ", ">" and, in prose, " is ".
    private static (int Start, char Quote, bool IsAssigned) SkipConnection(ref TextWindow text, int i, int limit)
    {
        if (text[i] is '"' or '\'' or '`' or ']')
            i++;
        if (text[i] == ']')
            i++;
        while (text[i] is ' ' or '\t' && i < limit)
            i++;
        var isAssigned = text[i] is '=' or ':' or '>';
        while (text[i] is '=' or ':' or '>' or '!' && i < limit)
            i++;
        if (!isAssigned && text.Matches(i, "is ") && text[i - 1] == ' ')
            i += 3;
        else if (!isAssigned)
            return (-1, '\0', false);
        while (text[i] is ' ' or '@' or '\t' or '$' && (text[i] != '$' || text[i + 1] is '"' or '@') && i < limit)
            i++;
        if (i >= limit)
            return (-1, '\0', false);
        var quote = text[i] is '"' or '\'' or '`' ? text[i] : '\0';
        return (quote == '\0' ? i : i + 1, quote, isAssigned);
    }

    private static int EndOf(ref TextWindow text, int start, char quote)
    {
        var i = start;
        for (; i - start <= MaxValue; i++)
        {
            var c = text[i];
            if (c is '\0' or '\n' or '\r' || (quote != '\0' ? c == quote : c is ' ' or '\t' or ';' or ',' or '"' or '\'' or '<' or '&' or '`'))
                break;
        }

        return i;
    }

    private static bool IsSecret(ReadOnlySpan<char> value, bool isPassword, bool isQuoted, bool isAssigned, bool isPart)
    {
        if (SecretShapes.IsHarmless(value))
            return false;
        if (isPart)
            return !SecretShapes.IsCall(value);
        var classes = SecretShapes.Classes(value);
        if (!isPassword)
            return isAssigned && isQuoted && classes >= 3 && !value.Contains(' ') && Placeholder.Entropy(value) >= 3;
        if (isQuoted)
            return !value.Contains(' ') && !SecretShapes.IsCall(value) && (classes >= 2 && !SecretShapes.IsLabel(value) || (isAssigned && value.Length >= MinWord && !SecretShapes.IsLabel(value)));
        return isAssigned && classes >= 2 && SecretShapes.HasDigit(value) && !SecretShapes.IsCall(value) && !value.Contains('.') && !value.Contains('(') && value[0] is not ('/' or '~' or '\\');
    }
}
