namespace MicroApps;

/// <summary>Tells the language of a text by its script and its function words.</summary>
internal static class SandboxLanguages
{
    private const int Looked = 6000;

    private const string Names = """
        en: english englisch anglais ingles inglese engels
        de: german deutsch allemand aleman tedesco duits alemao deutscher
        fr: french franzosisch francais frances francese frans
        es: spanish spanisch espagnol espanol spagnolo spaans espanhol castellano
        it: italian italienisch italien italiano italiaans
        nl: dutch niederlandisch neerlandais neerlandes olandese nederlands holandes
        pt: portuguese portugiesisch portugais portugues portoghese portugees
        pl: polish polnisch polonais polaco polacco pools
        zh: chinese chinesisch chinois chino cinese chinees
        ja: japanese japanisch japonais japones giapponese japans
        ar: arabic arabisch arabe arabo
        """;

    private static readonly Dictionary<string, string> s_named = SandboxLexicon.Rows(Names)
        .SelectMany(row => row.Words, (row, word) => (word, row.Key)).DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Key);

    /// <summary>ISO 639-1 code of the language of <paramref name="text"/>, or <paramref name="otherwise"/> when nothing tells.</summary>
    public static string Of(string text, string otherwise = "en")
    {
        var look = text.Length > Looked ? text[..Looked] : text;
        if (ByScript(look) is { } script)
            return script;
        var words = SandboxWords.Split(look).Select(word => SandboxWords.Fold(word)).ToList();
        var (best, most) = (otherwise, 0);
        foreach (var (language, known) in SandboxLexicon.Languages)
        {
            var count = words.Count(known.Contains);
            if (count > most || (count == most && count > 0 && language == otherwise))
                (best, most) = (language, count);
        }
        return best;
    }

    /// <summary>The language that a request names ("in German", "auf Deutsch"), or null.</summary>
    public static string? Named(string task)
    {
        var words = SandboxWords.Split(task).Select(word => SandboxWords.Fold(word)).ToList();
        for (var i = 1; i < words.Count; i++)
            if (words[i - 1] is "in" or "into" or "to" or "auf" or "ins" or "en" or "al" or "em" or "na" or "het" or "vers" or "para" or "nach" or "naar" or "as"
                && s_named.TryGetValue(words[i], out var code))
                return code;
        return null;
    }

    /// <summary>Whether a question is which language a text is in.</summary>
    public static bool IsAskedFor(string question) =>
        SandboxWords.Terms(question).FirstOrDefault() == "language" && SandboxWords.Terms(question).Take(4).Count() <= 3;

    /// <summary>The English name of a language.</summary>
    public static string NameOf(string code) =>
        s_named.FirstOrDefault(pair => pair.Value == code).Key is { } name ? char.ToUpperInvariant(name[0]) + name[1..] : code;

    private static string? ByScript(string text)
    {
        int latin = 0, han = 0, kana = 0, arabic = 0, cyrillic = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c)) latin++;
            else if (c is >= '\u3040' and <= '\u30FF') kana++;
            else if (SandboxWords.IsIdeographic(c)) han++;
            else if (c is >= '\u0600' and <= '\u06FF') arabic++;
            else if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
        }
        var others = 2 * (han + kana);
        if (others > latin && others > arabic + cyrillic)
            return kana * 10 > han ? "ja" : "zh";
        return arabic > latin && arabic > cyrillic ? "ar" : cyrillic > latin ? "ru" : null;
    }
}
