using System.Collections.Frozen;

namespace MicroApps;

/// <summary>Takes named kinds of things out of a text.</summary>
internal static class SandboxExtraction
{
    private const int MostItems = 200;
    private const int MostKeywords = 8;

    private static readonly FrozenDictionary<string, SandboxKind> s_kinds = new Dictionary<string, SandboxKind>
    {
        ["email"] = SandboxKind.Email, ["phone"] = SandboxKind.Phone, ["date"] = SandboxKind.Date, ["time"] = SandboxKind.Time, ["amount"] = SandboxKind.Money,
        ["price"] = SandboxKind.Money, ["person"] = SandboxKind.Person, ["id"] = SandboxKind.Id, ["order"] = SandboxKind.Id, ["url"] = SandboxKind.Url, ["percent"] = SandboxKind.Percent,
        ["keyword"] = SandboxKind.Keyword, ["action"] = SandboxKind.Action, ["question"] = SandboxKind.Question,
    }.ToFrozenDictionary();

    private static readonly string[] s_duties =
    [
        " must ", " should ", " need to ", " needs to ", " has to ", " have to ", " please ", " todo ", " to do ", " action ", " follow up ", " make sure ", " remember to ", " will ", " due ",
        " muss ", " mussen ", " soll ", " sollen ", " sollte ", " bitte ", " erledigen ", " wird ", " spatestens ", " doit ", " doivent ", " devons ", " il faut ", " merci de ", " veuillez ", " a faire ",
        " debe ", " deben ", " hay que ", " tiene que ", " por favor ", " deve ", " devono ", " bisogna ", " occorre ", " per favore ", " moet ", " moeten ", " graag ", " alstublieft ", " devem ", " precisa ", " e preciso ",
    ];

    /// <summary>The kinds that <paramref name="words"/> name, in order.</summary>
    public static List<SandboxKind> Kinds(string words) =>
        [.. SandboxWords.Terms(Plain(words)).Select(term => s_kinds.GetValueOrDefault(term)).Where(kind => kind != SandboxKind.Text).Distinct()];

    // "data" is no date in English, but it is in Italian and Portuguese.
    private static string Plain(string words)
    {
        words = words.Replace("to-do", "task", StringComparison.OrdinalIgnoreCase);
        return SandboxLanguages.Of(words) != "en" ? words.Replace("data", "date", StringComparison.OrdinalIgnoreCase) : words;
    }

    /// <summary>Whether a question is about kinds of things alone ("Which names and dates are mentioned?").</summary>
    public static bool AsksForKinds(string question)
    {
        var kinds = Kinds(question);
        return kinds.Count > 1 || (kinds.Count == 1 && SandboxWords.Fold(SandboxWords.Split(question).First()) is var first && (first is "which" or "welche" or "quels" or "quelles" or "cuales" or "quali" or "welke" or "quais" || (first == "what" && kinds[0] is SandboxKind.Question or SandboxKind.Action or SandboxKind.Keyword)) && SandboxWords.Terms(question).Count() <= 3);
    }

    /// <summary>The kind that one term names, or <see cref="SandboxKind.Text"/>.</summary>
    public static SandboxKind Kind(string term) => term is "employee" or "customer" ? SandboxKind.Person : s_kinds.GetValueOrDefault(term);

    /// <summary>Everything of one kind in <paramref name="text"/>, each once, in order.</summary>
    public static List<string> Items(SandboxKind kind, string text) => Items(kind, text, new(() => SandboxEntities.Find(text)));

    private static List<string> Items(SandboxKind kind, string text, Lazy<List<SandboxEntity>> entities) => kind switch
    {
        SandboxKind.Keyword => SandboxSummary.Keywords(text, MostKeywords),
        SandboxKind.Action => Sentences(text, IsDuty),
        SandboxKind.Question => Sentences(text, sentence => sentence[^1] is '?' or '？' or '؟'),
        _ => [.. entities.Value.Where(entity => entity.Kind == kind).Select(entity => entity.Text).Distinct(StringComparer.Ordinal).Take(MostItems)],
    };

    /// <summary>Answers a request to extract.</summary>
    public static string Of(string task, string text, string language)
    {
        var kinds = Kinds(task);
        if (kinds.Contains(SandboxKind.Id) && kinds.Contains(SandboxKind.Phone))
            kinds.Remove(SandboxKind.Id);
        if (kinds.Count == 0)
            return Named(task, text, language);
        if (kinds.Count == 1)
            return Items(kinds[0], text).Take(SandboxWishes.Number(task) is > 0 and var most ? most : MostItems).ToList() is { Count: > 0 } items
                ? string.Join('\n', items.Select(item => "- " + item)) : SandboxPhrases.Get("absent", language);
        var entities = new Lazy<List<SandboxEntity>>(() => SandboxEntities.Find(text));
        var lines = kinds.Select(kind => (Label: Label(task, kind), Items: Items(kind, text, entities))).ToList();
        return string.Join('\n', lines.Select(line => line.Items.Count == 0 ? $"{line.Label}: –"
            : line.Items.Count > 1 && line.Items.Exists(item => item.Length > 40) ? $"{line.Label}:\n{string.Join('\n', line.Items.Select(item => "- " + item))}"
            : $"{line.Label}: {string.Join(", ", line.Items)}"));
    }

    /// <summary>Whether a sentence gives somebody something to do.</summary>
    public static bool IsDuty(string sentence)
    {
        var folded = SandboxIntents.Folded(sentence);
        return Array.Exists(s_duties, duty => folded.Contains(duty, StringComparison.Ordinal));
    }

    private static List<string> Sentences(string text, Predicate<string> wanted) =>
        [.. SandboxSentences.Split(text).Where(sentence => wanted(sentence)).Select(sentence => SandboxSentences.Shorten(sentence)).Take(MostItems)];

    // No kind is named: the sentences that share the words of the task, else everything there is.
    private static string Named(string task, string text, string language)
    {
        if (SandboxLookup.Best(task, text, 3) is { Count: > 0 } found)
            return string.Join('\n', found.Select(sentence => "- " + sentence));
        var kinds = SandboxEntities.Find(text).GroupBy(entity => entity.Kind).OrderBy(group => group.Key).Select(group => $"{group.Key}: {string.Join(", ", group.Select(entity => entity.Text).Distinct().Take(MostItems))}").ToList();
        return kinds.Count > 0 ? string.Join('\n', kinds) : SandboxPhrases.Get("absent", language);
    }

    // The user's own word for a kind is the best label for it.
    private static string Label(string task, SandboxKind kind)
    {
        var word = SandboxWords.Split(task).FirstOrDefault(word => SandboxWords.Term(word) is { } term && s_kinds.GetValueOrDefault(term) == kind, kind.ToString());
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
