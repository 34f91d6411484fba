namespace MicroApps.Rego;

/// <summary>Expressions, and bodies of them.</summary>
internal sealed partial class Parser
{
    /// <summary>Expressions up to a closing bracket, which is left; separated by <c>;</c> or a new line.</summary>
    private List<Expr>? ParseBody(TokenKind end)
    {
        if (!Enter())
            return null;
        var isEmpty = Kind == end;
        if (isEmpty)
            Fail("found empty body", "write an expression, or `true`");
        var body = isEmpty ? null : ParseExpressions(end);
        _depth--;
        return body;
    }

    private List<Expr>? ParseExpressions(TokenKind end)
    {
        var errors = _errors.Count;
        var body = new List<Expr>();
        while (ParseLiteral() is { } expression)
        {
            body.Add(expression);
            if (Accept(TokenKind.Semicolon))
                continue;
            if (Kind == end)
                return body;
            if (Current.AfterNewline)
                continue;
            if (_errors.Count == errors)
                Unexpected($"expected \\n or ; or {end.Name()}", "one expression per line, or `;` between them");
            return null;
        }

        return null;
    }

    /// <summary>An expression with what stands before (<c>not</c>) and behind it (<c>with</c>).</summary>
    private Expr? ParseLiteral()
    {
        var first = _at;
        if (TakeKeywordAsName())
            return ParseTermExpression(first, false);
        var isNegated = Accept(TokenKind.Not);
        if (Kind is not (TokenKind.Some or TokenKind.Every))
            return ParseTermExpression(first, isNegated);
        if (!isNegated)
            return Kind == TokenKind.Some ? ParseSome(first) : ParseEvery(first);
        Unexpected($"illegal negation of '{Kind.Name()}'", "give it a rule of its own, and negate that: `not any_match`");
        return null;
    }

    private TermExpr? ParseTermExpression(int first, bool isNegated)
    {
        if (ParseAssignable() is not { } term || ParseModifiers() is not { } modifiers)
            return null;
        return new(Locate(first), term, isNegated, modifiers);
    }

    private Term? ParseAssignable()
    {
        var left = ParseInfix();
        if (left is null || Kind is not (TokenKind.Assign or TokenKind.Unify))
            return left;
        var function = new VarTerm(Locate(Current, Current.End), Kind.Name());
        Advance();
        return ParseInfix() is { } right ? new CallTerm(Extend(left.Location), function, [left, right], true) : null;
    }

    private IReadOnlyList<WithModifier>? ParseModifiers()
    {
        if (Kind != TokenKind.With)
            return s_noModifiers;
        var modifiers = new List<WithModifier>();
        while (Kind == TokenKind.With)
        {
            if (ParseModifier() is not { } modifier)
                return null;
            modifiers.Add(modifier);
        }

        return modifiers;
    }

    private WithModifier? ParseModifier()
    {
        var first = _at;
        Advance();
        if (Kind != TokenKind.Identifier)
        {
            Unexpected("expected ident", "`with` replaces input, data or a function: `with input.user as \"eve\"`");
            return null;
        }

        if (ParseTerm() is not { } target)
            return null;
        if (target is not (VarTerm or RefTerm))
        {
            Unexpected("expected with target path", "`with` replaces input, data or a function, named without arguments");
            return null;
        }

        if (!Accept(TokenKind.As))
        {
            Unexpected("expected as keyword", "say what stands in its place: `with input as {}`");
            return null;
        }

        return ParseInfix() is { } value ? new(Locate(first), target, value) : null;
    }
}
