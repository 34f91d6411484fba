namespace MicroApps.Rego;

/// <summary>Modules: statements one after another; behind one that fails, the next that begins a line is looked for.</summary>
internal sealed partial class Parser
{
    // What is wrong with statements that are written well; told behind what is not.
    private readonly List<RegoError> _checks = [];
    private readonly List<Import> _imports = [];
    private readonly List<Rule> _rules = [];
    private (Location Location, IReadOnlyList<string> Path)? _package;

    public Module ParseModule()
    {
        if (Kind == TokenKind.EndOfFile)
            Fail(0, 0, "empty module", "a module begins with `package`");
        for (var isFirst = true; Kind != TokenKind.EndOfFile && _errors.Count < ErrorLimit; isFirst = false)
        {
            var (first, errors) = (_at, _errors.Count);
            _attempts.Clear();
            (_depth, _height, _attempting) = (0, 0, 0);
            ParseStatement(isFirst);
            if (_errors.Count > errors)
                Recover(first, errors);
        }

        _errors.AddRange(_checks.Take(ErrorLimit));
        var (location, path) = _package ?? (Locate(0), []);
        return new(location, path, _imports, _rules, lexed.Comments) { Source = lexed.Source };
    }

    private void ParseStatement(bool isFirst)
    {
        var before = Save();
        var errors = _errors.Count;
        var isName = TakeKeywordAsName();
        if (Kind == TokenKind.Package && !isName)
        {
            ParsePackage(isFirst);
            return;
        }

        if (isFirst)
            Check(Current, "package expected", "a module begins with `package name`");
        if (Kind == TokenKind.Import && !isName)
        {
            ParseImport();
        }
        else if (!ParseRules(_rules) && _errors.Count == errors)
        {
            Restore(before);
            _attempts.Clear();
            ParseExpressionRule();
        }
    }

    private void ParsePackage(bool isFirst)
    {
        var first = _at;
        if (ParsePath("a package has a name: `package app.rules`", mayBeKeyword: false) is not { } term)
            return;
        if (!isFirst)
            Check(_tokens[first], "unexpected package", "a module has one `package`, at its top");
        if (_package is null && PackagePath(term) is { } path)
            _package = (Locate(first), path);
    }

    private List<string>? PackagePath(Term term)
    {
        var reference = term as RefTerm;
        if ((reference?.Head ?? term) is not VarTerm head)
        {
            Unexpected(null, "a package has a path of names: `package app.rules`");
            return null;
        }

        return NamesOf(head, reference?.Path ?? []);
    }

    private List<string>? NamesOf(VarTerm head, IReadOnlyList<Term> rest)
    {
        var names = new List<string> { head.Name };
        foreach (var term in rest)
        {
            if (term is not ConstantTerm { Value: StringValue name })
            {
                Fail(term.Location, $"unexpected {term.KindName()} token: expecting string", "paths have names and constant strings: a.b[\"c d\"]");
                return null;
            }

            names.Add(name.Value);
        }

        return names;
    }

    /// <summary>The path behind <c>package</c> or <c>import</c>, which may begin with a keyword.</summary>
    private Term? ParsePath(string hint, bool mayBeKeyword = true)
    {
        Advance();
        if (Kind == TokenKind.Identifier || (mayBeKeyword && Kind.IsKeyword()))
        {
            _identifierAt = _at;
            return ParseTerm();
        }

        Unexpected(null, hint);
        return null;
    }

    // One error a statement: those behind the first say little. A place to go on begins a line and has a name.
    private void Recover(int first, int errors)
    {
        _errors.RemoveRange(errors + 1, _errors.Count - errors - 1);
        var (line, column) = (_errors[errors].Line, _errors[errors].Column);
        for (_at = first + 1; _at < _tokens.Length - 1; _at++)
        {
            var token = Current;
            if (token is { AfterNewline: true, Column: 1 } && (token.Line > line || (token.Line == line && column == 1)) && (token.Kind == TokenKind.Identifier || token.Kind.IsKeyword()))
                return;
        }

        _at = Math.Min(_at, _tokens.Length - 1);
    }

    private void Check(Token token, string message, string hint) =>
        _checks.Add(new("rego_parse_error", $"{message} (hint: {hint})", lexed.File, token.Line, token.Column));
}
