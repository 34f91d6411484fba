using System.Collections.Frozen;

namespace MicroApps;

/// <summary>Finds the names of people: after a title, after a known first name, or two capitalised words in a row.</summary>
internal static class SandboxNames
{
    private const int LongestName = 4;

    private static readonly FrozenSet<string> s_titles = SandboxLexicon.Words(SandboxSmallTables.Titles).ToFrozenSet();

    private static readonly FrozenSet<string> s_companies = SandboxLexicon.Words("gmbh ltd inc corp llc foods bank group market supermarket street road avenue square university hotel airlines north south east west new san los").ToFrozenSet();

    /// <summary>The names in <paramref name="text"/>, in order.</summary>
    public static IEnumerable<SandboxEntity> Find(string text)
    {
        var capitalsAreNames = SandboxLanguages.Of(text) != "de";
        var run = new List<(int Start, int Length)>();
        foreach (var word in SandboxWords.Spans(text))
        {
            if (run.Count > 0 && (run.Count == LongestName || !IsCapitalised(text, word) || !Adjoins(text, run[^1], word)))
            {
                if (Name(text, run, capitalsAreNames) is { } name)
                    yield return name;
                run.Clear();
            }
            if (IsCapitalised(text, word))
                run.Add(word);
        }
        if (Name(text, run, capitalsAreNames) is { } last)
            yield return last;
    }

    private static SandboxEntity? Name(string text, List<(int Start, int Length)> run, bool capitalsAreNames)
    {
        var words = run.ConvertAll(word => SandboxWords.Fold(text.AsSpan(word.Start, word.Length)));
        var first = words.FindIndex(s_titles.Contains) + 1;
        var certain = first > 0 && first < run.Count;
        if (!certain)
        {
            first = words.FindIndex(SandboxLexicon.FirstNames.Contains);
            certain = first >= 0;
        }
        if (!certain)
        {
            first = 0;
            if (!capitalsAreNames || run.Count is < 2 or > 3 || StartsSentence(text, run[0].Start) || words.Exists(IsOrdinary) || words.Exists(s_companies.Contains))
                return null;
        }
        var end = first;
        while (end + 1 < run.Count && !IsOrdinary(words[end + 1]))
            end++;
        return new(SandboxKind.Person, run[first].Start, text[run[first].Start..(run[end].Start + run[end].Length)]);
    }

    private static bool IsOrdinary(string folded) =>
        SandboxLexicon.StopWords.Contains(folded) || SandboxLexicon.Months.ContainsKey(folded) || SandboxLexicon.Concepts.ContainsKey(SandboxWords.Stem(folded));

    private static bool IsCapitalised(string text, (int Start, int Length) word) =>
        word.Length > 1 && char.IsUpper(text[word.Start]) && char.IsLower(text[word.Start + 1]);

    private static bool Adjoins(string text, (int Start, int Length) left, (int Start, int Length) right)
    {
        var between = text.AsSpan(left.Start + left.Length, right.Start - left.Start - left.Length);
        return between is " " or "-" or ". " && (between is not ". " || left.Length <= 4);
    }

    private static bool StartsSentence(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(' ');
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or ':' or '•' or '-' or '*';
    }
}
