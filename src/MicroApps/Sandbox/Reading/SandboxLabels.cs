using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>A class a text may be put into; the description helps to choose.</summary>
internal readonly record struct SandboxLabel(string Name, string Description);

/// <summary>Reads the classes that a request names ("as positive, negative or neutral", a list of lines, a bracket).</summary>
internal static partial class SandboxLabels
{
    private const int LongestLabel = 40;

    private static readonly string[] s_asks = [" classif", " categor", " kategor", " klassifi", " sentiment", " stimmung", " einordn", " tonalit", " clasific", " label ", " 分 类", " 分 類", " triage "];
    private static readonly string[] s_markers = ["as", "into", "in", "als", "comme", "como", "come", "be", "is", "this", "it", "das", "dies", "ist", "est", "es", "esto", "dit", "questo", "isto", "either", "entweder", "categories", "labels", "em", "en", "dans", "between", "from", "text", "review", "message", "mail", "email", "ce", "a", "an", "un", "una", "ein", "eine", "une", "um", "uma", "een", "c", "e", "whether"];

    /// <summary>Whether <paramref name="task"/> names classes or asks for a class in so many words.</summary>
    public static bool Plausible(string task)
    {
        var folded = SandboxIntents.Folded(task);
        return Array.Exists(s_asks, ask => folded.Contains(ask, StringComparison.Ordinal)) || Of(task).Count > 1;
    }

    /// <summary>The classes, or none.</summary>
    public static List<SandboxLabel> Of(string task)
    {
        var lines = task.Split('\n').Where(line => line.AsSpan().TrimStart() is ['-' or '*' or '•', ..]).Select(line => Described(line.Trim(' ', '-', '*', '•', '\r'))).ToList();
        if (lines.Count > 1)
            return lines;
        var separator = SandboxLanguages.Of(task) == "nl" ? DutchSeparator() : Separator();
        List<SandboxLabel> best = [];
        foreach (var clause in task.Split('.', '?', ':', ';', '(', ')', '\n', '؟', '？'))
            if (Listed(clause, separator) is { } labels && labels.Count > best.Count)
                best = labels;
        return best;
    }

    /// <summary>Where a list of classes after a request ends, or 0 when none starts at <paramref name="from"/>.</summary>
    public static int ListEnd(string text, int from)
    {
        if (Of(text[..from]).Count > 1 || !SandboxIntents.Cues(text[..from]).Exists(cue => cue.Intent == SandboxIntent.Classify))
            return 0;
        var at = from;
        while (at < text.Length && text[at] is ' ' or '\r' or '\n')
            at++;
        if (at < text.Length && text[at] is '-' or '*' or '•')
            return BulletsEnd(text, at);
        var end = text.AsSpan(at, Math.Min(300, text.Length - at)).IndexOfAny('.', '\n', '?');
        return end > 0 && Parts(text.Substring(at, end), Separator()) is { Count: > 1 } parts && parts.TrueForAll(part => part.Count(c => c == ' ') < 3) ? at + end + 1 : 0;
    }

    private static int BulletsEnd(string text, int at)
    {
        while (at < text.Length && text[at] is '-' or '*' or '•')
        {
            var newline = text.IndexOf('\n', at);
            if (newline < 0)
                return 0;
            at = newline + 1;
        }
        return at;
    }

    private static List<SandboxLabel>? Listed(string clause, Regex separator)
    {
        var parts = Parts(clause, separator);
        if (parts.Count < 2)
            return null;
        parts[0] = AfterMarker(parts[0]);
        parts[^1] = BeforeParticle(parts[^1]);
        return parts.TrueForAll(part => part.Length is > 0 and <= LongestLabel && part.Count(c => c == ' ') < 4) ? parts.ConvertAll(part => new SandboxLabel(part, "")) : null;
    }

    private static List<string> Parts(string clause, Regex separator) =>
        [.. separator.Split(clause).Select(part => part.Trim(' ', '\'', '"', '“', '”', '„', '*', '`', '«', '»', '\r')).Where(part => part.Length > 0)];

    // "… oder nicht dringend ein": the particle of a German verb is no part of the class.
    private static string BeforeParticle(string last)
    {
        var words = last.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3).ToList();
        while (words.Count > 1 && SandboxLexicon.StopWords.Contains(SandboxWords.Fold(words[^1])))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words).Trim('\'', '"', '”', '“');
    }

    private static string AfterMarker(string first)
    {
        var words = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var marker = Array.FindLastIndex(words, word => s_markers.Contains(SandboxWords.Fold(word)));
        if (marker >= 0 && marker < words.Length - 2 && SandboxLexicon.StopWords.Contains(SandboxWords.Fold(words[marker + 1])) && words[marker + 1].Length > 2 && !IsNegation(words[marker + 1]))
            return words[^1]; // "Ist die Bewertung positiv …"
        if (marker >= 0 && marker < words.Length - 1)
            return string.Join(' ', words[(marker + 1)..]).Trim('\'', '"', '“', '„', '`');
        return words.Length <= 3 ? first : words[^1];
    }

    private static bool IsNegation(string word) => SandboxLexicon.Sentiment.GetValueOrDefault(SandboxWords.Stem(SandboxWords.Fold(word))) == "negation";

    private static SandboxLabel Described(string line)
    {
        var cut = line.IndexOfAny([':', '(', '–']);
        return cut > 0 ? new(line[..cut].Trim(), line[(cut + 1)..].Trim(' ', ')')) : new(line, "");
    }

    [GeneratedRegex(@" ?[,/|;] ?(?:or |oder |ou |o |and |und |et |y |e |en )?|\s(?:or|oder|ou|o|und|and)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    // "of" is "or" in Dutch alone.
    [GeneratedRegex(@" ?[,/|;] ?(?:of |en )?|\s(?:of|en)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DutchSeparator();
}
