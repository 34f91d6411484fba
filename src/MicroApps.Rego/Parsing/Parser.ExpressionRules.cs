namespace MicroApps.Rego;

/// <summary>Statements that are read as expressions: rules without a body, and what OPA says of those that are none.</summary>
internal sealed partial class Parser
{
    private void ParseExpressionRule()
    {
        var first = _at;
        var count = 0;
        Expr? expression;
        do
        {
            count++;
            expression = ParseLiteral();
        }
        while (expression is not null && Accept(TokenKind.Semicolon));

        if (expression is null)
            return;
        if (count > 1)
            Check(_tokens[first], "multiple expressions cannot be used for rule head", "one rule per line, without `;`");
        else if (Refusal(expression) is { } refusal)
            Check(_tokens[first], refusal, "a rule is written `name := value`, `name if { … }` or `name contains value if { … }`");
        else
            AddExpressionRule(((TermExpr)expression).Term, Locate(first));
    }

    private void AddExpressionRule(Term term, Location location)
    {
        var (head, value, isAssigned) = term is CallTerm { Operator: VarTerm { Name: "assign" or "eq" } function, IsInfix: true } call
            ? (call.Arguments[0], call.Arguments[1], function.Name == "assign") : (term, null, false);
        var (name, arguments) = head is CallTerm signature ? (signature.Operator, signature.Arguments) : (head, null);
        if (name is VarTerm or RefTerm { Head: VarTerm })
        {
            AddRule(new(location, false, new(location, name, arguments, null, value, isAssigned), TrueBody(location), null), false, _rules);
            return;
        }

        var message = name is RefTerm ? $"invalid rule head: {SourceOf(head)}" : $"{name.KindName()} cannot be used for rule name";
        _checks.Add(new("rego_parse_error", $"{message} (hint: a rule is named by a variable, or by a reference that begins with one)", lexed.File, location.Line, location.Column));
    }

    private string? Refusal(Expr expression) => expression switch
    {
        { With.Count: > 0 } => "expressions using with keyword cannot be used for rule head",
        { IsNegated: true } => "negated expressions cannot be used for rule head",
        SomeExpr => "'some' declarations cannot be used for rule head",
        TermExpr { Term: var term } => Refusal(term),
        _ => "expression cannot be used for rule head",
    };

    private string? Refusal(Term term) => term switch
    {
        VarTerm { Name: "input" or "data" } => "refs cannot be used for rule head",
        RefTerm => null,
        CallTerm { IsInfix: true, Operator: VarTerm { Name: "assign" or "eq" } } call => call.Arguments[0] is CallTerm { IsInfix: true } ? "rule name conflicts with built-in function" : null,
        CallTerm { IsInfix: true } => "rule name conflicts with built-in function",
        CallTerm { Arguments.Count: 0 } => "rule argument list must take at least one argument",
        CallTerm call => isBuiltin?.Invoke(NameOf(call.Operator)) == true ? "rule name conflicts with built-in function" : null,
        _ => $"{term.KindName()} cannot be used for rule name",
    };

    private static string NameOf(Term function) => function is RefTerm { Head: VarTerm head } reference
        ? $"{head.Name}.{string.Join(".", reference.Path.Select(part => part is ConstantTerm { Value: StringValue name } ? name.Value : "[]"))}"
        : (function as VarTerm)?.Name ?? "";
}
