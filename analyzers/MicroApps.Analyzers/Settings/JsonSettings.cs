using System.Globalization;
using System.Text;

namespace MicroApps.Analyzers;

/// <summary>Reads the texts of a JSON file, and its numbers on request, with the names that lead to them; comments and errors are passed over.</summary>
internal sealed class JsonSettings(string text, bool withNumbers = false)
{
    private readonly List<Setting> _found = [];
    private readonly Stack<string> _sections = new();
    private string _name = "";
    private int _position;

    public IReadOnlyList<Setting> Read()
    {
        while (_position < text.Length)
            Step();
        return _found;
    }

    private void Step()
    {
        switch (text[_position])
        {
            case '"':
                ReadText();
                return;
            case (>= '0' and <= '9') or '-' when withNumbers:
                ReadNumber();
                return;
            case '{' or '[':
                _sections.Push(_name);
                break;
            case '}' or ']' when _sections.Count > 0:
                _name = _sections.Pop();
                break;
            case '/' when _position + 1 < text.Length && text[_position + 1] is '/' or '*':
                SkipComment();
                return;
        }

        _position++;
    }

    private void ReadText()
    {
        var start = ++_position;
        var value = new StringBuilder();
        while (_position < text.Length && text[_position] is not ('"' or '\n'))
            value.Append(ReadChar());
        var length = _position - start;
        _position++;
        if (IsName())
            _name = _sections.Count > 0 && _sections.Peek().Length > 0 ? _sections.Peek() + ":" + value : value.ToString();
        else
            _found.Add(new(_name, value.ToString(), start, length));
    }

    private void ReadNumber()
    {
        var start = _position;
        while (_position < text.Length && text[_position] is not (',' or '}' or ']') && !char.IsWhiteSpace(text[_position]))
            _position++;
        _found.Add(new(_name, text.Substring(start, _position - start), start, _position - start));
    }

    private char ReadChar()
    {
        var c = text[_position++];
        if (c != '\\' || _position >= text.Length)
            return c;
        c = text[_position++];
        if (c != 'u' || _position + 4 > text.Length || !int.TryParse(text.Substring(_position, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            return c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => c };
        _position += 4;
        return (char)code;
    }

    private bool IsName()
    {
        var i = _position;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i < text.Length && text[i] == ':';
    }

    private void SkipComment()
    {
        var end = text[_position + 1] == '/' ? text.IndexOf('\n', _position) : text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        _position = end < 0 ? text.Length : end + 1;
        // The slash of "*/" begins nothing.
        if (end >= 0 && text[end] == '*')
            _position++;
    }
}
