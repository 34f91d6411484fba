namespace MicroApps;

/// <summary>Answers a question with the sentences of a text that share its rare words.</summary>
internal static class SandboxLookup
{
    private const double Enough = 0.2;

    private static readonly (string Word, SandboxKind[] Kinds)[] s_wanted =
    [
        .. Wanted("when wann quand cuando wanneer quando deadline", SandboxKind.Date, SandboxKind.Time),
        .. Wanted("who whom wer wen wem quien chi wie quem", SandboxKind.Person),
        .. Wanted("much viel cost costs kostet cout coute cuesta costa kost quanto teuer price preis prix precio prezzo prijs preco", SandboxKind.Money, SandboxKind.Percent, SandboxKind.Number),
        .. Wanted("many viele combien cuantos cuantas quanti quante hoeveel quantos quantas long lang", SandboxKind.Number, SandboxKind.Percent, SandboxKind.Money),
    ];

    /// <summary>The sentences of <paramref name="text"/> that best fit <paramref name="question"/>; none when they share too little with it.</summary>
    public static List<string> Best(string question, string text, int most)
    {
        var asked = SandboxWords.Terms(question).Distinct().ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
            return [];
        var sentences = SandboxSentences.Split(text).Where(sentence => !Same(sentence, question)).ToList();
        var terms = sentences.ConvertAll(sentence => SandboxWords.Terms(sentence).ToHashSet(StringComparer.Ordinal));
        var spread = asked.ToDictionary(term => term, term => terms.Count(set => set.Contains(term)), StringComparer.Ordinal);
        double Weight(string term) => Math.Log(1 + ((sentences.Count + 1.0) / (Math.Max(1, spread[term]) + 0.5)));
        var full = asked.Sum(Weight);
        var wanted = WantedKinds(question);
        var scores = terms.Select((set, i) => (Index: i, Score: asked.Where(set.Contains).Sum(Weight) / full))
            .Where(entry => entry.Score > 0)
            .Select(entry => entry with { Score = entry.Score + Bonus(sentences[entry.Index], wanted) })
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Index).Take(most).ToList();
        var best = scores.Count > 0 ? scores[0].Score : 0;
        return best < Enough ? [] : [.. scores.Where(entry => entry.Score > best * 0.8).OrderBy(entry => entry.Index).Select(entry => SandboxSentences.Shorten(sentences[entry.Index]))];
    }

    /// <summary>The answer to <paramref name="question"/> from <paramref name="text"/>, or the admission that it is not there.</summary>
    public static string Of(string question, string text, SandboxWishes wishes, string language)
    {
        var best = Best(question, text, Math.Max(1, Math.Max(wishes.Sentences, wishes.Bullets)));
        if (best.Count == 0)
            return Listed(question, text) ?? SandboxPhrases.Get(text.Length == 0 ? "unknown" : "absent", language);
        if (wishes.Bare && WantedKinds(question) is { Length: > 0 } kinds
            && SandboxEntities.Find(best[0]).Find(entity => kinds.Contains(entity.Kind)) is { Text: { } value })
            return value;
        return wishes.Bullets != 0 ? string.Join('\n', best.Select(sentence => "- " + sentence)) : string.Join(' ', best);
    }

    // "Which e-mail addresses are in the text?" names a kind of thing, not a sentence.
    private static string? Listed(string question, string text)
    {
        var kinds = SandboxExtraction.Kinds(question);
        return kinds.Count > 0 && SandboxExtraction.Items(kinds[0], text) is { Count: > 0 } items ? string.Join('\n', items.Select(item => "- " + item)) : null;
    }

    private static double Bonus(string sentence, SandboxKind[] wanted) =>
        wanted.Length > 0 && SandboxEntities.Find(sentence).Exists(entity => wanted.Contains(entity.Kind)) ? 0.2 : 0;

    private static SandboxKind[] WantedKinds(string question)
    {
        var words = SandboxWords.Split(question).Select(word => SandboxWords.Fold(word)).ToHashSet();
        return Array.Find(s_wanted, wanted => words.Contains(wanted.Word)).Kinds ?? [];
    }

    private static bool Same(string sentence, string question) => question.Contains(sentence, StringComparison.Ordinal);

    private static IEnumerable<(string, SandboxKind[])> Wanted(string words, params SandboxKind[] kinds) => words.Split(' ').Select(word => (word, kinds));
}
