namespace MicroApps;

/// <summary>
/// Extractive summary: sentences are scored by the frequency of their topic words, their place and what they hold
/// (after Luhn, "The automatic creation of literature abstracts", 1958, and Edmundson, 1969); the best stay, in their order.
/// </summary>
internal static class SandboxSummary
{
    private const int MostSentences = 4000;
    private const double TooAlike = 0.6;
    private const double Lead = 1.8; // the first full sentence of a message mostly says what it is about

    private static readonly string[] s_weighty = ["urgent", "action", "date", "amount", "complaint", "cancel", "legal", "price"];

    /// <summary>The summary of <paramref name="text"/> in the wished form.</summary>
    public static string Of(string text, SandboxWishes wishes)
    {
        var sentences = SandboxSentences.Split(text);
        var count = wishes.Bullets > 0 ? wishes.Bullets : wishes.Sentences > 0 ? wishes.Sentences : wishes.Bullets < 0 ? 3 : wishes.Words > 0 ? 5 : Usual(sentences.Count);
        var chosen = Best(sentences, count).ConvertAll(sentence => Capital(SandboxSentences.Shorten(SandboxSentences.WithoutGreeting(sentence))));
        if (wishes.Words > 0)
            chosen = Within(chosen, wishes.Words);
        return wishes.Bullets != 0 ? string.Join('\n', chosen.Select(sentence => "- " + sentence)) : Joined(chosen);
    }

    /// <summary>The <paramref name="count"/> sentences that say most, in their order.</summary>
    public static List<string> Best(IReadOnlyList<string> sentences, int count)
    {
        var looked = sentences.Count > MostSentences ? sentences.Take(MostSentences).ToList() : sentences;
        var terms = looked.Select(sentence => SandboxWords.Terms(sentence).Distinct().ToList()).ToList();
        var frequency = terms.SelectMany(list => list).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        var lead = terms.FindIndex(0, terms.Count, list => list.Count > 3);
        var order = Enumerable.Range(0, looked.Count).OrderByDescending(i => Score(looked[i], terms[i], frequency) * (i == lead ? Lead : 1)).ThenBy(i => i);
        var chosen = new List<int>();
        foreach (var i in order)
            if (chosen.Count < count && !chosen.Exists(other => Alike(terms[i], terms[other])))
                chosen.Add(i);
        chosen.Sort();
        return chosen.ConvertAll(i => looked[i]);
    }

    /// <summary>The few words a text is most about, as they are written there.</summary>
    public static List<string> Keywords(string text, int count)
    {
        var seen = new Dictionary<string, (string Word, int Count, int First)>(StringComparer.Ordinal);
        foreach (var word in SandboxWords.Split(text))
            if ((word.Length > 2 || word[0] > 0x2E80) && !char.IsDigit(word[0]) && word[0] != '[' && SandboxWords.Term(word) is { } term)
                seen[term] = seen.TryGetValue(term, out var known) ? known with { Count = known.Count + 1 } : (word, 1, seen.Count);
        return [.. seen.Values.OrderByDescending(entry => entry.Count * Math.Min(8, entry.Word.Length)).ThenBy(entry => entry.First).Take(count).Select(entry => entry.Word)];
    }

    private static double Score(string sentence, List<string> terms, Dictionary<string, int> frequency)
    {
        if (terms.Count == 0 || IsCourtesy(sentence, terms))
            return -1;
        var weight = terms.Sum(term => (double)frequency[term]) / Math.Sqrt(terms.Count + 4);
        var holds = sentence.Any(char.IsAsciiDigit) ? 0.2 : 0;
        var weighty = s_weighty.Count(terms.Contains) * 0.2;
        return weight * (1 + holds + weighty);
    }

    // "Hi Anna," and "Kind regards" say nothing about the matter.
    private static bool IsCourtesy(string sentence, List<string> terms) =>
        sentence[^1] is ',' && terms.Count <= 3
        || (sentence.Length < 40 && (SandboxIntents.SmallTalk(sentence) is SandboxIntent.Greet or SandboxIntent.Thank || SandboxDraft.IsClosing(sentence)));

    private static bool Alike(List<string> one, List<string> other) =>
        one.Count > 0 && one.Count(other.Contains) > TooAlike * Math.Min(one.Count, other.Count) && Math.Min(one.Count, other.Count) > 2;

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static int Usual(int sentences) => sentences <= 3 ? 1 : sentences <= 10 ? 2 : 3;

    private static string Joined(List<string> sentences)
    {
        var gap = sentences.Count > 0 && SandboxWords.IsIdeographic(sentences[0][0]) ? "" : " ";
        return string.Join(gap, sentences.Select(sentence => char.IsLetterOrDigit(sentence[^1]) && gap.Length > 0 ? sentence + "." : sentence));
    }

    private static List<string> Within(List<string> sentences, int words)
    {
        var kept = new List<string>();
        foreach (var sentence in sentences)
        {
            var parts = sentence.Split(' ');
            if (parts.Length > words)
            {
                if (kept.Count == 0)
                    kept.Add(string.Join(' ', parts.Take(words)).TrimEnd(',', ';', ':') + "…");
                break;
            }
            kept.Add(sentence);
            words -= parts.Length;
        }
        return kept;
    }
}
