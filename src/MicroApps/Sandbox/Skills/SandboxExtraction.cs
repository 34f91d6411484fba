using System.Collections.Frozen;

namespace MicroApps;

/// <summary>Takes named kinds of things out of a text.</summary>
internal static class SandboxExtraction
{
    private const int MostItems = 200;

    private static readonly FrozenDictionary<string, SandboxKind> s_kinds = new Dictionary<string, SandboxKind>
    {
        ["email"] = SandboxKind.Email, ["phone"] = SandboxKind.Phone, ["date"] = SandboxKind.Date, ["time"] = SandboxKind.Time, ["amount"] = SandboxKind.Money,
        ["price"] = SandboxKind.Money, ["person"] = SandboxKind.Person, ["id"] = SandboxKind.Id, ["url"] = SandboxKind.Url, ["percent"] = SandboxKind.Percent,
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
        [.. SandboxWords.Terms(words).Select(term => s_kinds.GetValueOrDefault(term)).Where(kind => kind != SandboxKind.Text).Distinct()];

    /// <summary>The kind that one term names, or <see cref="SandboxKind.Text"/>.</summary>
    public static SandboxKind Kind(string term) => s_kinds.GetValueOrDefault(term);

    /// <summary>Everything of one kind in <paramref name="text"/>, each once, in order.</summary>
    public static List<string> Items(SandboxKind kind, string text) => kind switch
    {
        SandboxKind.Keyword => SandboxSummary.Keywords(text, 6),
        SandboxKind.Action => Sentences(text, IsDuty),
        SandboxKind.Question => Sentences(text, sentence => sentence[^1] is '?' or '？' or '؟'),
        _ => [.. SandboxEntities.Find(text).Where(entity => entity.Kind == kind).Select(entity => entity.Text).Distinct(StringComparer.Ordinal).Take(MostItems)],
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
            return Items(kinds[0], text) is { Count: > 0 } items ? string.Join('\n', items.Select(item => "- " + item)) : SandboxPhrases.Get("absent", language);
        var lines = kinds.Select(kind => (Label: Label(task, kind), Items: Items(kind, text))).ToList();
        return string.Join('\n', lines.Select(line => line.Items.Count == 0 ? $"{line.Label}: –"
            : line.Items[0].Contains(' ', StringComparison.Ordinal) && line.Items.Count > 1 ? $"{line.Label}:\n{string.Join('\n', line.Items.Select(item => "- " + item))}"
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

    private static string Named(string task, string text, string language) =>
        SandboxLookup.Best(task, text, 3) is { Count: > 0 } found ? string.Join('\n', found.Select(sentence => "- " + sentence)) : SandboxPhrases.Get("absent", language);

    // The user's own word for a kind is the best label for it.
    private static string Label(string task, SandboxKind kind)
    {
        var word = SandboxWords.Split(task).First(word => SandboxWords.Term(word) is { } term && s_kinds.GetValueOrDefault(term) == kind);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
