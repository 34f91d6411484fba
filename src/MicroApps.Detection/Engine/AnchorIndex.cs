using System.Buffers;

namespace MicroApps.Detection;

/// <summary>All anchors of a scanner: one vectorised sweep for characters, one for literals.</summary>
internal sealed class AnchorIndex
{
    private readonly record struct Entry(Detector Detector, int Order);

    private readonly SearchValues<char> _chars;
    private readonly bool _hasChars;
    private readonly Entry[]?[] _byChar = new Entry[128][];
    private readonly Entry[] _digitRuns;
    private readonly Entry[] _numbers;
    private readonly Detector[] _lookBacks;
    private readonly LiteralIndex _literals;

    public AnchorIndex(IReadOnlyList<Detector> detectors)
    {
        Entry[] all = [.. detectors.Select((d, i) => new Entry(d, i))];
        _lookBacks = [.. detectors.Where(d => d.LookBack > 0)];
        _digitRuns = [.. all.Where(e => e.Detector.Anchor.HasDigitRuns)];
        _numbers = [.. all.Where(e => e.Detector.Anchor is { HasNumbers: true, HasDigitRuns: false })];
        foreach (var group in all.SelectMany(e => e.Detector.Anchor.CharsOrNone.Distinct().Select(c => (Char: c, Entry: e))).GroupBy(p => p.Char))
            _byChar[group.Key] = [.. group.Select(p => p.Entry)];
        var chars = string.Concat(Enumerable.Range(0, 128).Where(c => _byChar[c] is not null).Select(c => (char)c));
        chars = _digitRuns.Length + _numbers.Length > 0 ? chars + CharSet.Digit : chars;
        _hasChars = chars.Length > 0;
        _chars = SearchValues.Create(chars);
        _literals = new(all.SelectMany(e => e.Detector.Anchor.LiteralsOrNone.Select(l => (l, e.Detector, e.Order))));
        Lead = detectors.Select(d => d.Lead).DefaultIfEmpty(0).Max();
    }

    /// <summary>How far before a match its anchor may be.</summary>
    public int Lead { get; }

    /// <summary>Collects the candidates whose anchor is at <paramref name="from"/> or later.</summary>
    public void Collect(Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
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

    private void CollectChars(Pass pass, ReadOnlySpan<char> text, int from, ref CandidateList? found)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(_chars);
            if (next < 0)
                return;
            i += next;
            if (!char.IsAsciiDigit(text[i]))
            {
                VerifyAll(_byChar[text[i]]!, pass, text, i, ref found);
                continue;
            }

            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            var before = i == 0 ? '\0' : text[i - 1];
            if (!char.IsAsciiDigit(before))
                CollectRun(pass, text, i, end, before, ref found);
            i = end - 1;
        }
    }

    private void CollectRun(Pass pass, ReadOnlySpan<char> text, int start, int end, char before, ref CandidateList? found)
    {
        var isNumber = !char.IsAsciiLetter(before) && before != '_';
        if (end == text.Length && !pass.Complete)
        {
            // More digits may come.
            VerifyAll(_digitRuns, pass, text, start, ref found);
            if (isNumber)
                VerifyAll(_numbers, pass, text, start, ref found);
            return;
        }

        var run = new DigitRun(end - start, before, start > 1 ? text[start - 2] : '\0', end < text.Length ? text[end] : '\0');
        VerifyLikely(_digitRuns, run, pass, text, start, ref found);
        if (isNumber)
            VerifyLikely(_numbers, run, pass, text, start, ref found);
    }

    private static void VerifyLikely(Entry[] entries, in DigitRun run, Pass pass, ReadOnlySpan<char> text, int anchor, ref CandidateList? found)
    {
        foreach (var (detector, order) in entries)
            if (detector.MayBegin(run))
                pass.Verify(detector, order, text, anchor, ref found);
    }

    private static void VerifyAll(Entry[] entries, Pass pass, ReadOnlySpan<char> text, int anchor, ref CandidateList? found)
    {
        foreach (var (detector, order) in entries)
            pass.Verify(detector, order, text, anchor, ref found);
    }
}
