using System.Text;

namespace MicroApps;

/// <summary>Collects the output of a <see cref="TextTransform"/> and remembers where lengths changed, so that annotated regions can follow.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class TextOutput
{
    private readonly StringBuilder _text = new();
    private List<(long InputEnd, long OutputEnd)>? _edits;
    private long _input;
    private long _output;

    /// <summary>Number of characters that wait to be taken.</summary>
    public int Length => _text.Length;

    /// <summary>Appends text that is passed on as it is.</summary>
    public void Pass(ReadOnlySpan<char> text)
    {
        _text.Append(text);
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
        _text.Append(replacement);
        _input += replacedLength;
        _output += replacement.Length;
        if (replacedLength != replacement.Length)
            (_edits ??= []).Add((_input, _output));
    }

    /// <summary>Takes what was collected and empties the buffer.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    /// <summary>Where a position of the input text is in the output text. Positions inside a replacement move to its end.</summary>
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
}
