using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Finds which literal anchors stand at a place. The search looks only for literals that no other one begins with.</summary>
internal sealed class LiteralIndex
{
    private readonly record struct Entry(string Literal, Detector Detector, int Order);

    private readonly SearchValues<string> _search;
    private readonly Entry[]?[] _byFirst = new Entry[128][];
    private readonly int _longest;

    public LiteralIndex(IEnumerable<(string Literal, Detector Detector, int Order)> literals)
    {
        var all = literals.Select(l => new Entry(l.Literal, l.Detector, l.Order)).ToArray();
        foreach (var group in all.GroupBy(e => e.Literal[0]))
            _byFirst[group.Key] = [.. group];
        var distinct = all.Select(e => e.Literal).Distinct().ToArray();
        var shortest = distinct.Where(l => !distinct.Any(o => o.Length < l.Length && l.StartsWith(o, StringComparison.Ordinal)));
        _search = SearchValues.Create([.. shortest], StringComparison.Ordinal);
        _longest = distinct.Select(l => l.Length).DefaultIfEmpty(0).Max();
    }

    public bool IsEmpty => _longest == 0;

    public void Collect(Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(_search);
            if (next < 0)
                return;
            i += next;
            if (!IsWordStart(text, i))
                continue;
            foreach (var entry in _byFirst[text[i]]!)
                if (text[i..].StartsWith(entry.Literal, StringComparison.Ordinal))
                    pass.Verify(entry.Detector, entry.Order, text, i, ref found);
        }
    }

    /// <summary>Where the beginning of a literal stands at the end of the text; the text's length when there is none.</summary>
    public int Tail(ReadOnlySpan<char> text, int from)
    {
        for (var i = Math.Max(from, text.Length - _longest + 1); i < text.Length; i++)
            if (text[i] < 128 && _byFirst[text[i]] is { } entries && IsWordStart(text, i) && IsPartial(entries, text[i..]))
                return i;
        return text.Length;
    }

    private static bool IsPartial(Entry[] entries, ReadOnlySpan<char> tail)
    {
        foreach (var entry in entries)
            if (entry.Detector.Lead == 0 && entry.Literal.Length > tail.Length && entry.Literal.AsSpan().StartsWith(tail))
                return true;
        return false;
    }

    private static bool IsWordStart(ReadOnlySpan<char> text, int i) =>
        i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i]);
}
