// A parser: over 200 lines, because its rules call each other.
using System.Text;

namespace MicroApps.Rego;

/// <summary>What is wrong with a text of YAML.</summary>
internal sealed class YamlException(string message) : Exception(message);

/// <summary>Reads the part of YAML that configuration is written in: blocks, flows, quoted, plain and block text, comments. No anchors, tags or complex keys.</summary>
internal sealed class YamlReader(string source)
{
    private const int MostDepth = 200;

    private readonly string _text = source.Replace("\r\n", "\n");
    private int _at;
    private int _depth;

    /// <summary>The first document.</summary>
    /// <exception cref="YamlException">It is wrong, or has what is not read.</exception>
    public static RegoValue Read(string source) => new YamlReader(source).ReadDocument();

    private bool IsEnd => _at >= _text.Length || (Column == 0 && (IsMarker("---") || IsMarker("...")));

    private int Column => Budget.Passed(_at - (_at == 0 ? 0 : _text.LastIndexOf('\n', _at - 1) + 1));

    private RegoValue ReadDocument()
    {
        SkipToContent();
        if (_at < _text.Length && _text[_at] == '%')
            throw new YamlException("yaml: found unknown directive name");
        if (IsMarker("---"))
        {
            _at += 3;
            SkipSpaces();
        }

        var value = ReadBlock(-1);
        SkipToContent();
        return IsEnd ? value : throw Error(value is ArrayValue ? "did not find expected '-' indicator" : "did not find expected <document start>");
    }

    private bool IsMarker(string marker) => string.CompareOrdinal(_text, _at, marker, 0, 3) == 0 && IsBlankAt(_at + 3);

    private bool IsBlankAt(int at) => at >= _text.Length || _text[at] is ' ' or '\t' or '\n';

    private bool IsDash => _at < _text.Length && _text[_at] == '-' && IsBlankAt(_at + 1);

    /// <summary>Reads a value that is indented more than what it belongs to.</summary>
    private RegoValue ReadBlock(int outer)
    {
        SkipToContent();
        if (IsEnd || Column <= outer)
            return RegoValue.Null;
        if (++_depth > MostDepth)
            throw new YamlException("yaml: exceeded max depth");
        var (column, start) = (Column, _at);
        RegoValue value;
        if (IsDash)
            value = ReadSequence(column);
        else if (TryReadKey(inFlow: false) is not null)
            value = ReadMapping(column, start);
        else
            value = ReadInline(outer);
        _depth--;
        return value;
    }

    private ArrayValue ReadSequence(int column)
    {
        var items = new List<RegoValue>();
        while (!IsEnd && Column == column && IsDash)
        {
            _at++;
            items.Add(ReadBlock(column));
            SkipToContent();
        }

        return !IsEnd && Column > column ? throw Error("did not find expected '-' indicator") : new([.. items]);
    }

    private ObjectValue ReadMapping(int column, int start)
    {
        var items = new Dictionary<RegoValue, RegoValue>();
        for (_at = start; !IsEnd && Column == column;)
        {
            if (TryReadKey(inFlow: false) is not { } key)
                throw Error("did not find expected key");
            SkipSpaces();
            if (_at < _text.Length && _text[_at] is not ('\n' or '#'))
            {
                if (IsDash)
                    throw new YamlException("yaml: block sequence entries are not allowed in this context");
                items[key] = ReadInline(column);
            }
            else
            {
                SkipToContent();
                items[key] = !IsEnd && Column == column && IsDash ? ReadSequence(column) : ReadBlock(column);
            }

            SkipToContent();
            if (!IsEnd && Column == column && IsDash)
                throw Error("did not find expected key");
        }

        return !IsEnd && Column > column ? throw new YamlException("yaml: did not find expected key") : ObjectValue.From(items);
    }

    /// <summary>Reads a key and its colon; stays where it is when there is none on the line.</summary>
    private RegoValue? TryReadKey(bool inFlow)
    {
        var start = _at;
        Budget.Current.Spend(8);
        if (_text[_at] is '[' or '{' or '|' or '>')
            return null;
        var isQuoted = _text[_at] is '"' or '\'';
        var text = isQuoted ? ReadQuoted() : ReadPlainLine(inFlow);
        SkipSpaces();
        var isKey = _at < _text.Length && _text[_at] == ':' && (IsBlankAt(_at + 1) || (inFlow && (isQuoted || _text[_at + 1] is ',' or '}' or ']')));
        if (!isKey || _text.IndexOf('\n', start, _at - start) is >= 0)
        {
            _at = start;
            return null;
        }

        _at++;
        if (isQuoted)
            return RegoValue.From(text);
        return YamlScalar.Resolve(text) switch
        {
            StringValue name => name,
            NumberValue number => RegoValue.From(number.Text),
            BooleanValue boolean => RegoValue.From(boolean.Value ? "true" : "false"),
            _ => throw new YamlException("unsupported map key of type: %!s(<nil>), key: <nil>"),
        };
    }

    /// <summary>Reads a value that begins on the line.</summary>
    private RegoValue ReadInline(int outer)
    {
        switch (_text[_at])
        {
            case '[' or '{':
                return ReadFlow();
            case '|' or '>':
                return RegoValue.From(ReadBlockText(Math.Max(outer, 0), outer));
            case '"' or '\'':
                var quoted = ReadQuoted();
                SkipSpaces();
                return _at < _text.Length && _text[_at] is not ('\n' or '#') ? throw new YamlException("yaml: did not find expected key") : RegoValue.From(quoted);
            default:
                var words = new StringBuilder(ReadPlainLine(inFlow: false));
                while (TryContinue(outer, words))
                    words.Append(ReadPlainLine(inFlow: false));
                if (_at < _text.Length && _text[_at] == ':')
                    throw new YamlException("yaml: mapping values are not allowed in this context");
                return YamlScalar.Resolve(words.ToString()) ?? throw new YamlException("json: unsupported value: NaN");
        }
    }

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

    private RegoValue ReadFlow()
    {
        if (++_depth > MostDepth)
            throw new YamlException("yaml: exceeded max depth");
        var isArray = _text[_at++] == '[';
        var close = isArray ? ']' : '}';
        var (items, pairs) = (new List<RegoValue>(), new Dictionary<RegoValue, RegoValue>());
        while (true)
        {
            SkipToContent();
            if (_at >= _text.Length)
                throw Error(items.Count + pairs.Count == 0 ? "did not find expected node content" : $"did not find expected ',' or '{close}'");
            if (_text[_at] == close)
                break;
            if (TryReadKey(inFlow: true) is not { } key)
                items.Add(ReadFlowValue());
            else if (isArray)
                items.Add(new ObjectValue([key], [ReadFlowValue()]));
            else
                pairs[key] = ReadFlowValue();
            // In an object, what has no colon is a key without a value.
            if (!isArray && items.Count > 0)
                (pairs[items[0]], items) = (RegoValue.Null, []);
            SkipToContent();
            if (_at < _text.Length && _text[_at] == ',')
                _at++;
            else if (_at >= _text.Length || _text[_at] != close)
                throw Error($"did not find expected ',' or '{close}'");
        }

        _at++;
        _depth--;
        return isArray ? new ArrayValue([.. items]) : ObjectValue.From(pairs);
    }

    private RegoValue ReadFlowValue()
    {
        SkipToContent();
        if (_at >= _text.Length)
            throw Error("did not find expected node content");
        return _text[_at] switch
        {
            '[' or '{' => ReadFlow(),
            '"' or '\'' => RegoValue.From(ReadQuoted()),
            ',' or ']' or '}' => RegoValue.Null,
            _ => YamlScalar.Resolve(ReadPlainLine(inFlow: true)) ?? throw new YamlException("json: unsupported value: NaN"),
        };
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

    /// <summary>Reads text behind | or &gt;: lines as they are, or folded.</summary>
    private string ReadBlockText(int least, int outer)
    {
        var (isFolded, chomp, indent) = (_text[_at++] == '>', ' ', 0);
        for (; _at < _text.Length && _text[_at] is '+' or '-' or (>= '1' and <= '9'); _at++)
            if (_text[_at] is '+' or '-')
                chomp = _text[_at];
            else
                indent = least + _text[_at] - '0';
        SkipSpaces();
        if (_at < _text.Length && _text[_at] == '#')
            SkipLine();
        if (_at < _text.Length && _text[_at] != '\n')
            throw new YamlException("yaml: did not find expected comment or line break");
        var lines = new List<string>();
        for (_at++; _at < _text.Length;)
        {
            var end = _text.IndexOf('\n', _at) is var found and >= 0 ? found : _text.Length;
            var line = _text.Substring(_at, end - _at);
            var depth = line.Length - line.TrimStart(' ').Length;
            if (depth == line.Length && (indent == 0 || depth < indent))
                line = "";
            else if (indent == 0 && depth > outer)
                indent = depth;
            else if (depth < Math.Max(indent, outer + 1))
                break;
            lines.Add(line.Length >= indent ? line.Substring(indent) : "");
            _at = end + 1;
            // A last line without its end gets none.
            chomp = end == _text.Length ? '-' : chomp;
        }

        // The next line begins where the text ends.
        _at = Math.Min(_at, _text.Length);
        return Join(lines, isFolded, chomp);
    }

    private static string Join(List<string> lines, bool isFolded, char chomp)
    {
        var count = lines.Count;
        while (count > 0 && lines[count - 1].Length == 0)
            count--;
        var (result, blanks) = (new StringBuilder(), 0);
        for (var i = 0; i < count; i++)
        {
            if (lines[i].Length == 0)
            {
                blanks++;
                continue;
            }

            var isLiteral = !isFolded || i == blanks || lines[i][0] == ' ' || lines[i - blanks - 1][0] == ' ';
            if (i == blanks)
                result.Append('\n', blanks);
            else
                result.Append(isLiteral || blanks > 0 ? '\n' : ' ', isLiteral ? blanks + 1 : Math.Max(blanks, 1));
            result.Append(lines[i]);
            blanks = 0;
        }

        var last = chomp == '-' ? 0 : chomp == '+' ? lines.Count - count + (count > 0 ? 1 : 0) : count > 0 ? 1 : 0;
        return result.Append('\n', last).ToString();
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
            _at++;
    }

    private void SkipLine()
    {
        while (_at < _text.Length && _text[_at] != '\n')
            _at++;
    }

    private void SkipToContent()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '#' or '\t')
        {
            if (_text[_at] == '\t' && (_at == 0 || _text[_at - 1] == '\n') && _at + 1 < _text.Length && !IsBlankAt(_at + 1))
                throw new YamlException("yaml: found character that cannot start any token");
            if (_text[_at] == '#')
                SkipLine();
            else
                _at++;
        }
    }

    private YamlException Error(string message)
    {
        var line = _text.Take(Math.Min(_at, _text.Length)).Count(c => c == '\n') + 1;
        return new($"yaml: line {line}: {message}");
    }
}
