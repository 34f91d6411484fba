namespace MicroApps.Rego;

/// <summary>What follows <c>else</c>.</summary>
internal sealed partial class Parser
{
    private Rule? ParseElse(RuleHead head)
    {
        if (!Enter())
            return null;
        var rule = ParseElseRule(head);
        _depth--;
        return rule;
    }

    private Rule? ParseElseRule(RuleHead head)
    {
        var first = _at;
        Advance();
        if (ParseElseHead(first, head) is not { } own)
            return null;
        var hasIf = Accept(TokenKind.If);
        if (!hasIf && Kind != TokenKind.OpenBrace)
            return new(Locate(first), false, own, TrueBody(Locate(first)), null);
        if (ParseElseBody() is not { } body)
            return null;

        var next = Kind == TokenKind.Else ? ParseElse(head) : null;
        if (next is null && Kind == TokenKind.Else)
            return null;
        var rule = new Rule(Locate(first), false, own, body, next) { HasBody = true };
        RuleChecks.CheckIf(rule, hasIf, _checks);
        return rule;
    }

    private RuleHead? ParseElseHead(int first, RuleHead head)
    {
        head = WithOwnWildcards(head);
        if (Kind is TokenKind.If or TokenKind.OpenBrace)
            return head with { Location = Locate(first), Value = null, IsAssigned = false };
        if (Kind is not (TokenKind.Assign or TokenKind.Unify))
        {
            Unexpected("expected else value term or rule body", "`else := value`, `else := value if { … }` or `else if { … }`");
            return null;
        }

        var isAssigned = Kind == TokenKind.Assign;
        Advance();
        return ParseInfix() is { } value ? head with { Location = Locate(first), Value = value, IsAssigned = isAssigned } : null;
    }

    private List<Expr>? ParseElseBody()
    {
        if (Accept(TokenKind.OpenBrace))
        {
            var body = ParseBody(TokenKind.CloseBrace);
            if (body is not null)
                Advance();
            return body;
        }

        if (Kind != TokenKind.EndOfFile)
            return ParseLiteral() is { } expression ? [expression] : null;
        Unexpected("rule body expected", "a condition follows `if`");
        return null;
    }
}
