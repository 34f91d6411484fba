using System.Globalization;

namespace MicroApps;

/// <summary>Counts words, sentences, lines, characters, things of a kind, or how often a quoted word occurs.</summary>
internal static class SandboxCounting
{
    /// <summary>The count that <paramref name="task"/> asks for, or null when it names nothing that can be counted.</summary>
    public static string? Of(string task, string text)
    {
        if (SandboxPatterns.Quoted().Match(task) is { Success: true } quoted)
            return Number(Occurrences([.. Folded(text)], [.. Folded(quoted.Value)]));
        var folded = SandboxIntents.Folded(task);
        if (Names(folded, " word", " wort", " mots", " palabras", " parole", " woord", " palavras"))
            return Number(SandboxWords.Split(text).Count());
        if (Names(folded, " sentence", " satz", " phrases", " oracion", " frase", " frasi", " zinnen"))
            return Number(SandboxSentences.Split(text).Count);
        if (Names(folded, " character", " zeichen", " caracter", " caratteri", " tekens"))
            return Number(text.Length);
        if (Names(folded, " line", " zeile", " lignes", " lineas", " righe", " regels", " linhas"))
            return Number(text.Split('\n').Length);
        var kinds = SandboxExtraction.Kinds(task);
        return kinds.Count == 1 && kinds[0] is not (SandboxKind.Money or SandboxKind.Date or SandboxKind.Id) ? Number(SandboxExtraction.Items(kinds[0], text).Count) : null;
    }

    private static int Occurrences(string[] text, string[] words)
    {
        var count = 0;
        for (var i = 0; words.Length > 0 && i + words.Length <= text.Length; i++)
            count += text.AsSpan(i, words.Length).SequenceEqual(words) ? 1 : 0;
        return count;
    }

    private static IEnumerable<string> Folded(string text) => SandboxWords.Split(text).Select(word => SandboxWords.Fold(word));

    private static bool Names(string folded, params ReadOnlySpan<string> units)
    {
        foreach (var unit in units)
            if (folded.Contains(unit, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
