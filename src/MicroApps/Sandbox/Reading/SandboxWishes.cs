using System.Globalization;

namespace MicroApps;

/// <summary>The form an answer was asked for.</summary>
/// <param name="Sentences">How many sentences, or 0.</param>
/// <param name="Bullets">How many list items; 0 when no list was asked for, -1 when no number was given.</param>
/// <param name="Words">How many words at most, or 0.</param>
/// <param name="Bare">Only the value itself, for a program to read.</param>
/// <param name="Json">JSON was asked for in words.</param>
/// <param name="Language">The language that was named, or null.</param>
internal sealed record SandboxWishes(int Sentences, int Bullets, int Words, bool Bare, bool Json, string? Language)
{
    private static readonly string[] s_sentences = ["sentence", "satz", "satze", "phrase", "frase", "frasi", "zin", "oracion", "oraciones"];
    private static readonly string[] s_bullets = ["bullet", "point", "punkt", "stichpunkt", "aufzahlung", "puce", "punto", "punti", "vineta", "opsomming", "punten", "ponto", "topico", "item", "liste"];
    private const int LongestTitle = 9;

    private static readonly string[] s_titles = ["title", "headline", "titel", "uberschrift", "titre", "titulo", "titolo"];
    private static readonly string[] s_words = ["word", "wort", "mot", "palabra", "parola", "parole", "woord", "palavra"];
    private static readonly string[] s_only = ["only", "just", "nothing", "nur", "lediglich", "uniquement", "seulement", "solo", "solamente", "unicamente", "soltanto", "alleen", "apenas", "somente"];
    private static readonly string[] s_values = ["label", "category", "class", "name", "number", "value", "word", "words", "else", "date", "amount", "kategorie", "zahl", "wort", "wert", "datum", "etiquette", "categorie", "nombre", "mot", "nom", "etiqueta", "categoria", "palabra", "numero", "etichetta", "parola", "etiket", "woord", "getal", "palavra", "rotulo"];

    /// <summary>Reads the wishes from what was asked and, where that is silent, from the system prompt.</summary>
    public static SandboxWishes Read(string task, string system)
    {
        var own = Read(task);
        var general = Read(system);
        var length = own.HasLength ? own : general;
        return new(length.Sentences, length.Bullets, length.Words,
            own.Bare || general.Bare, own.Json || general.Json, own.Language ?? general.Language);
    }

    /// <summary>Whether a number of sentences, list items or words was asked for.</summary>
    public bool HasLength => Sentences != 0 || Bullets != 0 || Words != 0;

    private static SandboxWishes Read(string text)
    {
        var folded = SandboxIntents.Folded(text);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bullets = Counted(words, s_bullets);
        if (bullets == 0 && (folded.Contains(" bullet", StringComparison.Ordinal) || folded.Contains(" stichpunkt", StringComparison.Ordinal)
            || folded.Contains(" puces ", StringComparison.Ordinal) || folded.Contains(" vinetas ", StringComparison.Ordinal) || folded.Contains(" elenco puntato", StringComparison.Ordinal)))
            bullets = -1;
        var bare = IsBare(words);
        var wordCount = Counted(words, s_words);
        if (wordCount == 0 && Array.Exists(words, word => s_titles.Contains(word)))
            wordCount = LongestTitle;
        return new(Counted(words, s_sentences), bullets, wordCount, bare || wordCount == 1, folded.Contains(" json ", StringComparison.Ordinal), SandboxLanguages.Named(text));
    }

    // "only the label", "nur die Kategorie"; but not "use only this handbook".
    private static bool IsBare(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (s_only.Contains(words[i]) && words.AsSpan(i + 1, Math.Min(4, words.Length - i - 1)).ContainsAny(s_values))
                return true;
        return false;
    }

    private static int Counted(string[] words, string[] units)
    {
        for (var i = 0; i < words.Length; i++)
            if (NumberOf(words[i]) is > 0 and var number)
                for (var j = i + 1; j < Math.Min(words.Length, i + 3); j++)
                    if (Array.Exists(units, unit => words[j].StartsWith(unit, StringComparison.Ordinal) && words[j].Length <= unit.Length + 3))
                        return number;
        return 0;
    }

    /// <summary>The first number, in digits or words, or 0; articles do not count.</summary>
    public static int Number(string text) => SandboxWords.Split(text).Select(word => SandboxWords.Fold(word))
        .Where(word => word is not ("a" or "ein" or "eine" or "einen" or "einem" or "einer" or "un" or "une" or "una" or "uno" or "een" or "um" or "uma")).Select(NumberOf).FirstOrDefault(number => number > 0);

    private static int NumberOf(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 1000)
            : SandboxLexicon.Numbers.GetValueOrDefault(word);
}
