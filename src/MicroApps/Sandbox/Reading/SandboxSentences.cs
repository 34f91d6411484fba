using System.Collections.Frozen;

namespace MicroApps;

/// <summary>Cuts text into sentences and list items.</summary>
internal static class SandboxSentences
{
    private const int LongestShown = 320;

    private static readonly FrozenSet<string> s_abbreviations = SandboxLexicon.Words(SandboxSmallTables.Abbreviations).ToFrozenSet();

    /// <summary>The sentences of <paramref name="text"/> in order, trimmed, without list markers.</summary>
    public static List<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            while (i + 1 < text.Length && text[i + 1] is '.' or '!' or '?' or '"' or '”' or '»' or '\'' or ')' or '」')
                i++;
            Add(sentences, text, start, i + 1);
            start = i + 1;
        }
        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>A sentence short enough to show: cut at a blank, never inside a placeholder or a surrogate pair.</summary>
    public static string Shorten(string sentence, int longest = LongestShown)
    {
        if (sentence.Length <= longest)
            return sentence;
        var cut = sentence.LastIndexOf(' ', longest);
        if (cut < longest / 2)
            cut = longest;
        var bracket = sentence.LastIndexOf('[', cut - 1);
        if (bracket > 0 && bracket + SandboxWords.PlaceholderLength(sentence, bracket) > cut)
            cut = bracket;
        if (char.IsHighSurrogate(sentence[cut - 1]))
            cut--;
        return string.Concat(sentence.AsSpan(0, cut).TrimEnd(), "…");
    }

    /// <summary>"Hello, I ordered a lamp." without the greeting.</summary>
    public static string WithoutGreeting(string sentence)
    {
        const int Longest = 25;
        var comma = sentence.IndexOf(',', StringComparison.Ordinal);
        var greets = comma is > 0 and < Longest && comma + 2 < sentence.Length && SandboxIntents.SmallTalk(sentence[..comma]) == SandboxIntent.Greet;
        return greets ? sentence[(comma + 1)..].TrimStart() : sentence;
    }

    private static bool Ends(string text, int i) => text[i] switch
    {
        '。' or '！' or '？' or '؟' or '۔' => true,
        '\n' => EndsLine(text, i),
        '!' or '?' or '…' => BlankFollows(text, i),
        '.' => BlankFollows(text, i) && !IsAbbreviation(text, i),
        _ => false,
    };

    private static bool BlankFollows(string text, int i)
    {
        while (i + 1 < text.Length && text[i + 1] is '.' or '!' or '?' or '"' or '”' or '»' or '\'' or ')')
            i++;
        return i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]);
    }

    private static bool EndsLine(string text, int i)
    {
        var next = i + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        return next >= text.Length || !char.IsLower(text[next]) || IsSalutation(text, i);
    }

    // "Guten Tag," goes on in lower case, and yet is not part of the first sentence.
    private static bool IsSalutation(string text, int end)
    {
        const int Longest = 40;
        var line = text.AsSpan(Math.Max(0, end - Longest), Math.Min(end, Longest)).TrimEnd();
        return line is [.., ','] && (end <= Longest || line.Contains('\n')) && !line[(line.LastIndexOf('\n') + 1)..^1].Contains(',');
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < 8 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        if (start == dot)
            return false;
        var word = text.AsSpan(start, dot - start);
        if (word.Length <= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]))
            return MonthFollows(text, dot) || IsListMarker(text, start);
        return (word.Length == 1 && char.IsLetter(word[0])) || s_abbreviations.Contains(SandboxWords.Fold(word));
    }

    private static bool MonthFollows(string text, int dot)
    {
        var start = dot + 1;
        while (start < text.Length && text[start] == ' ')
            start++;
        var end = start;
        while (end < text.Length && end - start < 12 && char.IsLetter(text[end]))
            end++;
        return end > start && (char.IsLower(text[start]) || SandboxLexicon.Months.ContainsKey(SandboxWords.Fold(text.AsSpan(start, end - start))));
    }

    private static bool IsListMarker(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return start == 0 || text[start - 1] == '\n';
    }

    private static void Add(List<string> sentences, string text, int start, int end)
    {
        var sentence = text.AsSpan(start, end - start).Trim().TrimStart("-*•·–> \t#").TrimStart();
        var digits = 0;
        while (digits < sentence.Length && digits < 3 && char.IsAsciiDigit(sentence[digits]))
            digits++;
        if (digits > 0 && digits + 1 < sentence.Length && sentence[digits] is '.' or ')' && sentence[digits + 1] == ' ')
            sentence = sentence[(digits + 2)..].TrimStart();
        if (!sentence.IsEmpty)
            sentences.Add(sentence.ToString().ReplaceLineEndings(" "));
    }
}
