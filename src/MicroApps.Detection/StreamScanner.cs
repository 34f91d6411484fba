using System.Numerics;

namespace MicroApps.Detection;

/// <summary>Finds the same as <see cref="TextScanner.Scan"/> in a text that arrives in pieces, whatever the pieces are.</summary>
/// <remarks>
/// Not thread-safe; one for each text. Only text that may still become part of a match is held back: at most the longest match of the
/// enabled detectors (<see cref="Detector.MaxLength"/>) plus <see cref="TextWindow.LookAhead"/>, and usually nothing or a word; with a
/// <see cref="TextRecognizer"/> a paragraph, at most <see cref="TextRecognizer.MaxLength"/>.
/// </remarks>
public sealed class StreamScanner
{
    private const int PatientAbove = 1024;
    private const int FirstRoom = 64;

    private readonly TextScanner _scanner;
    private readonly CandidateList _candidates = new();
    private readonly int _history;
    private List<Finding>? _findings;
    private char[] _buffer = [];
    private int _final;
    private int _held;
    private int _count;
    private int _scannedTo;
    private int _paragraph;
    private bool _completed;

    internal StreamScanner(TextScanner scanner)
    {
        _scanner = scanner;
        _history = scanner.Lead + TextWindow.LookBehind;
    }

    /// <summary>The text that became final since the last <see cref="Consume"/>. Valid until the next call of a method.</summary>
    public ReadOnlySpan<char> Final => _buffer.AsSpan(_final, _held - _final);

    /// <summary>The findings in <see cref="Final"/>, positions relative to it. Valid until the next call of a method.</summary>
    public IReadOnlyList<Finding> Findings => (IReadOnlyList<Finding>?)_findings ?? [];

    /// <summary>How many UTF-16 units are held back now.</summary>
    public int HeldBack => _count - _held;

    /// <summary>Adds the next piece of the text.</summary>
    /// <exception cref="InvalidOperationException">The text was completed.</exception>
    public void Append(ReadOnlySpan<char> chunk)
    {
        ThrowIfCompleted();
        Write(chunk);
        _count += chunk.Length;

        // A long candidate (a private key) in short pieces would be read again for each piece; waiting for a share of it keeps the work linear.
        if (HeldBack > PatientAbove && _count - _scannedTo < HeldBack / 16)
            return;
        _scannedTo = _count;
        Advance(_count, complete: false);
    }

    /// <summary>Ends the text: all that was held back becomes final. A second call does nothing.</summary>
    public void Complete()
    {
        if (!_completed)
            Advance(_count, complete: true);
        _completed = true;
    }

    /// <summary>Drops <see cref="Final"/> and <see cref="Findings"/>, which the caller has taken.</summary>
    public void Consume()
    {
        _final = _held;
        _findings?.Clear();
    }

    /// <summary>Accepts a piece that needs no <see cref="Append"/>: the caller may pass it on as it is.</summary>
    /// <returns>
    /// True when nothing is held back or waiting to be consumed, the piece holds no finding, and none of it can be part of a match that is
    /// not complete; the piece then counts as seen. False when it does not; then nothing changed and it must be appended.
    /// </returns>
    /// <exception cref="InvalidOperationException">The text was completed.</exception>
    public bool TryPassThrough(ReadOnlySpan<char> chunk)
    {
        ThrowIfCompleted();
        if (_count != _final)
            return false;
        Write(chunk);
        var end = _count + chunk.Length;
        if (Look(end, complete: false) != end || _findings is { Count: > 0 })
        {
            _findings?.Clear();
            return false;
        }

        _final = _held = _count = end;
        return true;
    }

    private void Advance(int end, bool complete) => _held = Look(end, complete);

    private int Look(int end, bool complete)
    {
        _candidates.Clear();
        CandidateList? candidates = _candidates;
        _scanner.Collect(_buffer.AsSpan(0, end), _held, complete, ref _paragraph, ref candidates);
        return _candidates.Count == 0 ? end : _candidates.Settle(_buffer.AsSpan(0, end), _held, _final, ref _findings);
    }

    private void Write(ReadOnlySpan<char> chunk)
    {
        if (_count + chunk.Length > _buffer.Length)
            MakeRoom(chunk.Length);
        chunk.CopyTo(_buffer.AsSpan(_count));
    }

    private void MakeRoom(int length)
    {
        var drop = Math.Max(0, Math.Min(_final - _history, _scanner.ReadsParagraphs ? _paragraph : int.MaxValue));
        var kept = _count - drop;
        var needed = checked(kept + length);
        // The first text gets the room that it needs; from then on there is twice as much, so that moving what is kept stays cheap.
        var target = _count == 0 ? new char[Math.Max(FirstRoom, needed)]
            : needed > _buffer.Length / 2 ? new char[checked((int)BitOperations.RoundUpToPowerOf2((uint)needed) * 2)]
            : _buffer;
        _buffer.AsSpan(drop, kept).CopyTo(target);
        if (target != _buffer)
            _buffer.AsSpan().Clear();
        _buffer = target;
        (_final, _held, _count, _scannedTo, _paragraph) = (_final - drop, _held - drop, kept, _scannedTo - drop, _paragraph - drop);
    }

    private void ThrowIfCompleted()
    {
        if (_completed)
            throw new InvalidOperationException("The text was completed; start another stream for another text.");
    }
}
