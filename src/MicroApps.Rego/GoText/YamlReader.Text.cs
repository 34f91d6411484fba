using System.Text;

namespace MicroApps.Rego;

/// <content>Words, and text in quotes.</content>
internal sealed partial class YamlReader
{
    /// <summary>Goes to the next line of a plain text: a line end is a space, more of them are one less.</summary>
    private bool TryContinue(int outer, StringBuilder words)
    {
        var (start, lines) = (_at, 0);
        SkipSpaces();
        for (; _at < _text.Length && _text[_at] == '\n'; lines++)
        {
            _at++;
            SkipSpaces();
        }

        if (lines == 0 || IsEnd || Column <= outer || _text[_at] == '#')
        {
            _at = start;
            return false;
        }

        words.Append(lines == 1 ? ' ' : '\n', Math.Max(lines - 1, 1));
        return true;
    }

    private string ReadPlainLine(bool inFlow)
    {
        var start = _at;
        if ("@`%".IndexOf(_text[_at]) is >= 0 || _text[_at] == '\t')
            throw new YamlException("yaml: found character that cannot start any token");
        if (_text[_at] is '&' or '*' or '!' || (_text[_at] == '?' && IsBlankAt(_at + 1)))
            throw new YamlException("yaml: anchors, tags and complex keys are not supported");
        for (; _at < _text.Length && _text[_at] != '\n'; _at++)
        {
            var isColon = _text[_at] == ':' && (IsBlankAt(_at + 1) || (inFlow && _text[_at + 1] is ',' or ']' or '}'));
            if (isColon || (_text[_at] == '#' && _at > start && _text[_at - 1] is ' ' or '\t') || (inFlow && _text[_at] is ',' or '[' or ']' or '{' or '}'))
                break;
        }

        return _text.Substring(start, _at - start).TrimEnd(' ', '\t');
    }

    private string ReadQuoted()
    {
        var (quote, result) = (_text[_at++], new StringBuilder());
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == quote && quote == '\'' && _at + 1 < _text.Length && _text[_at + 1] == '\'')
                result.Append(_text[_at++]);
            else if (c == quote)
            {
                _at++;
                return result.ToString();
            }
            else if (c == '\n')
                Fold(result);
            else if (c == '\\' && quote == '"')
                ReadEscape(result);
            else
                result.Append(c);
        }

        throw new YamlException("yaml: found unexpected end of stream");
    }

    /// <summary>A line end in quotes is a space, more of them are one less; spaces around them go.</summary>
    private void Fold(StringBuilder result)
    {
        while (result.Length > 0 && result[result.Length - 1] is ' ' or '\t')
            result.Length--;
        var lines = 0;
        for (; _at < _text.Length && _text[_at] is '\n' or ' ' or '\t'; _at++)
            lines += _text[_at] == '\n' ? 1 : 0;
        result.Append(lines == 1 ? ' ' : '\n', Math.Max(lines - 1, 1));
        _at--;
    }

    private void ReadEscape(StringBuilder result)
    {
        var c = ++_at < _text.Length ? _text[_at] : ' ';
        var length = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (length > 0)
        {
            var rune = Hex.Read(_text, _at + 1, length) ?? throw new YamlException("yaml: did not find expected hexdecimal number");
            result.Append(rune is >= 0xD800 and <= 0xDFFF ? throw new YamlException("yaml: found invalid Unicode character escape code") : Runes.ToText(rune));
            _at += length;
        }
        else if (c == '\n')
        {
            while (_at + 1 < _text.Length && _text[_at + 1] is ' ' or '\t')
                _at++;
        }
        else
        {
            var known = "0abt\tnvfre \"'\\/N_LP".IndexOf(c);
            result.Append(known < 0 ? throw new YamlException("yaml: found unknown escape character") : "\0\a\b\t\t\n\v\f\r\u001b \"'\\/\u0085\u00a0\u2028\u2029"[known]);
        }
    }
}
