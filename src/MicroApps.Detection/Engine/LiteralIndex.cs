using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Finds which literal anchors stand at a place.</summary>
/// <remarks>
/// Most key prefixes hold a hyphen, an underscore or another sign that prose seldom has: those are found by the first such mark and the
/// character before it, in the sweep for characters. The rest go to .NET's vectorised search for up to 80 strings, in groups.
/// </remarks>
internal sealed class LiteralIndex
{
    private readonly record struct Entry(string Literal, Detector Detector, int Order)
    {
        /// <summary>The place of the first mark behind the first character; 0 when there is none.</summary>
        public int Mark { get; } = Literal.AsSpan(1).IndexOfAny(Marks) + 1;
    }

    private const int GroupSize = 8;
    private static readonly SearchValues<char> Marks = SearchValues.Create("-_.=$~");

    private readonly SearchValues<string>[] _searches;
    private readonly Entry[]?[] _byFirst = new Entry[128][];
    private readonly Entry[]?[] _byPair = new Entry[128 * 128][];
    private readonly bool _hasMarked;
    private readonly int _longest;

    public LiteralIndex(IEnumerable<(string Literal, Detector Detector, int Order)> literals)
    {
        var all = literals.Select(l => new Entry(l.Literal, l.Detector, l.Order)).ToArray();
        foreach (var group in all.GroupBy(e => e.Literal[0]))
            _byFirst[group.Key] = [.. group];
        foreach (var group in all.Where(e => e.Mark > 0).GroupBy(e => Pair(e.Literal[e.Mark - 1], e.Literal[e.Mark])))
            _byPair[group.Key] = [.. group];
        var unmarked = all.Where(e => e.Mark == 0).Select(e => e.Literal).Distinct().ToArray();
        var shortest = unmarked.Where(l => !unmarked.Any(o => o.Length < l.Length && l.StartsWith(o, StringComparison.Ordinal)));
        _searches = [.. shortest.GroupBy(l => l.Length < 3)
            .SelectMany(g => g.Order(StringComparer.Ordinal).Chunk(GroupSize))
            .Select(group => SearchValues.Create(group, StringComparison.Ordinal))];
        _hasMarked = all.Length > 0 && Array.Exists(all, e => e.Mark > 0);
        _longest = all.Select(e => e.Literal.Length).DefaultIfEmpty(0).Max();
    }

    public bool IsEmpty => _longest == 0;

    /// <summary>Verifies every place whose literal has no mark and begins at <paramref name="from"/> or later.</summary>
    public void Collect(in Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        foreach (var search in _searches)
            CollectUnmarked(search, pass, text, from, ref found);
    }

    /// <summary>Where the beginning of a literal stands at the end of the text; the text's length when there is none.</summary>
    public int Tail(ReadOnlySpan<char> text, int from)
    {
        for (var i = Math.Max(from, text.Length - _longest + 1); i < text.Length; i++)
            if (text[i] < 128 && _byFirst[text[i]] is { } entries && IsWordStart(text, i) && IsPartial(entries, text[i..]))
                return i;
        return text.Length;
    }

    /// <summary>Whether a character is one of the marks by which literals are found.</summary>
    public bool IsMark(char c) => _hasMarked && Marks.Contains(c);

    /// <summary>Verifies the places whose literal has its first mark at <paramref name="mark"/>, so each place once, and begins at <paramref name="from"/> or later.</summary>
    public void CollectMarked(in Pass pass, ReadOnlySpan<char> text, int mark, int from, ref CandidateList? found)
    {
        if (mark == 0 || text[mark - 1] >= 128 || _byPair[Pair(text[mark - 1], text[mark])] is not { } entries)
            return;
        foreach (var entry in entries)
        {
            var start = mark - entry.Mark;
            if (start >= from && text[start] == entry.Literal[0] && MayStand(text, start, entry) && StartsWith(text, start, entry.Literal))
                pass.Verify(entry.Detector, entry.Order, text, start, ref found);
        }
    }

    private void CollectUnmarked(SearchValues<string> search, in Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(search);
            if (next < 0)
                return;
            i += next;
            foreach (var entry in _byFirst[text[i]]!)
                if (entry.Mark == 0 && MayStand(text, i, entry) && StartsWith(text, i, entry.Literal))
                    pass.Verify(entry.Detector, entry.Order, text, i, ref found);
        }
    }

    private static int Pair(char before, char mark) => (before * 128) + mark;

    private static bool StartsWith(ReadOnlySpan<char> text, int start, string literal) =>
        text[start..].StartsWith(literal, StringComparison.Ordinal);

    private static bool IsPartial(Entry[] entries, ReadOnlySpan<char> tail)
    {
        foreach (var entry in entries)
            if (entry.Detector.Lead == 0 && entry.Literal.Length > tail.Length && entry.Literal.AsSpan().StartsWith(tail))
                return true;
        return false;
    }

    // Where a match begins before its literal, the detector sees to where it begins.
    private static bool MayStand(ReadOnlySpan<char> text, int i, in Entry entry) => entry.Detector.LookBack > 0 || IsWordStart(text, i);

    private static bool IsWordStart(ReadOnlySpan<char> text, int i) =>
        i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i])
        || (char.IsAsciiLetterUpper(text[i]) && char.IsAsciiLetterLower(text[i - 1]));
}
