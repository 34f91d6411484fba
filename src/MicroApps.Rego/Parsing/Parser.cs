namespace MicroApps.Rego;

/// <summary>
/// A recursive-descent parser over the tokens of one source: this part keeps its place, its errors and its depth.
/// A method that fails has told why, and answers null.
/// </summary>
/// <param name="lexed">The source.</param>
/// <param name="isBuiltin">Whether a name is that of a built-in function: its call alone is no rule.</param>
internal sealed partial class Parser(LexedSource lexed, Func<string, bool>? isBuiltin = null)
{
    /// <summary>
    /// How deeply terms, bodies and <c>else</c> may nest and how long chains of operators may be, so that neither this parser nor those who read its
    /// trees run out of stack: code that is not optimized takes 1 KB a level here, and threads may have as little as 512 KB.
    /// </summary>
    public const int DepthLimit = 300;

    private const int ErrorLimit = 100;

    private static readonly WithModifier[] s_noModifiers = [];

    private readonly Token[] _tokens = lexed.Tokens;
    private readonly List<RegoError> _errors = [];
    private readonly Dictionary<int, Attempt> _attempts = [];

    private int _at;
    private int _depth;
    private int _wildcards;

    // The height of the highest of the terms read so far in the innermost one that is being read.
    private int _height;

    // The place of a keyword that is the head of a reference: `if.x`.
    private int _identifierAt = -1;

    // How many comprehensions are being tried that may turn out to be unions.
    private int _attempting;

    /// <summary>What was wrong, in order.</summary>
    public IReadOnlyList<RegoError> Errors => _errors;

    private ref readonly Token Current => ref _tokens[_at];

    private TokenKind Kind => _at == _identifierAt ? TokenKind.Identifier : _tokens[_at].Kind;

    private string Text => lexed.Source.Substring(Current.Start, Current.End - Current.Start);

    private void Advance()
    {
        if (_at < _tokens.Length - 1)
            _at++;
    }

    private bool Accept(TokenKind kind)
    {
        if (Kind != kind)
            return false;
        Advance();
        return true;
    }

    /// <summary>Whether a keyword stands here whose name is the head of a reference: <c>with.x</c>, <c>some["y"]</c>.</summary>
    private bool TakeKeywordAsName()
    {
        if (!Current.Kind.IsKeyword() || _tokens[_at + 1] is not { AfterSpace: false, Kind: TokenKind.Dot or TokenKind.OpenBracket })
            return false;
        _identifierAt = _at;
        return true;
    }

    private Snapshot Save() => new(_at, _errors.Count, _wildcards, _height);

    private void Restore(Snapshot snapshot)
    {
        _at = snapshot.At;
        _height = snapshot.Height;
        _identifierAt = -1;
        _errors.RemoveRange(snapshot.Errors, _errors.Count - snapshot.Errors);
        // Terms of an attempt that is given up may be used again: the names of their wildcards stay taken.
        if (_attempting == 0)
            _wildcards = snapshot.Wildcards;
    }

    private Location Locate(int first) => Locate(_tokens[first], _tokens[Math.Max(first, _at - 1)].End);

    private Location Locate(Token token, int end) => new(lexed.File, token.Line, token.Column, token.Start, end - token.Start);

    /// <summary>From where a term begins to behind the token that was read last.</summary>
    private Location Extend(Location begin) => begin with { Length = _tokens[_at - 1].End - begin.Start };

    private bool Enter()
    {
        if (++_depth <= DepthLimit)
            return true;
        _depth--;
        return FailTooDeep();
    }

    // The term that was read last is now inside another one.
    private bool Grow() => _depth + ++_height <= DepthLimit || FailTooDeep();

    private bool FailTooDeep()
    {
        Fail("max parsing recursion depth exceeded", "give inner terms names of their own");
        return false;
    }

    /// <summary>Says that the token here is not one that may stand here.</summary>
    private void Unexpected(string? note = null, string? hint = null)
    {
        if (_tokens[_at].Kind == TokenKind.Illegal)
        {
            var problem = lexed.Problems[_at];
            Fail(problem, ParseHints.ForProblem(problem, lexed.Source[Math.Min(Current.Start, lexed.Source.Length - 1)]));
            return;
        }

        var kind = Kind;
        var what = kind.IsKeyword() ? "keyword" : "token";
        Fail($"unexpected {kind.Name()} {what}{(note is null ? "" : ": ")}{note}", hint ?? ParseHints.ForUnexpected(kind));
    }

    private void Fail(string message, string? hint = null) => Fail(Current, message, hint);

    private void Fail(Token token, string message, string? hint = null) => Fail(token.Line, token.Column, message, hint);

    private void Fail(Location location, string message, string? hint = null) => Fail(location.Line, location.Column, message, hint);

    private void Fail(int line, int column, string message, string? hint) =>
        _errors.Add(new("rego_parse_error", hint is null ? message : $"{message} (hint: {hint})", lexed.File, line, column));

    private readonly record struct Snapshot(int At, int Errors, int Wildcards, int Height);

    /// <summary>What came of reading the term at a place while a comprehension was tried: read again, it would come to the same.</summary>
    private readonly record struct Attempt(Term? Term, int End, int Height, RegoError? Error);
}
