using System.Numerics;

namespace MicroApps.Detection;

/// <summary>The detectors that are asked about runs of digits.</summary>
/// <remarks>
/// Logs and tables have a run in every seventh unit, and hardly any begins something. What a detector says of lengths and neighbours is asked
/// once, when the index is made, and kept as a bit for each detector; a run then costs three look-ups, whatever the number of detectors.
/// </remarks>
internal sealed class DigitRunIndex
{
    private readonly record struct Entry(Detector Detector, int Order);

    private const int MaxIndexed = 64;
    private const int Ascii = 128;

    private readonly Entry[] _entries;
    private readonly Entry[] _more;
    private readonly ulong[] _byLength = new ulong[32];
    private readonly ulong[] _behind = new ulong[Ascii + 1];
    private readonly ulong[] _before = new ulong[Ascii + 1];
    private readonly ulong _inside;

    public DigitRunIndex(IEnumerable<(Detector Detector, int Order)> detectors)
    {
        // Those of numbers are not asked behind letters.
        Entry[] all = [.. detectors.Where(d => d.Detector.Anchor.HasDigitRuns || d.Detector.Anchor.HasNumbers).Select(d => new Entry(d.Detector, d.Order))];
        _entries = [.. all.Take(MaxIndexed)];
        _more = [.. all.Skip(MaxIndexed)];
        for (var i = 0; i < _entries.Length; i++)
        {
            var (detector, bit) = (_entries[i].Detector, 1UL << i);
            for (var length = 0; length < _byLength.Length; length++)
                _byLength[length] |= detector.MayHaveRun(length) ? bit : 0;
            for (var c = '\0'; c < Ascii; c++)
            {
                _behind[c] |= MayFollow(detector, c) && detector.MayFollow(c) ? bit : 0;
                _before[c] |= detector.MayPrecede(c) ? bit : 0;
            }

            _behind[Ascii] |= bit;
            _before[Ascii] |= bit;
            _inside |= detector.MayBeInside ? bit : 0;
        }
    }

    public bool IsEmpty => _entries.Length == 0;

    /// <summary>Verifies what may have its anchor at the run of digits from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Collect(in Pass pass, ReadOnlySpan<char> text, int start, int end, ref CandidateList? found)
    {
        var before = start == 0 ? '\0' : text[start - 1];
        if (end + 1 >= text.Length && !pass.Complete)
        {
            // More may come: nobody can say no.
            foreach (var (detector, order) in _entries)
                if (MayFollow(detector, before))
                    pass.Verify(detector, order, text, start, ref found);
            CollectMore(pass, text, start, before, ref found);
            return;
        }

        var (beforeThat, next) = (start > 1 ? text[start - 2] : '\0', end < text.Length ? text[end] : '\0');
        var may = _byLength[Math.Min(end - start, _byLength.Length - 1)] & _behind[Math.Min(before, (uint)Ascii)] & _before[Math.Min(next, (uint)Ascii)];
        if (before is '-' or '.' or '/' or ':' or ',' && char.IsAsciiDigit(beforeThat))
            may &= _inside;
        if (may != 0)
        {
            var run = new DigitRun(end - start, text[start], before, beforeThat, next, end + 1 < text.Length ? text[end + 1] : '\0');
            for (; may != 0; may &= may - 1)
            {
                var (detector, order) = _entries[BitOperations.TrailingZeroCount(may)];
                if (detector.MayBegin(run))
                    pass.Verify(detector, order, text, start, ref found);
            }
        }

        CollectMore(pass, text, start, before, ref found);
    }

    private void CollectMore(in Pass pass, ReadOnlySpan<char> text, int start, char before, ref CandidateList? found)
    {
        foreach (var (detector, order) in _more)
            if (MayFollow(detector, before))
                pass.Verify(detector, order, text, start, ref found);
    }

    private static bool MayFollow(Detector detector, char before) =>
        detector.Anchor.HasDigitRuns || (!char.IsAsciiLetter(before) && before != '_');
}
