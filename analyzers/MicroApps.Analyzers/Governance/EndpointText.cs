namespace MicroApps.Analyzers;

/// <summary>Finds the host of a model in text: as the host of a URI, or alone where a host is expected.</summary>
internal sealed class EndpointText
{
    // A line with so many plain words is a sentence that speaks of an endpoint.
    private const int WordsOfProse = 3;

    private EndpointText(string host, string provider) => (Host, Provider) = (host, provider);

    public string Host { get; }

    public string Provider { get; }

    /// <summary>The first endpoint in a text; null when there is none. What is not known until run time is a NUL, or a hole in braces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPart">Whether unknown text may stand before it.</param>
    /// <param name="additional">More hosts, of the project.</param>
    public static EndpointText? Find(string text, bool isPart, IReadOnlyList<string> additional)
    {
        if (text.IndexOf("{0}", StringComparison.Ordinal) >= 0)
            text = text.Replace("{0}", "\0").Replace("{1}", "\0");
        for (var dot = text.IndexOf('.'); dot >= 0;)
        {
            var (start, end) = (dot, dot + 1);
            while (start > 0 && (IsOfHost(text[start - 1]) || (text[start - 1] == '\0' && text[start] is '.' or '-')))
                start--;
            // Unknown text goes on with the host only when more of it follows.
            while (end < text.Length && (IsOfHost(text[end]) || (text[end] == '\0' && end + 1 < text.Length && text[end + 1] is '.' or '-')))
                end++;
            if (IsHostAt(text, start, end, isPart) && Of(text, start, end, additional) is { } found && !IsProse(text, start, end))
                return found;
            dot = text.IndexOf('.', end);
        }

        return null;
    }

    private static EndpointText? Of(string text, int start, int end, IReadOnlyList<string> additional)
    {
        while (end > start && text[end - 1] == '.')
            end--;
        var host = text.Substring(start, end - start);
        var slash = end;
        if (slash < text.Length && text[slash] == ':')
            for (slash++; slash < text.Length && text[slash] is >= '0' and <= '9';)
                slash++;
        var path = slash < text.Length && text[slash] == '/' ? text.Substring(slash) : "";
        return ModelHosts.ProviderOf(host, path, additional) is { } provider ? new(host, provider) : null;
    }

    private static bool IsOfHost(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_';

    private static bool IsHostAt(string text, int start, int end, bool isPart)
    {
        if (end < text.Length && text[end] == '@')
            return false;
        var isEnd = text[start] is '.' or '-';
        if (start == 0)
            return isEnd ? isPart : end == text.Length || !char.IsWhiteSpace(text[end]);
        return text[start - 1] switch
        {
            '}' or '\0' => true,
            '/' => !isEnd && start > 1 && text[start - 2] == '/',
            '@' => IsUserInfo(text, start - 1),
            '=' or '"' or '\'' => !isEnd,
            _ => false,
        };
    }

    // https://user:password@host
    private static bool IsUserInfo(string text, int at)
    {
        for (var i = at - 1; i > 0 && !char.IsWhiteSpace(text[i]); i--)
            if (text[i] == '/')
                return text[i - 1] == '/';
        return false;
    }

    private static bool IsProse(string text, int start, int end)
    {
        while (start > 0 && text[start - 1] != '\n')
            start--;
        while (end < text.Length && text[end] != '\n')
            end++;
        var (words, letters, isWord) = (0, 0, true);
        for (var i = start; i <= end && words < WordsOfProse; i++)
        {
            var c = i < end ? text[i] : ' ';
            if (char.IsWhiteSpace(c))
            {
                if (isWord && letters > 0)
                    words++;
                (letters, isWord) = (0, true);
            }
            else if (char.IsLetter(c))
                letters++;
            else if (c is not ('.' or ',' or '!' or '?') || letters == 0)
                isWord = false;
        }

        return words >= WordsOfProse;
    }
}
