namespace MicroApps.Rego;

/// <summary>Finds what has to equal a constant for a rule to match: <c>input.kind == "Pod"</c> in its body, a constant among the arguments of a function.</summary>
internal static class RuleGuards
{
    public static IEnumerable<Guard> Of(Rule rule, IReadOnlyList<Term>? arguments)
    {
        for (var i = 0; i < arguments?.Count; i++)
            if (arguments[i] is ConstantTerm constant)
                yield return new(i, [], constant.Value);
        foreach (var expr in rule.Body)
            if (expr is TermExpr { IsNegated: false, With.Count: 0, Term: CallTerm { Arguments.Count: 2 } call } && Operators.Name(call.Operator) == Operators.Unify
                && (Compared(call.Arguments[0], call.Arguments[1]) ?? Compared(call.Arguments[1], call.Arguments[0])) is { } guard)
                yield return guard;
    }

    private static Guard? Compared(Term left, Term right) =>
        left is RefTerm { Head: VarTerm { Name: Operators.Input } } reference && right is ConstantTerm constant && reference.Path.All(p => p is ConstantTerm)
            ? new(-1, [.. reference.Path.Select(p => ((ConstantTerm)p).Value)], constant.Value)
            : null;
}
