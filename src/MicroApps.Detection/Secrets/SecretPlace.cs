namespace MicroApps.Detection;

/// <summary>Finds where the value of a named secret begins and ends.</summary>
internal static class SecretPlace
{
    private static readonly CharSet Blanks = new(" \t\r\n");
    private static readonly CharSet Name = new(CharSet.Alphanumeric + "_.:-");

    /// <summary>The value behind a name: where it begins, the quote around it or <c>'\0'</c>, and what joins the two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="anchor">Where the name begins.</param>
    /// <param name="name">Where the name ends.</param>
    /// <param name="limit">Where the value must have begun.</param>
    public static (int Start, char Quote, SecretLink Link) After(ref TextWindow text, int anchor, int name, int limit)
    {
        var (link, i) = LinkAt(ref text, anchor, name, limit);
        if (link == SecretLink.None)
            return default;
        while (text[i] is '=' or ':' or '>' or '!' or '?' && i < limit)
            i++;
        // <password>, then the value on a line of its own.
        if (text[i - 1] == '>' && text[i - 2] != '=')
            i = text.Run(i, Blanks, Math.Max(0, limit - i));
        while (text[i] is ' ' or '@' or '\t' or '$' && (text[i] != '$' || text[i + 1] is '"' or '@') && i < limit)
            i++;
        i += IsEscapedQuote(ref text, i) ? 1 : 0;
        if (i >= limit)
            return default;
        var quote = text[i] is '"' or '\'' or '`' ? text[i] : '\0';
        // What has a size in brackets is C, where single quotes hold one character.
        if (quote == '\'' && text[name] == '[')
            return default;
        return (quote == '\0' ? i : i + 1, quote, link);
    }

    /// <summary>Where the value ends that begins at <paramref name="start"/>.</summary>
    public static int EndOf(ref TextWindow text, int start, char quote, int longest)
    {
        var isEscaped = quote != '\0' && text[start - 2] == '\\';
        var i = start;
        for (; i - start <= longest; i++)
        {
            var c = text[i];
            if (c is '\0' or '\n' or '\r' || (quote != '\0' ? c == quote : c is ' ' or '\t' or ';' or ',' or '"' or '\'' or '<' or '&' or '`' || (c == '\\' && text[i + 1] is 'n' or 'r' or '"')))
                break;
            if (isEscaped && c == '\\' && text[i + 1] == quote)
                break;
        }

        return i;
    }

    /// <summary>Whether a value that began behind <paramref name="quote"/> ends with it at <paramref name="end"/>.</summary>
    public static bool IsClosed(ref TextWindow text, int end, char quote) => quote == '\0' || text[end] == quote || (text[end] == '\\' && text[end + 1] == quote);

    private static (SecretLink Link, int At) LinkAt(ref TextWindow text, int anchor, int name, int limit)
    {
        var i = SkipClosing(ref text, name, limit);
        var isQuotedName = i > name && text[i - 1] is '"' or '\'';
        var behind = i;
        i = SkipSpaces(ref text, i, limit);
        if (text[i] is '!' or '=' && text[i + 1] == '=')
            return (SecretLink.Compared, i);
        if (text[i] is '=' or ':' || (text[i] == '>' && i == behind) || (text[i] == '?' && text[i + 1] == '='))
            return (SecretLink.Assigned, i);
        if (text[i] == ',' && isQuotedName && IsArgument(ref text, anchor) && text[SkipSpaces(ref text, i + 1, limit)] is '"' or '\'')
            return (SecretLink.Assigned, i + 1);
        // <add key="Password" value="…"/>
        if (isQuotedName && (text.Matches(i, "value=") || text.Matches(i, "Value=")))
            return (SecretLink.Assigned, i + 6);
        // setPassword("…")
        if (text[i] == '(' && text[i + 1] is '"' or '\'' && IsSetter(ref text, anchor))
            return (SecretLink.Assigned, i + 1);
        // - name: DB_PASSWORD, then on the next line value: …
        if (text[i] is '\n' or '\r' && text.Run(i, Blanks, Math.Max(0, limit - i)) is var next && text.Matches(next, "value:"))
            return (SecretLink.Assigned, next + 6);
        if (text.Matches(i, "is ") && text[i - 1] == ' ')
            return (SecretLink.Said, i + 3);
        if (i == behind + 1 && i == name + 1)
            return (IsLogin(ref text, anchor) ? SecretLink.Command : IsSql(ref text, anchor, i) ? SecretLink.Assigned : text[anchor - 1] == '-' ? SecretLink.Option : SecretLink.None, i);
        return default;
    }

    // The quote, bracket or index behind a name: "pwd", \"pwd\", ['pwd'], pwd[25].
    private static int SkipClosing(ref TextWindow text, int i, int limit)
    {
        if (IsEscapedQuote(ref text, i))
            return i + 2;
        if (text[i] is '"' or '\'' or '`' or ']')
            i++;
        if (text[i] == ']')
            i++;
        if (text[i] != '[')
            return i;
        var end = text.Run(i + 1, CharSet.Digits, 6);
        return text[end] == ']' && end < limit ? end + 1 : i;
    }

    private static bool IsEscapedQuote(ref TextWindow text, int i) => text[i] == '\\' && text[i + 1] is '"' or '\'';

    private static int SkipSpaces(ref TextWindow text, int i, int limit)
    {
        while (text[i] is ' ' or '\t' && i < limit)
            i++;
        return i;
    }

    // get("DB_PASSWORD", …), and not a word of a list.
    private static bool IsArgument(ref TextWindow text, int anchor)
    {
        var name = text.RunBack(anchor, Name, 64);
        return text[name - 1] is '"' or '\'' && text[name - 2] == '(';
    }

    private static bool IsSetter(ref TextWindow text, int anchor) =>
        text.Before(anchor, 4) is var before && (before.EndsWith("set", StringComparison.OrdinalIgnoreCase) || before.EndsWith("with", StringComparison.OrdinalIgnoreCase));

    // ALTER USER … PASSWORD '…'
    private static bool IsSql(ref TextWindow text, int anchor, int value) => text[value] == '\'' && text.Matches(anchor, "PASSWORD");

    // .netrc: machine … login … password …
    private static bool IsLogin(ref TextWindow text, int anchor) =>
        text[anchor - 1] is ' ' or '\n' or '\t' && text.Before(anchor, 96) is var before && before.Contains("login ", StringComparison.Ordinal) && before.Contains("machine ", StringComparison.Ordinal);
}
