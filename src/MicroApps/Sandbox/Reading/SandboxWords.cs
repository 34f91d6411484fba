using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MicroApps;

/// <summary>Cuts text into words, and words into what they are about. Placeholders such as <c>[EMAIL_1]</c> stay one word.</summary>
internal static class SandboxWords
{
    private const string Accented = "àáâãäåāăąçćčďèéêëēęěìíîïīłñńňòóôõöøōőřśšșťțùúûüūůűýÿžźż";
    private const string Plain = "aaaaaaaaacccdeeeeeeeiiiiilnnnoooooooorsssttuuuuuuuyyzzz";

    private static readonly FrozenDictionary<char, char> s_fold = Accented.Zip(Plain).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    private static readonly string[] s_endings = ["ungen", "ing", "ung", "ied", "ed", "en", "er", "em", "ie", "e", "y", "o", "a", "i"];

    // German and Dutch write "order number" as one word, and its end tells the kind.
    private static readonly (string Ending, string Concept)[] s_compounds = [("nummer", "id"), ("datum", "date"), ("betrag", "amount"), ("termin", "date")];

    /// <summary>The words of <paramref name="text"/> as written, in order.</summary>
    public static IEnumerable<string> Split(string text) => Spans(text).Select(span => text.Substring(span.Start, span.Length));

    /// <summary>Where the words of <paramref name="text"/> stand.</summary>
    public static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = WordLength(text, i);
            if (length > 0)
                yield return (i, length);
            i += Math.Max(1, length);
        }
    }

    /// <summary>Lower case without diacritics, hyphens and marks.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length + 2);
        foreach (var raw in word)
        {
            var c = char.ToLowerInvariant(raw);
            if (c == 'ß') folded.Append("ss");
            else if (c == 'æ') folded.Append("ae");
            else if (c == 'œ') folded.Append("oe");
            else if (c != '-' && !IsMark(c)) folded.Append(c < 128 ? c : s_fold.GetValueOrDefault(c, c));
        }
        return folded.ToString();
    }

    /// <summary>A light stem of a folded word: plural s, then one common ending, then at most six letters (truncation works across European languages).</summary>
    public static string Stem(string folded)
    {
        var stem = folded.Length >= 4 && folded[^1] == 's' && folded[^2] != 's' ? folded[..^1] : folded;
        if (stem.Length >= 5 && char.IsAsciiLetter(stem[^1]))
        {
            foreach (var ending in s_endings)
            {
                if (stem.Length - ending.Length < 4 || !stem.EndsWith(ending, StringComparison.Ordinal))
                    continue;
                stem = stem[..^ending.Length];
                break;
            }
        }
        return stem.Length > 6 && char.IsLetter(stem[0]) ? stem[..6] : stem;
    }

    /// <summary>What a word is about: its concept or its stem; null for a function word.</summary>
    public static string? Term(string word)
    {
        if (word[0] == '[')
            return word;
        var folded = Fold(word);
        if (folded.Length == 0 || (folded.Length == 1 && folded[0] < 0x2E80 && !char.IsAsciiDigit(folded[0])) || SandboxLexicon.StopWords.Contains(folded))
            return null;
        if (Array.Find(s_compounds, compound => folded.Length > compound.Ending.Length + 3 && folded.EndsWith(compound.Ending, StringComparison.Ordinal)).Concept is { } concept)
            return concept;
        var stem = Stem(folded);
        return SandboxLexicon.Concepts.GetValueOrDefault(stem, stem);
    }

    /// <summary>The topic words of <paramref name="text"/> in order, with repetitions.</summary>
    public static IEnumerable<string> Terms(string text) => Split(text).Select(Term).OfType<string>();

    /// <summary>Length of the placeholder that starts at <paramref name="start"/>, or 0.</summary>
    public static int PlaceholderLength(ReadOnlySpan<char> text, int start)
    {
        const int Longest = 64;
        if (text[start] != '[' || start + 4 > text.Length || !char.IsAsciiLetterUpper(text[start + 1]))
            return 0;
        var underscore = false;
        for (var i = start + 1; i < Math.Min(text.Length, start + Longest); i++)
        {
            if (text[i] == ']')
                return underscore && char.IsAsciiDigit(text[i - 1]) ? i - start + 1 : 0;
            if (!char.IsAsciiLetterUpper(text[i]) && !char.IsAsciiDigit(text[i]) && text[i] != '_')
                return 0;
            underscore |= text[i] == '_';
        }
        return 0;
    }

    /// <summary>Whether a character is written without blanks around words (Chinese, Japanese, Korean syllables excepted).</summary>
    public static bool IsIdeographic(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static int WordLength(string text, int start)
    {
        if (text[start] == '[' && PlaceholderLength(text, start) is > 0 and var placeholder)
            return placeholder;
        if (IsIdeographic(text[start]))
            return 1;
        if (!char.IsLetterOrDigit(text[start]))
            return 0;
        var end = start + 1;
        while (end < text.Length && (InWord(text[end]) || IsMailHyphen(text, start, end)))
            end++;
        return end - start;
    }

    private static bool InWord(char c) => (char.IsLetterOrDigit(c) || IsMark(c)) && !IsIdeographic(c);

    private static bool IsMailHyphen(string text, int start, int at) =>
        at == start + 1 && text[at] == '-' && text[start] is 'e' or 'E' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsMark(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
