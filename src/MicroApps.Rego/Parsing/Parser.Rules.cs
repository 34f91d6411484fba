namespace MicroApps.Rego;

/// <summary>Rules with a body, partial rules and defaults. A rule without one, <c>p := 1</c>, is read as an expression when this fails without an error.</summary>
internal sealed partial class Parser
{
    private bool ParseRules(List<Rule> rules)
    {
        var first = _at;
        var isDefault = !TakeKeywordAsName() && Accept(TokenKind.Default);
        if (isDefault)
            TakeKeywordAsName();
        // As OPA has it: `f (x) if { … }` is a rule, but `f (x) := 1` is none.
        var isSpaced = Kind != TokenKind.EndOfFile && _tokens[_at + 1] is { AfterSpace: true, Kind: var next } && IsSuffix(next);
        if (Kind != TokenKind.Identifier || ParseRuleHead(isDefault) is not { } head)
            return false;
        if (isDefault)
            return AddDefault(first, head, rules);

        var hasIf = Kind == TokenKind.If;
        if (hasIf || Kind == TokenKind.OpenBrace)
            return AddBodies(first, head, hasIf, rules);
        // A value, or what a set contains, is enough; but more of an expression may follow the value.
        if (head.Key is null && (head.Value is null || isSpaced || Kind is TokenKind.With or TokenKind.Semicolon))
            return false;
        AddRule(new(Locate(first), false, head, TrueBody(head.Location), null), false, rules);
        return true;
    }

    private bool AddDefault(int first, RuleHead head, List<Rule> rules)
    {
        var location = Locate(first);
        if (DefaultRules.Refusal(head) is { } refusal)
        {
            Fail(location, refusal, "a default is a constant, so that it always has a value: `default allow := false`");
            return false;
        }

        rules.Add(new(location, true, head, TrueBody(location), null));
        return true;
    }

    private bool AddBodies(int first, RuleHead head, bool hasIf, List<Rule> rules)
    {
        if (ParseRuleBody(hasIf) is not { } body)
            return false;
        Rule? otherwise = null;
        if (Kind == TokenKind.Else && !TakeKeywordAsName())
        {
            if (!CanHaveElse(head, hasIf))
                return false;
            otherwise = ParseElse(head);
            if (otherwise is null)
                return false;
        }

        AddRule(new(Locate(first), false, head, body, otherwise) { HasBody = true }, hasIf, rules);
        return ParseFurtherBodies(head, hasIf, otherwise is not null, rules);
    }

    /// <summary>The body behind <c>if</c>: an expression, unless it is a set or fails, for then it is a body in braces.</summary>
    private List<Expr>? ParseRuleBody(bool hasIf)
    {
        if (hasIf)
        {
            Advance();
            var before = Save();
            if (ParseLiteral() is { } expression && expression is not TermExpr { Term: SetTerm })
                return [expression];
            Restore(before);
            _attempts.Clear();
            if (Kind == TokenKind.Illegal)
            {
                Unexpected();
                return null;
            }
        }

        // OPA does not look whether it is a brace that it steps over here, unless it is no token at all; that decides which line is blamed.
        if (Kind == TokenKind.Illegal)
            Unexpected();
        Advance();
        var body = ParseBody(TokenKind.CloseBrace);
        if (body is not null)
            Advance();
        return body;
    }

    private bool ParseFurtherBodies(RuleHead head, bool hasIf, bool hasElse, List<Rule> rules)
    {
        while (Kind == TokenKind.OpenBrace)
        {
            if (hasElse)
            {
                Fail("expected else keyword", "behind `else`, further bodies begin with `else` as well");
                return false;
            }

            var first = _at;
            Advance();
            if (ParseBody(TokenKind.CloseBrace) is not { } body)
                return false;
            Advance();
            var location = Locate(first);
            AddRule(new(location, false, WithOwnWildcards(head) with { Location = location }, body, null) { HasBody = true }, hasIf, rules);
        }

        return true;
    }

    private bool CanHaveElse(RuleHead head, bool hasIf)
    {
        if (!head.Name.IsGround() && head.Name is RefTerm)
        {
            Fail("else keyword cannot be used on rules with variables in head", "write the condition that is left as a rule of its own");
            return false;
        }

        // As OPA has it, what stands in the only brackets of p[input.x], or of a head without `if`, is the key of a set.
        var isKey = head is { Arguments: null, Name: RefTerm { Path.Count: 1 } name } && (!hasIf || name.Path[0].KindName() == "ref");
        if (head.Key is null && !isKey)
            return true;
        Fail("else keyword cannot be used on multi-value rules", "a set has no order of precedence: write another rule");
        return false;
    }

    private void AddRule(Rule rule, bool hasIf, List<Rule> rules)
    {
        rules.Add(rule);
        RuleChecks.Check(rule, hasIf, _checks);
    }

    private static IReadOnlyList<Expr> TrueBody(Location location) => [new TermExpr(location, new ConstantTerm(location, RegoValue.True), false, s_noModifiers)];
}
