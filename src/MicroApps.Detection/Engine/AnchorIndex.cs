using System.Numerics;

namespace MicroApps.Detection;

/// <summary>All anchors of a scanner: one vectorised sweep for characters, runs of digits and the marks in literals, and a few for the other literals.</summary>
internal sealed class AnchorIndex
{
    private readonly record struct Entry(Detector Detector, int Order);

    private readonly AnchorChars _chars;
    private readonly bool _hasChars;
    private readonly Entry[]?[] _byChar = new Entry[128][];
    private readonly DigitRunIndex _runs;
    private readonly Detector[] _lookBacks;
    private readonly LiteralIndex _literals;

    public AnchorIndex(IReadOnlyList<Detector> detectors)
    {
        Entry[] all = [.. detectors.Select((d, i) => new Entry(d, i))];
        _lookBacks = [.. detectors.Where(d => d.LookBack > 0)];
        _runs = new(all.Select(e => (e.Detector, e.Order)));
        foreach (var group in all.SelectMany(e => e.Detector.Anchor.CharsOrNone.Distinct().Select(c => (Char: c, Entry: e))).GroupBy(p => p.Char))
            _byChar[group.Key] = [.. group.Select(p => p.Entry)];
        _literals = new(all.SelectMany(e => e.Detector.Anchor.LiteralsOrNone.Select(l => (l, e.Detector, e.Order))));
        char[] chars = [.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => _byChar[c] is not null || _literals.IsSign(c))];
        _hasChars = chars.Length > 0 || !_runs.IsEmpty || _literals.HasWords;
        _chars = new(chars);
        Lead = detectors.Select(d => d.Lead).DefaultIfEmpty(0).Max();
    }

    /// <summary>How far before a match its anchor may be.</summary>
    public int Lead { get; }

    /// <summary>Collects the candidates whose anchor is at <paramref name="from"/> or later.</summary>
    public void Collect(in Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        if (_hasChars)
            CollectChars(pass, text, from, ref found);
        if (!_literals.IsEmpty)
            _literals.Collect(pass, text, from, ref found);
    }

    /// <summary>The earliest position, not before <paramref name="from"/>, at which a match may begin whose anchor has not arrived.</summary>
    public int Tail(ReadOnlySpan<char> text, int from)
    {
        var tail = _literals.IsEmpty ? text.Length : _literals.Tail(text, from);
        foreach (var detector in _lookBacks)
        {
            var window = new TextWindow(text, Math.Max(0, text.Length - TextWindow.LookBehind), text.Length, false, text.Length);
            tail = Math.Min(tail, detector.Tail(ref window, text.Length));
        }

        return Math.Max(tail, from);
    }

    private void CollectChars(in Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        var previous = default(AnchorBlock);
        if (from > 0)
            previous.Add(AnchorChars.Block - 1, text[from - 1], false);
        for (var start = from; start < text.Length; start += AnchorChars.Block)
        {
            var block = _chars.Read(text[start..]);
            if (!_runs.IsEmpty)
            {
                // A run begins where no digit stands before.
                for (var starts = block.Digits & ~Behind(block.Digits, previous.Digits); starts != 0; starts &= starts - 1)
                    CollectRun(pass, text, start, BitOperations.TrailingZeroCount(starts), block.Digits, ref found);
            }

            if (_literals.HasWords)
            {
                // A word begins where no letter or digit stands before, or a small letter before its capital.
                var starts = (block.Words & ~Behind(block.Words, previous.Words)) | (block.Upper & Behind(block.Lower, previous.Lower));
                for (; starts != 0; starts &= starts - 1)
                    _literals.CollectWord(pass, text, start + BitOperations.TrailingZeroCount(starts), ref found);
            }

            for (var chars = block.Chars; chars != 0; chars &= chars - 1)
                CollectChar(pass, text, start + BitOperations.TrailingZeroCount(chars), from, ref found);
            previous = block;
        }
    }

    // A bit for each unit behind one that has a bit.
    private static ulong Behind(ulong bits, ulong previous) => (bits << 1) | (previous >> 63);

    private void CollectRun(in Pass pass, ReadOnlySpan<char> text, int block, int start, ulong digits, ref CandidateList? found)
    {
        var end = start + BitOperations.TrailingZeroCount(~(digits >> start));
        if (end >= AnchorChars.Block)
            while (block + end < text.Length && char.IsAsciiDigit(text[block + end]))
                end++;
        _runs.Collect(pass, text, block + start, block + end, ref found);
    }

    private void CollectChar(in Pass pass, ReadOnlySpan<char> text, int i, int from, ref CandidateList? found)
    {
        var (before, c, next) = (i == 0 ? '\0' : text[i - 1], text[i], i + 1 < text.Length ? text[i + 1] : '\0');
        if (_byChar[c] is { } entries)
        {
            var isWhole = i + 1 < text.Length || pass.Complete;
            foreach (var (detector, order) in entries)
                if (!isWhole || detector.MayStand(before, next))
                    pass.Verify(detector, order, text, i, ref found);
        }

        if (_literals.IsSign(c))
            _literals.CollectSign(pass, text, i, from, ref found);
    }
}
