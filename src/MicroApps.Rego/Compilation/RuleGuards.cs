namespace MicroApps.Rego;

/// <summary>
/// Finds what has to equal a constant for a rule to match: <c>input.kind == "Pod"</c> or <c>input.path = ["pets", id]</c> in its body, a constant among
/// the arguments of a function, or an argument that its body compares.
/// </summary>
internal static class RuleGuards
{
    public static IEnumerable<Guard> Of(Rule rule, IReadOnlyList<Term>? arguments)
    {
        for (var i = 0; i < arguments?.Count; i++)
            foreach (var guard in Equal(i, [], arguments[i]))
                yield return guard;
        foreach (var expr in rule.Body)
            if (expr is TermExpr { IsNegated: false, With.Count: 0, Term: CallTerm { Arguments.Count: 2 } call } && Operators.Name(call.Operator) == Operators.Unify)
                foreach (var guard in Compared(call.Arguments[0], call.Arguments[1], arguments).Concat(Compared(call.Arguments[1], call.Arguments[0], arguments)))
                    yield return guard;
    }

    private static IEnumerable<Guard> Compared(Term left, Term right, IReadOnlyList<Term>? arguments)
    {
        var (head, path) = left is RefTerm reference ? (reference.Head as VarTerm, reference.Path) : (left as VarTerm, []);
        if (head is null || !path.All(p => p is ConstantTerm))
            return [];
        var argument = head.Name == Operators.Input ? -1 : IndexOf(arguments, head.Name);
        return argument == -2 ? [] : Equal(argument, [.. path.Select(p => ((ConstantTerm)p).Value)], right);
    }

    private static IEnumerable<Guard> Equal(int argument, RegoValue[] path, Term term) => term switch
    {
        ConstantTerm constant => [new(argument, path, constant.Value)],
        ArrayTerm array => array.Items.SelectMany((item, i) => Equal(argument, [.. path, NumberValue.Of(i)], item)),
        _ => [],
    };

    // -2 for none.
    private static int IndexOf(IReadOnlyList<Term>? arguments, string name)
    {
        for (var i = 0; i < arguments?.Count; i++)
            if (arguments[i] is VarTerm variable && variable.Name == name)
                return i;
        return -2;
    }
}
