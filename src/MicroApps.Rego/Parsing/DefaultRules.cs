namespace MicroApps.Rego;

/// <summary>What OPA's parser asks of a <c>default</c> rule.</summary>
internal static class DefaultRules
{
    /// <summary>Why a head cannot be that of a default; null when it can.</summary>
    public static string? Refusal(RuleHead head)
    {
        // As OPA has it: `default p` is true, but `default p.q` is nothing.
        if (head.Key is not null || (head is { Value: null, Arguments: null, Name: RefTerm { Path.Count: 1 } }))
            return "illegal default rule (must have a value)";
        if (head.Value is not null && Variable(head.Value) is { } found)
            return $"illegal default rule (value cannot contain {found})";
        return head.Arguments is null ? null : RefusalOf(head.Arguments);
    }

    private static string? RefusalOf(IReadOnlyList<Term> arguments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument is not VarTerm { Name: not ("input" or "data") } variable)
                return $"illegal default rule (arguments cannot contain {argument.KindName()})";
            if (!names.Add(variable.Name))
                return $"illegal default rule (arguments cannot be repeated {variable.Name})";
        }

        return null;
    }

    // Comprehensions are values of their own.
    private static string? Variable(Term term) => term switch
    {
        VarTerm or RefTerm or CallTerm => term.KindName(),
        ArrayTerm array => First(array.Items),
        SetTerm set => First(set.Items),
        ObjectTerm obj => First(obj.Items.Select(item => Variable(item.Key) is null ? item.Value : item.Key)),
        TemplateTerm template => First(template.Parts.Select(part => part.Expr).OfType<TermExpr>().Select(expr => expr.Term)),
        _ => null,
    };

    private static string? First(IEnumerable<Term> terms) => terms.Select(Variable).FirstOrDefault(found => found is not null);
}
