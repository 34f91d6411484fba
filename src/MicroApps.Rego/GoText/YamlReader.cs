using System.Text;

namespace MicroApps.Rego;

/// <summary>What is wrong with a text of YAML.</summary>
internal sealed class YamlException(string message) : Exception(message);

/// <summary>Reads the part of YAML that configuration is written in: blocks, flows, quoted, plain and block text, comments. No anchors, tags or complex keys.</summary>
internal sealed partial class YamlReader(string source)
{
    private const int MostDepth = 200;

    private readonly string _text = source.Replace("\r\n", "\n");
    private int _at;
    private int _depth;

    /// <summary>The first document.</summary>
    /// <exception cref="YamlException">It is wrong, or has what is not read.</exception>
    public static RegoValue Read(string source) => YamlScalar.HasControls(source) ? throw new YamlException("yaml: control characters are not allowed") : new YamlReader(source).ReadDocument();

    private bool IsEnd => _at >= _text.Length || (Column == 0 && (IsMarker("---") || IsMarker("...")));

    private int Column
    {
        get
        {
            var column = _at - (_at == 0 ? 0 : _text.LastIndexOf('\n', _at - 1) + 1);
            Budget.Current.SpendText(64 + column);
            return column;
        }
    }

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
