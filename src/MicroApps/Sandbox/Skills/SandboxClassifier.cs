namespace MicroApps;

/// <summary>Chooses a class for a text: by feeling words, by the concepts behind the class names, else by likeness.</summary>
internal static class SandboxClassifier
{
    private static readonly string[] s_positive = ["positi"];
    private static readonly string[] s_negative = ["negati"];
    private static readonly string[] s_neutral = ["neutra", "neutre", "mixed", "gemisc"];

    private static readonly string[] s_low = ["low", "niedrig", "gering", "bas", "basse", "faible", "bajo", "baja", "basso", "bassa", "laag", "baixo", "baixa", "normal"];
    private static readonly string[] s_high = ["high", "hoch", "haut", "haute", "eleve", "elevee", "alto", "alta", "hoog", "critical", "urgent", "dringend"];

    /// <summary>The topics of everyday messages, for a class that no list bounds.</summary>
    public static IReadOnlyList<SandboxLabel> Topics { get; } = [.. "payment delivery return technical leave payroll hiring sales legal account product schedule complaint other".Split(' ').Select(name => new SandboxLabel(name, ""))];

    /// <summary>A scale of urgency.</summary>
    public static IReadOnlyList<SandboxLabel> Urgencies { get; } = [new("low", ""), new("medium", ""), new("high", "")];

    /// <summary>A class and the words that spoke for it.</summary>
    public readonly record struct Choice(string Label, IReadOnlyList<string> Because);

    /// <summary>Answers a request to classify.</summary>
    public static string Of(string task, string text, bool bare, string language)
    {
        var labels = SandboxLabels.Of(task);
        var choice = Choose(labels.Count > 1 ? labels : Polarities(language), text);
        return bare || choice.Because.Count == 0 ? choice.Label : SandboxPhrases.Get("because", language, choice.Label, string.Join(", ", choice.Because.Take(4)));
    }

    /// <summary>The class of <paramref name="labels"/> that fits <paramref name="text"/> best; the first or the "other" class when nothing tells.</summary>
    public static Choice Choose(IReadOnlyList<SandboxLabel> labels, string text)
    {
        if (labels.Any(label => Is(label, s_positive)) && labels.Any(label => Is(label, s_negative)))
            return ByFeeling(labels, text);
        if (labels.FirstOrDefault(label => IsOneOf(label, s_low)).Name is { } low && labels.FirstOrDefault(label => IsOneOf(label, s_high)).Name is { } high)
            return ByUrgency(low, labels.FirstOrDefault(label => !IsOneOf(label, s_low) && !IsOneOf(label, s_high)).Name ?? low, high, text);
        var words = SandboxWords.Split(text).ToList();
        var scored = labels.Select(label => new Choice(label.Name, Evidence(label, words))).ToList();
        var best = scored.MaxBy(choice => choice.Because.Count);
        if (best.Because.Count > 0)
            return best;
        var other = labels.FirstOrDefault(label => SandboxWords.Terms(label.Name).Contains("other"));
        return other.Name is not null ? new(other.Name, []) : new(ByNegation(labels, text) ?? Nearest(labels, text), []);
    }

    /// <summary>Positive minus negative words, a negation before a word turns it round.</summary>
    public static int Feeling(string text, List<(string Word, int Sign)>? evidence = null)
    {
        var score = 0;
        var negated = 0;
        foreach (var word in SandboxWords.Split(text))
        {
            var stem = SandboxWords.Stem(SandboxWords.Fold(word));
            var kind = SandboxLexicon.Sentiment.GetValueOrDefault(stem);
            if (kind == "negation")
            {
                negated = 3;
                continue;
            }
            negated--;
            if (kind is null)
                continue;
            var sign = kind == "positive" ^ negated > 0 ? 1 : -1;
            score += sign;
            evidence?.Add((word, sign));
        }
        return score;
    }

    private static Choice ByFeeling(IReadOnlyList<SandboxLabel> labels, string text)
    {
        var words = new List<(string Word, int Sign)>();
        var score = Feeling(text, words);
        var evidence = words.Where(entry => entry.Sign == Math.Sign(score)).Select(entry => entry.Word).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var wanted = score > 0 ? s_positive : score < 0 ? s_negative : s_neutral;
        var label = labels.FirstOrDefault(label => Is(label, wanted));
        return label.Name is not null ? new(label.Name, evidence) : new(labels.First(label => Is(label, score > 0 ? s_positive : s_negative)).Name, evidence);
    }

    private static Choice ByUrgency(string low, string middle, string high, string text)
    {
        var urgent = SandboxWords.Split(text).Where(word => SandboxWords.Term(word) == "urgent").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return urgent.Count > 0 ? new(high, urgent) : new(Feeling(text) < 0 ? middle : low, []);
    }

    private static List<string> Evidence(SandboxLabel label, List<string> words)
    {
        if (SandboxWords.Split(label.Name).Any(word => SandboxLexicon.Sentiment.GetValueOrDefault(SandboxWords.Stem(SandboxWords.Fold(word))) == "negation"))
            return [];
        var terms = SandboxWords.Terms(label.Name).Concat(SandboxWords.Terms(label.Description)).ToHashSet(StringComparer.Ordinal);
        terms.Remove("other");
        return [.. words.Where(word => SandboxWords.Term(word) is { } term && terms.Contains(term)).Distinct(StringComparer.Ordinal)];
    }

    // "urgent or not urgent": without evidence for the one, it is the other.
    private static string? ByNegation(IReadOnlyList<SandboxLabel> labels, string text) =>
        labels.FirstOrDefault(label => SandboxWords.Split(label.Name).Any(word => SandboxWords.Fold(word) is "not" or "no" or "nicht" or "kein" or "pas" or "non" or "niet" or "nao" or "normal" or "low")).Name;

    private static string Nearest(IReadOnlyList<SandboxLabel> labels, string text)
    {
        var vector = SandboxFeatures.Vector(text, 256);
        return labels.MaxBy(label => SandboxFeatures.Dot(vector, SandboxFeatures.Vector($"{label.Name} {label.Description}", 256))).Name;
    }

    private static bool IsOneOf(SandboxLabel label, string[] words) => words.Contains(SandboxWords.Fold(label.Name));

    private static bool Is(SandboxLabel label, string[] stems) => Array.Exists(stems, stem => SandboxWords.Fold(label.Name).StartsWith(stem, StringComparison.Ordinal));

    private static List<SandboxLabel> Polarities(string language) =>
        [.. SandboxPhrases.Get("polarity", language).Split(',').Select(name => new SandboxLabel(name, ""))];
}
