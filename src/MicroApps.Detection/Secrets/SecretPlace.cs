namespace MicroApps.Detection;

/// <summary>Finds where the value of a named secret begins and ends.</summary>
internal static class SecretPlace
{
    /// <summary>The value behind a name: where it begins, the quote around it or <c>'\0'</c>, and what joins the two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="anchor">Where the name begins.</param>
    /// <param name="name">Where the name ends.</param>
    /// <param name="limit">Where the value must have begun.</param>
    public static (int Start, char Quote, SecretLink Link) After(ref TextWindow text, int anchor, int name, int limit)
    {
        var i = SkipClosing(ref text, name, limit);
        var isQuotedName = i > name && text[name] is '"' or '\'';
        i = SkipSpaces(ref text, i, limit);
        var link = SecretLink.None;
        if (text[i] is '=' or ':' or '>' || (text[i] is '!' or '?' && text[i + 1] == '='))
            link = SecretLink.Assigned;
        else if (text[i] == ',' && isQuotedName && text[SkipSpaces(ref text, i + 1, limit)] is '"' or '\'')
            (link, i) = (SecretLink.Assigned, i + 1);
        else if (text.Matches(i, "is ") && text[i - 1] == ' ')
            (link, i) = (SecretLink.Said, i + 3);
        else if (i == name + 1 && IsLogin(ref text, anchor))
            link = SecretLink.Command;
        if (link == SecretLink.None)
            return default;
        while (text[i] is '=' or ':' or '>' or '!' or '?' && i < limit)
            i++;
        while (text[i] is ' ' or '@' or '\t' or '$' && (text[i] != '$' || text[i + 1] is '"' or '@') && i < limit)
            i++;
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
        var i = start;
        for (; i - start <= longest; i++)
        {
            var c = text[i];
            if (c is '\0' or '\n' or '\r' || (quote != '\0' ? c == quote : c is ' ' or '\t' or ';' or ',' or '"' or '\'' or '<' or '&' or '`'))
                break;
        }

        return i;
    }

    // The quote, bracket or index behind a name: "pwd", ['pwd'], pwd[25].
    private static int SkipClosing(ref TextWindow text, int i, int limit)
    {
        if (text[i] is '"' or '\'' or '`' or ']')
            i++;
        if (text[i] == ']')
            i++;
        if (text[i] != '[')
            return i;
        var end = text.Run(i + 1, CharSet.Digits, 6);
        return text[end] == ']' && end < limit ? end + 1 : i;
    }

    private static int SkipSpaces(ref TextWindow text, int i, int limit)
    {
        while (text[i] is ' ' or '\t' && i < limit)
            i++;
        return i;
    }

    // .netrc: machine … login … password …
    private static bool IsLogin(ref TextWindow text, int anchor) =>
        text[anchor - 1] is ' ' or '\n' or '\t' && text.Before(anchor, 96) is var before && before.Contains("login ", StringComparison.Ordinal) && before.Contains("machine ", StringComparison.Ordinal);
}
