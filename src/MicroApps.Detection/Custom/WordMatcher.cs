using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Finds the words of a custom type: the longest at each place.</summary>
internal sealed class WordMatcher : CustomMatcher
{
    private readonly SearchValues<string> _search;
    private readonly StringSet _words;
    private readonly string[] _sorted;
    private readonly int[] _lengths;

    public WordMatcher(CustomType custom)
        : base(custom)
    {
        if (custom.Words.FirstOrDefault(w => w is not { Length: >= 2 and <= CustomType.MaxLength } || char.IsWhiteSpace(w[0]) || char.IsWhiteSpace(w[^1])) is { } wrong)
            throw new ArgumentException($"{custom.Type} has the word '{wrong}': a word has 2 to {CustomType.MaxLength} characters and no space at its ends.");
        _sorted = [.. custom.Words.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        _search = SearchValues.Create(_sorted, StringComparison.OrdinalIgnoreCase);
        _words = new StringSet(_sorted);
        _lengths = [.. _sorted.Select(w => w.Length).Distinct().OrderDescending()];
    }

    public override void Collect(in Pass pass, ReadOnlySpan<char> text, int from, int order, ref CandidateList? found)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(_search);
            if (next < 0)
                return;
            i += next;
            var length = Longest(text, i);
            if (length > 0)
                Propose(pass, text, i, length, order, ref found);
        }
    }

    public override int Tail(ReadOnlySpan<char> text, int from)
    {
        for (var i = Math.Max(from, text.Length - _lengths[0]); i < text.Length; i++)
            if (Begins(text, i) && IsBeginning(text[i..]))
                return i;
        return text.Length;
    }

    private int Longest(ReadOnlySpan<char> text, int start)
    {
        if (!Begins(text, start))
            return 0;
        foreach (var length in _lengths)
        {
            var end = start + length;
            if (end <= text.Length && _words.Contains(text[start..end]) && (end == text.Length || !(char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]))))
                return length;
        }

        return 0;
    }

    private static bool Begins(ReadOnlySpan<char> text, int start) =>
        start == 0 || !(char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]));

    private bool IsBeginning(ReadOnlySpan<char> tail)
    {
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sorted[middle].AsSpan().CompareTo(tail, StringComparison.OrdinalIgnoreCase) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _sorted.Length && _sorted[low].AsSpan().StartsWith(tail, StringComparison.OrdinalIgnoreCase);
    }
}
