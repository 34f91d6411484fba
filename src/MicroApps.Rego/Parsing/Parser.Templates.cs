namespace MicroApps.Rego;

/// <summary>Template strings: <c>$"a {x}"</c>.</summary>
internal sealed partial class Parser
{
    private TemplateTerm? ParseTemplate()
    {
        var first = _at;
        var isRaw = Kind is TokenKind.RawTemplatePart or TokenKind.RawTemplateEnd;
        var parts = new List<TemplatePart>();
        while (true)
        {
            var isLast = Kind is TokenKind.TemplateEnd or TokenKind.RawTemplateEnd;
            if (!ParseTemplateText(isRaw, parts))
                return null;
            if (isLast)
                return new(Locate(first), parts, isRaw);
            if (ParseTemplateExpression() is not { } expression)
                return null;
            parts.Add(new(null, expression));
        }
    }

    private bool ParseTemplateText(bool isRaw, List<TemplatePart> parts)
    {
        var token = Current;
        var start = token.Start + (lexed.Source[token.Start] == '$' ? 2 : 1);
        var text = isRaw ? StringLiteral.UnescapeRaw(lexed.Source, start, token.End - 1) : StringLiteral.Unescape(lexed.Source, start, token.End - 1, inTemplate: true);
        if (text is null)
        {
            Fail($"illegal template-string part: {Text}", "four hexadecimal digits follow \\u, and control characters are escaped");
            return false;
        }

        if (text.Length > 0)
            parts.Add(new(text, null));
        Advance();
        return true;
    }

    private Expr? ParseTemplateExpression()
    {
        if (ParseLiteral() is not { } expression)
            return null;
        if (Misplaced(expression) is { } what)
        {
            Fail(expression.Location, $"unexpected {what} in template-string expression", "a template takes values: assign this to a name before it");
            return null;
        }

        if (Kind != TokenKind.CloseBrace)
        {
            Unexpected("expected } to end template string expression", "close the expression with `}`; a brace that is text is written `\\{`");
            return null;
        }

        Advance();
        if (Kind is TokenKind.TemplatePart or TokenKind.TemplateEnd or TokenKind.RawTemplatePart or TokenKind.RawTemplateEnd)
            return expression;
        Unexpected();
        return null;
    }

    private static string? Misplaced(Expr expression) => expression switch
    {
        { IsNegated: true } => "negation ('not')",
        EveryExpr => "'every'",
        SomeExpr => "'some'",
        TermExpr { Term: CallTerm { Operator: VarTerm { Name: "eq" } } } => "unification ('=')",
        TermExpr { Term: CallTerm { Operator: VarTerm { Name: "assign" } } } => "assignment (':=')",
        _ => null,
    };
}
