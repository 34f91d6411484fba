using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Finds which literal anchors stand at a place.</summary>
/// <remarks>
/// Most literals need no search of their own: a key prefix with a hyphen, an underscore or another sign that prose seldom has is found by that mark
/// and the character before it, one that begins a word by the first two characters of words, one that begins with a sign by the sign: all in the one sweep over the text. The few that may begin inside a word
/// go to .NET's vectorised search for strings, in groups.
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
    private readonly Entry[]?[] _byWord = new Entry[128 * 128][];
    private readonly Entry[]?[] _bySign = new Entry[128][];
    private readonly bool[] _isSign = new bool[128];
    private readonly int _longest;

    public LiteralIndex(IEnumerable<(string Literal, Detector Detector, int Order)> literals)
    {
        var all = literals.Select(l => new Entry(l.Literal, l.Detector, l.Order)).ToArray();
        foreach (var group in all.GroupBy(e => e.Literal[0]))
            _byFirst[group.Key] = [.. group];
        foreach (var group in all.Where(e => e.Mark > 0).GroupBy(e => Pair(e.Literal[e.Mark - 1], e.Literal[e.Mark])))
            _byPair[group.Key] = [.. group];
        foreach (var entry in all.Where(e => e.Mark > 0))
            _isSign[entry.Literal[entry.Mark]] = true;
        var words = all.Where(e => e is { Mark: 0, Detector.LookBack: 0 }).ToLookup(e => char.IsAsciiLetterOrDigit(e.Literal[0]));
        foreach (var group in words[true].GroupBy(e => Pair(e.Literal[0], e.Literal[1])))
            _byWord[group.Key] = [.. group];
        HasWords = words[true].Any();
        var signs = words[false].Concat(all.Where(e => e.Mark == 0 && e.Detector.LookBack > 0 && !char.IsAsciiLetterOrDigit(e.Literal[0])));
        foreach (var group in signs.GroupBy(e => e.Literal[0]))
        {
            _bySign[group.Key] = [.. group];
            _isSign[group.Key] = true;
        }

        var anywhere = all.Where(e => e.Mark == 0 && e.Detector.LookBack > 0 && char.IsAsciiLetterOrDigit(e.Literal[0])).Select(e => e.Literal).Distinct().ToArray();
        var shortest = anywhere.Where(l => !anywhere.Any(o => o.Length < l.Length && l.StartsWith(o, StringComparison.Ordinal)));
        _searches = [.. shortest.GroupBy(l => l.Length < 3)
            .SelectMany(g => g.Order(StringComparer.Ordinal).Chunk(GroupSize))
            .Select(group => SearchValues.Create(group, StringComparison.Ordinal))];
        _longest = all.Select(e => e.Literal.Length).DefaultIfEmpty(0).Max();
    }

    public bool IsEmpty => _longest == 0;

    /// <summary>Whether some literal is found by the beginnings of words.</summary>
    public bool HasWords { get; }

    /// <summary>Whether literals are found by this character.</summary>
    public bool IsSign(char c) => c < 128 && _isSign[c];

    /// <summary>Verifies every place whose literal may begin inside a word and begins at <paramref name="from"/> or later.</summary>
    public void Collect(in Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        foreach (var search in _searches)
            CollectAnywhere(search, pass, text, from, ref found);
    }

    /// <summary>Verifies the literals that begin with the word at <paramref name="start"/>.</summary>
    public void CollectWord(in Pass pass, ReadOnlySpan<char> text, int start, ref CandidateList? found)
    {
        if (start + 1 >= text.Length || text[start + 1] >= 128 || _byWord[Pair(text[start], text[start + 1])] is not { } entries)
            return;
        foreach (var entry in entries)
            if (StartsWith(text, start, entry.Literal))
                pass.Verify(entry.Detector, entry.Order, text, start, ref found);
    }

    /// <summary>
    /// Verifies the literals that have their first mark at <paramref name="sign"/>, so each place once, and begin at <paramref name="from"/> or later, and those that begin with it.
    /// </summary>
    public void CollectSign(in Pass pass, ReadOnlySpan<char> text, int sign, int from, ref CandidateList? found)
    {
        if (sign > 0 && text[sign - 1] < 128 && _byPair[Pair(text[sign - 1], text[sign])] is { } marked)
        {
            foreach (var entry in marked)
            {
                var start = sign - entry.Mark;
                if (start >= from && text[start] == entry.Literal[0] && MayStand(text, start, entry) && StartsWith(text, start, entry.Literal))
                    pass.Verify(entry.Detector, entry.Order, text, start, ref found);
            }
        }

        if (_bySign[text[sign]] is not { } entries)
            return;
        foreach (var entry in entries)
            if (StartsWith(text, sign, entry.Literal))
                pass.Verify(entry.Detector, entry.Order, text, sign, ref found);
    }

    /// <summary>Where the beginning of a literal stands at the end of the text; the text's length when there is none.</summary>
    public int Tail(ReadOnlySpan<char> text, int from)
    {
        for (var i = Math.Max(from, text.Length - _longest + 1); i < text.Length; i++)
            if (text[i] < 128 && _byFirst[text[i]] is { } entries && IsWordStart(text, i) && IsPartial(entries, text[i..]))
                return i;
        return text.Length;
    }

    private void CollectAnywhere(SearchValues<string> search, in Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(search);
            if (next < 0)
                return;
            i += next;
            foreach (var entry in _byFirst[text[i]]!)
                if (entry.Mark == 0 && entry.Detector.LookBack > 0 && StartsWith(text, i, entry.Literal))
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
