// A parser: over 200 lines, because its rules call each other.
using System.Text;

namespace MicroApps.Rego;

/// <summary>Reads JSON with the messages of Go's decoder. Stands in for the reader of the engine.</summary>
internal sealed class JsonTextReader(string text)
{
    private const int MostDepth = 1000;
    private const string End = "unexpected EOF";

    private string _error = "";
    private int _at;

    /// <summary>Reads one value and nothing else.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public string Read(out RegoValue value)
    {
        SkipSpace();
        if (_at == text.Length)
            _error = "EOF";
        value = ReadValue(0);
        SkipSpace();
        if (_error.Length == 0 && _at < text.Length)
        {
            var isOther = text[_at] is ']' or '}' or ',' or ':' || char.IsLetter(text[_at]);
            Fail(isOther ? "looking for beginning of value" : "after top-level value", isOther ? "" : "error: ");
        }

        return _error;
    }

    private RegoValue ReadValue(int depth)
    {
        SkipSpace();
        if (_error.Length > 0 || depth > MostDepth)
            return FailWith(_error.Length > 0 ? _error : "exceeded max depth");
        if (_at == text.Length)
            return FailWith(End);
        return text[_at] switch
        {
            '"' => RegoValue.From(ReadText()),
            '[' => ReadArray(depth),
            '{' => ReadObject(depth),
            't' => ReadWord("true", RegoValue.True),
            'f' => ReadWord("false", RegoValue.False),
            'n' => ReadWord("null", RegoValue.Null),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => Fail("looking for beginning of value"),
        };
    }

    private RegoValue ReadArray(int depth)
    {
        var items = new List<RegoValue>();
        _at++;
        if (TryTake(']'))
            return ArrayValue.Empty;
        while (_error.Length == 0)
        {
            items.Add(ReadValue(depth + 1));
            if (_error.Length > 0 || TryTake(']'))
                break;
            if (!TryTake(','))
                return Fail("after array element");
        }

        return new ArrayValue([.. items]);
    }

    private RegoValue ReadObject(int depth)
    {
        var items = new Dictionary<RegoValue, RegoValue>();
        _at++;
        if (TryTake('}'))
            return ObjectValue.Empty;
        while (_error.Length == 0)
        {
            SkipSpace();
            if (_at == text.Length || text[_at] != '"')
                return Fail("looking for beginning of object key string");
            var key = RegoValue.From(ReadText());
            if (_error.Length > 0)
                break;
            if (!TryTake(':'))
                return Fail("after object key");
            items[key] = ReadValue(depth + 1);
            if (_error.Length > 0 || TryTake('}'))
                break;
            if (!TryTake(','))
                return Fail("after object key:value pair");
        }

        return ObjectValue.From(items);
    }

    private string ReadText()
    {
        var result = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] < ' ')
                Fail("in string literal");
            else if (text[_at] == '\\')
                ReadEscape(result);
            else
                result.Append(text[_at]);
            if (_error.Length > 0)
                return "";
        }

        if (_at == text.Length)
            FailWith(End);
        _at++;
        return result.ToString();
    }

    private void ReadEscape(StringBuilder result)
    {
        if (++_at == text.Length)
            FailWith(End);
        else if ("\"\\/bfnrt".IndexOf(text[_at]) is var at and >= 0)
            result.Append("\"\\/\b\f\n\r\t"[at]);
        else if (text[_at] != 'u')
            Fail("in string escape code");
        else if (ReadUnit() is { } unit)
            AppendUnit(result, unit);
    }

    /// <summary>Reads four digits; null when there are not four.</summary>
    private char? ReadUnit()
    {
        var unit = 0;
        for (var end = _at + 4; _at < end;)
        {
            _at++;
            if (_at == text.Length || Hex.ValueOf(text[_at]) < 0)
            {
                Fail("in \\u hexadecimal character escape");
                return null;
            }

            unit = (unit << 4) | Hex.ValueOf(text[_at]);
        }

        return (char)unit;
    }

    private void AppendUnit(StringBuilder result, char unit)
    {
        var isHigh = char.IsHighSurrogate(unit) && _at + 2 < text.Length && text[_at + 1] == '\\' && text[_at + 2] == 'u';
        var after = _at;
        if (isHigh)
        {
            _at += 2;
            if (ReadUnit() is { } low && char.IsLowSurrogate(low))
            {
                result.Append(unit).Append(low);
                return;
            }

            _at = after;
        }

        result.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
    }

    private RegoValue ReadNumber()
    {
        var start = _at;
        if (text[_at] == '-')
            _at++;
        if (_at < text.Length && text[_at] == '0')
            _at++;
        else
            SkipDigits("in numeric literal");
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            SkipDigits("after decimal point in numeric literal");
        }

        if (_error.Length == 0 && _at < text.Length && text[_at] is 'e' or 'E')
        {
            _at += _at + 1 < text.Length && text[_at + 1] is '+' or '-' ? 2 : 1;
            SkipDigits("in exponent of numeric literal");
        }

        return _error.Length > 0 ? RegoValue.Null : NumberValue.Of(text.Substring(start, _at - start));
    }

    private void SkipDigits(string where)
    {
        if (_error.Length == 0 && (_at == text.Length || text[_at] is < '0' or > '9'))
            Fail(where);
        while (_at < text.Length && text[_at] is >= '0' and <= '9')
            _at++;
    }

    private RegoValue ReadWord(string word, RegoValue value)
    {
        foreach (var c in word)
        {
            if (_at == text.Length || text[_at] != c)
                return Fail($"in literal {word} (expecting '{c}')");
            _at++;
        }

        return value;
    }

    private bool TryTake(char c)
    {
        SkipSpace();
        var isThere = _at < text.Length && text[_at] == c;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
            _at++;
    }

    private RegoValue Fail(string where, string before = "")
    {
        if (_at == text.Length)
            return FailWith(End);
        // Go looks at bytes.
        var first = (char)GoUtf8.GetBytes(text.Substring(_at, Runes.LengthAt(text, _at)))[0];
        return FailWith($"{before}invalid character {(first == '\'' ? "'\\''" : GoQuote.Quote(first.ToString(), quote: '\''))} {where}");
    }

    private RegoValue FailWith(string error)
    {
        _error = error;
        return RegoValue.Null;
    }
}
