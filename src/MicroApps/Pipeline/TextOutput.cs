namespace MicroApps;

/// <summary>Collects the output of a <see cref="TextTransform"/> and remembers where lengths changed, so that annotated regions can follow.</summary>
/// <remarks>Not thread-safe. Positions count UTF-16 units from the start of the text.</remarks>
public sealed class TextOutput
{
    private char[] _buffer = [];
    private int _length;
    private List<(long InputEnd, long OutputEnd)>? _edits;
    private long _input;
    private long _output;

    /// <summary>What was collected and not cleared yet; valid until the next change.</summary>
    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

    /// <summary>Appends text that is passed on as it is.</summary>
    public void Pass(ReadOnlySpan<char> text)
    {
        Collect(text);
        Skip(text.Length);
    }

    /// <summary>Counts text that passed by without being collected.</summary>
    public void Skip(int length)
    {
        _input += length;
        _output += length;
    }

    /// <summary>Appends <paramref name="replacement"/> in place of <paramref name="replacedLength"/> characters.</summary>
    public void Replace(int replacedLength, ReadOnlySpan<char> replacement)
    {
        Collect(replacement);
        _input += replacedLength;
        _output += replacement.Length;
        if (replacedLength != replacement.Length)
            (_edits ??= []).Add((_input, _output));
    }

    /// <summary>Forgets the collected text, not the positions.</summary>
    public void Clear() => _length = 0;

    /// <summary>Where a position of the input text is in the output text. Positions inside a replacement stay with what precedes it.</summary>
    public long MapPosition(long inputPosition)
    {
        long shift = 0;
        foreach (var (inputEnd, outputEnd) in _edits ?? [])
        {
            if (inputEnd > inputPosition)
                break;
            shift = outputEnd - inputEnd;
        }

        return inputPosition + shift;
    }

    private void Collect(ReadOnlySpan<char> text)
    {
        if (_buffer.Length - _length < text.Length)
            Array.Resize(ref _buffer, Math.Max(_length + text.Length, Math.Max(64, _buffer.Length * 2)));
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }
}
