namespace MicroApps.Rego;

/// <summary>Cuts a source into tokens, in one pass and without copying any of it.</summary>
/// <remarks>Templates are cut as well: the lexer knows by counting braces which one ends an expression inside a template.</remarks>
internal sealed partial class Lexer
{
    private readonly string _file;
    private readonly string _source;
    private readonly List<Token> _tokens;
    private readonly List<Comment> _comments = [];
    private readonly Dictionary<int, string> _problems = [];
    private readonly Stack<(bool IsRaw, int Braces)> _templates = new();

    private int _at;
    private int _line = 1;

    // What the UTF-16 units before the current line, and the low surrogates in it, take from the column.
    private int _columnBase;
    private string? _problem;

    private Lexer(string file, string source) => (_file, _source, _tokens) = (file, source, new List<Token>((source.Length / 4) + 8));

    private char Current => _at < _source.Length ? _source[_at] : '\0';

    private bool AtEnd => _at >= _source.Length;

    /// <summary>The tokens of a source, the last of which is the end of file.</summary>
    public static LexedSource Read(string file, string source)
    {
        var lexer = new Lexer(file, source);
        lexer.ReadAll();
        return new(file, source, [.. lexer._tokens], lexer._comments, lexer._problems);
    }

    private void ReadAll()
    {
        if (Current == ByteOrderMark)
            _at++;
        do
        {
            var (space, line) = (_at, _line);
            SkipSpace();
            Add(space != _at, line != _line);
        }
        while (_tokens[^1].Kind != TokenKind.EndOfFile);
    }

    private void Add(bool afterSpace, bool afterNewline)
    {
        var (start, line, column) = (_at, _line, _at - _columnBase + 1);
        var kind = ReadToken();
        Add(new(kind, start, _at, line, column, afterSpace, afterNewline));
        if (kind == TokenKind.CloseBrace && _templates.Count > 0)
            CloseBrace();
    }

    private void Add(Token token)
    {
        if (_problem is not null || token.Kind == TokenKind.Illegal)
        {
            _problems.Add(_tokens.Count, _problem ?? "illegal token");
            token = token with { Kind = TokenKind.Illegal };
            _problem = null;
        }

        _tokens.Add(token);
    }

    private void SkipSpace()
    {
        while (!AtEnd)
        {
            switch (_source[_at])
            {
                case '\n':
                    _at++;
                    NextLine();
                    break;
                case ' ' or '\t' or '\r':
                    _at++;
                    break;
                case '#':
                    ReadComment();
                    break;
                default:
                    return;
            }

            if (_problem is not null)
                return;
        }
    }

    private void NextLine()
    {
        _line++;
        _columnBase = _at;
    }

    private void ReadComment()
    {
        var (start, column) = (_at++, _at - _columnBase);
        while (!AtEnd && Current != '\n')
            SkipCharacter();
        var end = _at > start + 1 && _source[_at - 1] == '\r' ? _at - 1 : _at;
        _comments.Add(new(new(_file, _line, column, start, end - start), _source.Substring(start + 1, end - start - 1)));
    }

    private TokenKind ReadToken()
    {
        if (_problem is not null)
            return TokenKind.Illegal;
        if (AtEnd)
            return TokenKind.EndOfFile;
        var c = _source[_at];
        if (IsLetter(c))
            return ReadWord();
        if (IsDecimal(c))
            return ReadNumber();
        switch (c)
        {
            case '"':
                return ReadString();
            case '`':
                return ReadRawString();
            case '$':
                return ReadTemplate();
            default:
                SkipCharacter();
                return Punctuation(c);
        }
    }

    private TokenKind ReadWord()
    {
        var start = _at;
        while (IsLetter(Current) || IsDigit(Current))
            _at++;
        return TokenKinds.OfWord(_source, start, _at - start);
    }

    private TokenKind ReadNumber()
    {
        SkipDigits();
        if (Current == '.')
        {
            _at++;
            if (!SkipDigits())
                _problem ??= "expected fraction";
        }

        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-')
                _at++;
            if (!SkipDigits())
                _problem ??= "expected exponent";
        }

        if (!IsLetter(Current))
            return TokenKind.Number;
        _problem ??= "illegal number format";
        _ = ReadWord();
        return TokenKind.Illegal;
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (IsDecimal(Current))
            _at++;
        return _at > start;
    }

    private static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || c == '_';

    private static bool IsDecimal(char c) => (uint)(c - '0') <= 9;

    private static bool IsDigit(char c) => IsDecimal(c) || (c >= 0x80 && char.IsDigit(c));
}
