using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>Drafts mails from simple templates and makes a text politer.</summary>
internal static partial class SandboxDraft
{
    private static readonly string[] s_closings = ["regards", "sincerely", "cheers", "grusse", "grussen", "gruss", "cordialement", "salutations", "saludos", "atentamente", "saluti", "groet", "groeten", "cumprimentos", "atenciosamente"];

    private static readonly (string Blunt, string Polite)[] s_polite =
    [
        ("I want", "I would like"), ("I need", "I would need"), ("send me", "please send me"), ("asap", "as soon as possible"), ("you must", "please"), ("can't", "cannot"), ("won't", "will not"), ("don't", "do not"),
        ("give me", "please give me"), ("ich will", "ich möchte"), ("schick mir", "bitte schicken Sie mir"), ("je veux", "je voudrais"), ("envoie-moi", "merci de m'envoyer"),
        ("quiero", "quisiera"), ("voglio", "vorrei"), ("ik wil", "ik zou graag willen"), ("quero", "gostaria"),
    ];

    /// <summary>Whether a line closes a letter.</summary>
    public static bool IsClosing(string line) => SandboxWords.Split(line).Any(word => s_closings.Contains(SandboxWords.Fold(word)));

    /// <summary>A mail: an answer to <paramref name="received"/> when there is one, else about what <paramref name="task"/> says.</summary>
    public static string Mail(string task, string received, string language)
    {
        var heard = SandboxSummary.Best(SandboxSentences.Split(received), 1).ConvertAll(sentence => SandboxSentences.Shorten(SandboxSentences.WithoutGreeting(sentence), 200)).FirstOrDefault("");
        var recipient = Recipient(task, received);
        if (heard.Length == 0 && recipient is null && Told(task).About.Length == 0 && !SandboxIntents.NamesMail(task))
            return SandboxPhrases.Get("undrafted", language, SandboxSentences.Shorten(task, 160));
        var topic = heard.Length > 0 ? heard : Told(task).About is { Length: > 0 } about ? about : task;
        var core = heard.Length > 0 ? Reply(received, heard, language) : Inform(task, language);
        return string.Join('\n',
            SandboxPhrases.Get("subject", language, Topic(topic)), "",
            recipient is null ? SandboxPhrases.Get("anyone", language) : SandboxPhrases.Get("dear", language, recipient), "",
            core, "", SandboxPhrases.Get("regards", language));
    }

    /// <summary>The text with calmer punctuation, whole sentences and politer words.</summary>
    public static string Polish(string text)
    {
        foreach (var (blunt, polite) in s_polite)
            text = text.Replace(blunt, polite, StringComparison.OrdinalIgnoreCase);
        text = Shouting().Replace(text, match => match.Value[0] is '!' ? "." : "?");
        var sentences = SandboxSentences.Split(text).Select(sentence => Capital(char.IsLetterOrDigit(sentence[^1]) ? sentence + "." : sentence));
        return string.Join(' ', sentences);
    }

    /// <summary>The sentence that tells what a request wants told.</summary>
    public static string Inform(string task, string language)
    {
        var (isClause, about) = Told(task);
        return Capital(SandboxPhrases.Get(isClause ? "informThat" : "inform", language, Sentence(about.Length > 0 ? about : task)), language);
    }

    private static string Reply(string received, string heard, string language)
    {
        var opening = Capital(SandboxPhrases.Get("received", language, heard), language);
        var sorry = SandboxClassifier.Feeling(string.Join('\n', SandboxSentences.Split(received).Where(sentence => !IsClosing(sentence)))) < 0 ? " " + SandboxPhrases.Get("sorry", language) : "";
        return $"{opening}{sorry}\n{SandboxPhrases.Get("follow", language)}";
    }

    private static (bool IsClause, string About) Told(string task) =>
        About().Match(task) is not { Success: true } match ? (false, "")
        : (SandboxWords.Fold(match.Groups[1].Value) is "that" or "dass" or "que" or "che" or "dat", match.Groups[2].Value.Trim(' ', '.', '!'));

    private static string Topic(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var topic = string.Join(' ', words.Take(9)).TrimEnd('.', ',', ';', ':', '!', '…');
        return Capital(words.Length > 9 ? topic + "…" : topic);
    }

    private static string? Recipient(string task, string received)
    {
        if (Addressee().Match(task) is { Success: true } match)
            return match.Groups[1].Value.Replace("Herrn ", "Herr ", StringComparison.Ordinal);
        var signed = received.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var closing = Array.FindLastIndex(signed, IsClosing);
        var end = closing >= 0 ? string.Join(' ', signed[closing..]) : "";
        return SandboxEntities.Find(end).FindLast(entity => entity.Kind == SandboxKind.Person).Text;
    }

    private static string Sentence(string text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? text + "." : text;

    // After the comma of a German or French salutation the sentence goes on in lower case.
    private static string Capital(string text, string language = "en") =>
        text.Length == 0 || language is "de" or "fr" or "it" or "pt" ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\b(that|saying|about|regarding|dass|über|wegen|que|concernant|sobre|che|riguardo|dat|over)\s(.{3,400})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(?:to|for|an|für|à|pour|a|para|per|aan|voor)\s((?:(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Mme|M|Sr|Sra|Sig)\.?\s)?(?:\[[A-Z_]{1,30}_\d{1,4}\]|\p{Lu}\p{Ll}{1,30}(?:\s\p{Lu}\p{Ll}{1,30})?))", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"[!?]{2,20}|!", RegexOptions.CultureInvariant)]
    private static partial Regex Shouting();
}
