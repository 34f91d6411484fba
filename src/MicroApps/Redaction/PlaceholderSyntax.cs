using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace MicroApps;

/// <summary>
/// Recognises placeholders the way models give them back: in any case, with or without brackets, with an underscore escaped for Markdown
/// (<c>[EMAIL\_1]</c>), or with percent-encoded brackets in a link.
/// </summary>
/// <remarks>Immutable. A placeholder is a whole word: <c>LABEL_number</c> with no letter, digit or underscore on either side.</remarks>
internal sealed class PlaceholderSyntax
{
    private const int MaxDigits = 6;
    private static readonly SearchValues<char> s_word = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_\\");
    private readonly FrozenSet<string> _labels;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public PlaceholderSyntax(IEnumerable<string> labels)
    {
        _labels = labels.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lookup = _labels.GetAlternateLookup<ReadOnlySpan<char>>();
        // A backslash may stand before each underscore; brackets may be percent-encoded; one letter on each side shows the word's end.
        MaxLength = _labels.Select(l => l.Length + l.Count(c => c == '_')).DefaultIfEmpty(0).Max() + 2 + MaxDigits + "%5B%5D".Length + 1;
    }

    /// <summary>No placeholder is longer, in UTF-16 units.</summary>
    public int MaxLength { get; }

    /// <summary>Whether a placeholder that stands right after this character would be part of a longer word.</summary>
    public static bool IsWord(char c) => s_word.Contains(c);

    /// <summary>Finds the first placeholder at or after <paramref name="from"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="afterWord">Whether a word character precedes the text, so that a placeholder cannot begin at its first character.</param>
    /// <param name="match">The placeholder.</param>
    public bool TryFind(ReadOnlySpan<char> text, int from, bool afterWord, out Match match)
    {
        while (from < text.Length)
        {
            var underscore = text[from..].IndexOf('_');
            if (underscore < 0)
                break;

            underscore += from;
            var start = text[..underscore].LastIndexOfAnyExcept(s_word) + 1;
            var length = text[underscore..].IndexOfAnyExcept(s_word);
            var end = length < 0 ? text.Length : underscore + length;
            if (!(start == 0 && afterWord) && TryParse(text, start, end, out match))
                return true;

            from = end;
        }

        match = default;
        return false;
    }

    /// <summary>How many characters at the end of the text could be the beginning of a placeholder, so that they must wait for what follows.</summary>
    public int HeldBack(ReadOnlySpan<char> text, bool afterWord)
    {
        if (ClosingBegun(text) is > 0 and var closing)
            return closing;

        var start = text.LastIndexOfAnyExcept(s_word) + 1;
        var run = text[start..];
        if (run.Length > MaxLength || (start == 0 && afterWord && run.Length > 0))
            return 0;

        var encoded = start > 0 && text[start - 1] == '%';
        var name = encoded && run.StartsWith("5B", StringComparison.OrdinalIgnoreCase) ? run[2..] : run;
        var viable = name.IsEmpty || IsViable(name.TrimEnd('\\')) || (encoded && "5B".StartsWith(run.ToString(), StringComparison.OrdinalIgnoreCase));
        if (!viable)
            return 0;

        if (encoded)
            return run.Length + 1;
        if (start > 0 && text[start - 1] == '[')
            return run.Length + 1;
        return run.IsEmpty ? 0 : run.Length;
    }

    // "%5BEMAIL_1%5": the percent-encoded closing bracket has begun.
    private int ClosingBegun(ReadOnlySpan<char> text)
    {
        var tail = text.EndsWith("%5") ? 2 : text.EndsWith("%") ? 1 : 0;
        if (tail == 0)
            return 0;

        var rest = text[..^tail];
        var start = rest.LastIndexOfAnyExcept(s_word) + 1;
        var run = rest[start..];
        return start > 0 && rest[start - 1] == '%' && run.Length > 2 && run.Length <= MaxLength
            && run.StartsWith("5B", StringComparison.OrdinalIgnoreCase) && IsViable(run[2..])
            ? run.Length + 1 + tail
            : 0;
    }

    private bool IsViable(ReadOnlySpan<char> name)
    {
        Span<char> plain = stackalloc char[name.Length];
        var length = Unescape(name, plain);
        var word = plain[..length];
        foreach (var label in _labels)
        {
            if (word.Length <= label.Length)
            {
                if (label.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
            else if (word.StartsWith(label, StringComparison.OrdinalIgnoreCase) && word[label.Length] == '_'
                && word.Length - label.Length - 1 <= MaxDigits && !word[(label.Length + 1)..].ContainsAnyExceptInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryParse(ReadOnlySpan<char> text, int start, int end, out Match match)
    {
        match = default;
        if (end - start > MaxLength)
            return false;
        while (end > start && text[end - 1] == '\\')
            end--;
        var open = start > 0 && text[start - 1] == '[' ? 1 : 0;
        if (start > 0 && text[start - 1] == '%' && text[start..end].StartsWith("5B", StringComparison.OrdinalIgnoreCase))
        {
            start += 2;
            open = 3;
        }

        Span<char> plain = stackalloc char[end - start];
        var word = plain[..Unescape(text[start..end], plain)];
        var split = word.LastIndexOf('_');
        if (split <= 0 || word.Length - split - 1 is 0 or > MaxDigits || word[split + 1] == '0'
            || !_lookup.TryGetValue(word[..split], out var label)
            || !int.TryParse(word[(split + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var close = Closing(text[end..], open);
        if (close > 0)
            (start, end) = (start - open, end + close);
        match = new Match(start, end - start, label, number);
        return true;
    }

    // Brackets belong to the placeholder only as a pair.
    private static int Closing(ReadOnlySpan<char> rest, int open) => open switch
    {
        1 when rest.StartsWith("]") => 1,
        3 when rest.StartsWith("%5D", StringComparison.OrdinalIgnoreCase) => 3,
        _ => 0,
    };

    private static int Unescape(ReadOnlySpan<char> text, Span<char> output)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || (i + 1 < text.Length && text[i + 1] != '_'))
                output[length++] = text[i];
        }

        return length;
    }

    /// <summary>A placeholder in a text.</summary>
    internal readonly record struct Match(int Start, int Length, string Label, int Number)
    {
        public int End => Start + Length;
    }
}
