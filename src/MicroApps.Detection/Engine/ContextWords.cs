using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Words which, shortly before a weak shape, say what it is.</summary>
internal sealed class ContextWords(params string[] words)
{
    private const int ShortWord = 4;

    private readonly string[] _spellings = [.. words.SelectMany(Spellings)];

    // Case folding beyond ASCII is dear, and most text has no need of it.
    private readonly SearchValues<string> _ascii = SearchValues.Create([.. words.SelectMany(Spellings).Where(w => IsAscii(w))], StringComparison.OrdinalIgnoreCase);
    private readonly SearchValues<string> _others = SearchValues.Create([.. words.SelectMany(Spellings).Where(w => !IsAscii(w))], StringComparison.OrdinalIgnoreCase);
    private readonly bool _hasOthers = words.Any(w => !IsAscii(w));

    /// <summary>Whether one of the words stands within the text before <paramref name="end"/>.</summary>
    public bool Near(ref TextWindow text, int end, int within = 64)
    {
        var before = text.Before(end, within);
        return IsIn(before, _ascii) || (_hasOthers && !IsAscii(before) && IsIn(before, _others));
    }

    private bool IsIn(ReadOnlySpan<char> before, SearchValues<string> words)
    {
        for (var i = 0; i < before.Length; i++)
        {
            var next = before[i..].IndexOfAny(words);
            if (next < 0)
                return false;
            i += next;
            if (BeginsWord(before, i) || IsLong(before[i..]))
                return true;
        }

        return false;
    }

    private static bool IsAscii(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\0', '\x7F') < 0;

    private int First(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny(_ascii);
        if (!_hasOthers || IsAscii(text))
            return first;
        var other = text.IndexOfAny(_others);
        return first < 0 || (other >= 0 && other < first) ? other : first;
    }

    /// <summary>Whether one of the words stands within the few characters after <paramref name="start"/>.</summary>
    public bool Follows(ref TextWindow text, int start, int within = 32)
    {
        var after = text.Slice(start, within);
        var next = First(after);
        return next >= 0 && after[..next].IndexOfAny('\n', '.', ';') < 0 && BeginsWord(after, next) && EndsWord(after[next..]);
    }

    // Behind a value a word stands alone or in the plural; "phonetic" is another word.
    private bool EndsWord(ReadOnlySpan<char> text)
    {
        foreach (var word in _spellings)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsAsciiLetterLower(text[word.Length]) || text[word.Length] == 's'))
            {
                return true;
            }
        }

        return false;
    }

    // Names of fields join words: "tax_file", "tax-file", "taxFile".
    private static IEnumerable<string> Spellings(string word) =>
        word.Trim().Contains(' ', StringComparison.Ordinal) ? [word, word.Replace(' ', '_'), word.Replace(' ', '-'), word.Replace(" ", "", StringComparison.Ordinal)] : [word];

    // "card" in "cardNumber" and "customerCard" counts, in "discard" it does not; long words count anywhere ("microtelephone" is no risk).
    private static bool BeginsWord(ReadOnlySpan<char> text, int i) =>
        i == 0 || !char.IsAsciiLetter(text[i - 1]) || (char.IsAsciiLetterLower(text[i - 1]) && char.IsAsciiLetterUpper(text[i]));

    private bool IsLong(ReadOnlySpan<char> text) => text.Length > ShortWord && First(text[..ShortWord]) < 0;
}
