namespace MicroApps.Rego;

/// <summary>Queries and single terms.</summary>
internal sealed partial class Parser
{
    public IReadOnlyList<Expr> ParseQuery()
    {
        var body = new List<Expr>();
        if (Kind == TokenKind.EndOfFile)
            Fail("empty query", "write an expression, such as `data.app.allow`");
        while (Kind != TokenKind.EndOfFile)
        {
            do
            {
                if (ParseLiteral() is not { } expression)
                    return body;
                body.Add(expression);
            }
            while (Accept(TokenKind.Semicolon));
        }

        return body;
    }

    public Term ParseSingleTerm()
    {
        var term = ParseInfix();
        if (term is not null && Kind != TokenKind.EndOfFile)
            Unexpected("expected one term", "nothing follows a term");
        return term ?? new ConstantTerm(Locate(0), RegoValue.Null);
    }
}
