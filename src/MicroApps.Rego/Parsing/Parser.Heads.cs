namespace MicroApps.Rego;

/// <summary>The heads of rules.</summary>
internal sealed partial class Parser
{
    private RuleHead? ParseRuleHead(bool isDefault)
    {
        var first = _at;
        if (ParseSuffixes(ParseVariable(), mayBeSpaced: true) is not { } term)
            return null;
        var (name, arguments) = term is CallTerm call ? (call.Operator, call.Arguments) : (term, null);
        // What is wrong with another one is told where it is read again as an expression.
        if (name is not (VarTerm or RefTerm { Head: VarTerm }))
            return null;
        if (Kind == TokenKind.Contains)
            return ParseContains(first, name, arguments);
        var isAssigned = Kind == TokenKind.Assign;
        if (!Accept(TokenKind.Assign) && !Accept(TokenKind.Unify))
            return new(Locate(first), name, arguments, null, null, false);
        var errors = _errors.Count;
        if (ParseInfix() is { } value)
            return new(Locate(first), name, arguments, null, value, isAssigned);
        if (_errors.Count == errors)
            Unexpected(isDefault ? "expected default rule value term" : "expected rule value term");
        return null;
    }

    private RuleHead? ParseContains(int first, Term name, IReadOnlyList<Term>? arguments)
    {
        if (arguments is not null)
        {
            Unexpected("the contains keyword can only be used with multi-value rule definitions", "a function has one value: `f(x) := …`");
            return null;
        }

        Advance();
        return ParseInfix() is { } key ? new(Locate(first), name, null, key, null, false) : null;
    }

    /// <summary>The head of a body behind <c>else</c> or of a second body: the same, but each <c>_</c> among its arguments is one of its own.</summary>
    private RuleHead WithOwnWildcards(RuleHead head)
    {
        if (head.Arguments is null || !head.Arguments.Any(argument => argument is VarTerm { IsWildcard: true }))
            return head;
        return head with { Arguments = [.. head.Arguments.Select(argument => argument is VarTerm { IsWildcard: true } wildcard ? wildcard with { Name = NextWildcard() } : argument)] };
    }

    private string SourceOf(Term term) => lexed.Source.Substring(term.Location.Start, term.Location.Length);
}
