using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>Finds the text for a property by its name, its kind and what the text says of it.</summary>
internal static partial class SandboxValues
{
    private const int LongestLabelledValue = 300;

    private static readonly string[] s_lasts = ["end", "until", "to", "bis", "checkout", "fin", "finish", "last"];

    /// <summary>The text for <paramref name="field"/>, or null when it is not found.</summary>
    public static string? Text(SandboxField field, SandboxSource source)
    {
        if (Labelled(field, source) is { } labelled)
            return source.Use(labelled);
        if (Placeholder(field, source) is { } placeholder)
            return placeholder;
        if (source.ForTool)
            return Argument(field, source);
        return Written(field, source) ?? OfKind(field, source) ?? (field.IsAbout("place") ? Place(source) : null) ?? (source.IsSegment ? null : Sentence(field, source));
    }

    /// <summary>The texts for a list called <paramref name="field"/>.</summary>
    public static List<string> List(SandboxField field, SandboxSource source)
    {
        if (Labelled(field, source) is { } labelled)
            return [.. labelled.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (field.Kind != SandboxKind.Text)
            return SandboxExtraction.Items(field.Kind, source.Text);
        if (source.ForTool)
            return field.IsAbout("place") ? Places(source.Text) : [.. Quotes(source.Text)];
        return field.IsAbout("summary") || field.Terms.Intersect(["point", "highli", "fact", "insigh"]).Any()
            ? SandboxSummary.Best(source.Sentences, 3).ConvertAll(sentence => SandboxSentences.Shorten(sentence))
            : SandboxLookup.Best(field.Words, source.Text, 5);
    }

    /// <summary>The parts of a text that could each be one item of a list of objects.</summary>
    public static List<string> Segments(SandboxField field, SandboxSource source) => field.Kind switch
    {
        SandboxKind.Action or SandboxKind.Question => SandboxExtraction.Items(field.Kind, source.Text),
        _ => [.. source.Sentences.Where(sentence => SandboxEntities.Find(sentence).Count > 0).Take(50)],
    };

    /// <summary>The value after "name:" at the start of a line, or after the name in a request.</summary>
    public static string? Labelled(SandboxField field, SandboxSource source)
    {
        var name = SandboxIntents.Folded(field.Words);
        foreach (var line in source.Text.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon is > 0 and < 40 && colon + 1 < line.Length && SandboxIntents.Folded(line[..colon].ToString()) == name && line[(colon + 1)..].Trim() is { Length: > 0 and <= LongestLabelledValue } value)
                return value.ToString();
        }
        return null;
    }

    // An "iban" is what stands for it: [IBAN_1].
    private static string? Placeholder(SandboxField field, SandboxSource source) =>
        source.Next(entity => entity.Kind == SandboxKind.Placeholder && SandboxWords.Split(field.Words).Any(word => SandboxWords.Fold(entity.Text.AsSpan(1, entity.Text.LastIndexOf('_') - 1)) == SandboxWords.Fold(word)));

    /// <summary>Whether a property of a list item stands for the item's whole text.</summary>
    public static bool IsWhole(SandboxField field) =>
        field.Kind is SandboxKind.Action or SandboxKind.Question || field.IsAbout("summary") || field.IsAbout("title") || field.IsAbout("product") || field.NameTerms.Contains("text");

    // What the model writes itself: a summary, a title, an answer.
    private static string? Written(SandboxField field, SandboxSource source)
    {
        if (source.IsSegment && IsWhole(field))
            return source.Text;
        if (field.IsAbout("summary"))
            return SandboxSummary.Of(source.Text, source.Prompt.Wishes with { Bullets = 0 });
        if (field.IsAbout("title"))
            return SandboxSummary.Of(source.Text, new(0, 0, 8, false, false, null)).TrimEnd('.');
        if (field.IsAbout("sentiment"))
            return SandboxClassifier.Of("", source.Text, bare: true, "en");
        if (field.IsAbout("category"))
            return SandboxClassifier.Choose(SandboxClassifier.Topics, source.Text).Label;
        if (field.IsAbout("urgent"))
            return SandboxClassifier.Choose(SandboxClassifier.Urgencies, source.Text).Label;
        if (field.IsAbout("language"))
            return SandboxLanguages.Of(source.Text);
        if (field.IsAbout("reply"))
            return SandboxDraft.Mail("", source.Text, SandboxLanguages.Of(source.Text));
        return field.IsAbout("answer") ? SandboxModel.Text(source.Prompt) : null;
    }

    private static string? OfKind(SandboxField field, SandboxSource source) => field.Kind switch
    {
        SandboxKind.Text => null,
        SandboxKind.Keyword => SandboxSummary.Keywords(source.Text, 1).FirstOrDefault(),
        SandboxKind.Action or SandboxKind.Question => SandboxExtraction.Items(field.Kind, source.Text).FirstOrDefault(),
        SandboxKind.Person when field.NameTerms.Any(term => term is "product" or "company" or "store" or "place") => null,
        SandboxKind.Id => source.Next(entity => entity.Kind == SandboxKind.Id) ?? source.Next(entity => entity.Kind == SandboxKind.Number && source.ForTool),
        _ => source.Next(entity => entity.Kind == field.Kind, IsLast(field) ? 1 : 0),
    };

    private static string? Argument(SandboxField field, SandboxSource source)
    {
        if (OfKind(field, source) is { } found && field.Kind is not (SandboxKind.Keyword or SandboxKind.Action or SandboxKind.Question))
            return found;
        if (IsRecipient(field) && source.Next(entity => entity.Kind is SandboxKind.Email or SandboxKind.Person) is { } recipient)
            return recipient;
        if (QuotedAfterName(field, source.Text) is { } own && source.Use(own) is { } told)
            return told;
        var quoted = Quotes(source.Text).Select(source.Use).FirstOrDefault(quote => quote is not null);
        if (quoted is not null)
            return quoted;
        if (source.Use(Named(field, source.Text)) is { } named)
            return named;
        if (field.IsFree || field.Kind is SandboxKind.Keyword or SandboxKind.Question)
            return source.Use(Rest(source.Text)) ?? (field.IsAbout("title") ? null : SandboxDraft.Inform(source.Text, source.Prompt.Language));
        return field.Kind is SandboxKind.Text or SandboxKind.Person ? Places(source.Text).Select(source.Use).FirstOrDefault(place => place is not null) ?? source.Next(entity => entity.Kind is SandboxKind.Placeholder or SandboxKind.Id) : null;
    }

    private static bool IsRecipient(SandboxField field) => SandboxWords.Fold(field.Name) is "to" or "recipient" or "recipients" or "an" or "empfanger" or "destinataire";

    private static bool IsLast(SandboxField field) => SandboxWords.Split(field.Words).Any(word => s_lasts.Contains(SandboxWords.Fold(word)));

    private static string? Place(SandboxSource source) => Places(source.Text).FirstOrDefault();

    // A run of capitalised words after a preposition ("in New York"); failing that, any that does not open the sentence.
    public static List<string> Places(string text)
    {
        var places = AfterPreposition().Matches(text).SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value }).Where(place => place.Length > 0).ToList();
        return places.Count > 0 ? places : [.. Proper().Matches(text).Select(match => match.Value)];
    }

    private static IEnumerable<string> Quotes(string text) => SandboxPatterns.Quoted().Matches(text).Select(match => match.Groups[1].Length > 0 ? match.Groups[1].Value : match.Groups[2].Value);

    // subject "Late delivery"
    private static string? QuotedAfterName(SandboxField field, string text) =>
        SandboxPatterns.Quoted().Matches(text).Where(match => SandboxWords.Split(text[Math.Max(0, match.Index - 40)..match.Index]).LastOrDefault("").Equals(field.Name, StringComparison.OrdinalIgnoreCase))
            .Select(match => match.Groups[1].Length > 0 ? match.Groups[1].Value : match.Groups[2].Value).FirstOrDefault();

    // "priority high", "the city is Berlin"
    private static string? Named(SandboxField field, string text)
    {
        var spans = SandboxWords.Spans(text).ToList();
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            if (!field.Name.Equals(text.Substring(spans[i].Start, spans[i].Length), StringComparison.OrdinalIgnoreCase))
                continue;
            var next = text.Substring(spans[i + 1].Start, spans[i + 1].Length);
            if (next is "is" or "ist" or "est" or "es" && i + 2 < spans.Count)
                next = text.Substring(spans[i + 2].Start, spans[i + 2].Length);
            if (!SandboxLexicon.StopWords.Contains(SandboxWords.Fold(next)))
                return next;
        }
        return null;
    }

    private static string Rest(string text)
    {
        var match = RestOfRequest().Match(text);
        return (match.Success ? match.Groups[1].Value : text).Trim(' ', '.', '?', '!', ':');
    }

    private static string? Sentence(SandboxField field, SandboxSource source) =>
        field.Terms.Any(source.Terms.Contains) ? SandboxLookup.Best(string.Join(' ', field.Words), source.Text, 1).FirstOrDefault() : null;

    [GeneratedRegex(@"\b(?:in|at|for|to|from|near|nach|à|en|a|de|em|te|für|voor|para|di|per|bei|von|aus)\s(\p{Lu}[\p{L}'-]{1,30}(?:\s\p{Lu}[\p{L}'-]{1,30}){0,2})(?:(?:,| and| und| et| y| e| en| or)\s(\p{Lu}[\p{L}'-]{1,30}(?:\s\p{Lu}[\p{L}'-]{1,30})?))?", RegexOptions.CultureInvariant)]
    private static partial Regex AfterPreposition();

    [GeneratedRegex(@"(?<=^\W?|[\p{L},]\s)(?<!^)\p{Lu}[\p{L}'-]{1,30}(?:\s\p{Lu}[\p{L}'-]{1,30}){0,2}|^\p{Lu}[\p{L}'-]{1,30}(?:\s\p{Lu}[\p{L}'-]{1,30}){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Proper();

    [GeneratedRegex(@"\b(?:for|about|that|saying|regarding|titled|called|nach|über|dass|wegen|sur|que|sobre|su|che|naar|over|dat|pour|para|per)\s(.{2,400})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex RestOfRequest();
}
