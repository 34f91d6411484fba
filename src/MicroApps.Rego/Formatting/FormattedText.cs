using System.Text;

namespace MicroApps.Rego;

/// <summary>Text that grows line by line, with tabs before what stands deeper.</summary>
internal sealed class FormattedText
{
    private readonly StringBuilder _text = new();
    private bool _atLineStart = true;

    /// <summary>How many tabs stand before the next line.</summary>
    public int Depth { get; set; }

    public void Write(string text)
    {
        if (_atLineStart)
            _text.Append('\t', Depth);
        _atLineStart = false;
        _text.Append(text);
    }

    /// <summary>Ends the line, if there is something on it.</summary>
    public void EndLine()
    {
        if (!_atLineStart)
            _text.Append('\n');
        _atLineStart = true;
    }

    /// <summary>Ends the line and leaves one empty.</summary>
    public void LeaveLine()
    {
        EndLine();
        if (_text.Length > 1 && _text[_text.Length - 2] != '\n')
            _text.Append('\n');
    }

    public override string ToString() => _text.ToString();
}
