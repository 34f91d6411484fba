namespace MicroApps.Rego;

/// <summary>
/// Warns of <c>not f(input.x)</c> in rules that deny: arguments are evaluated before <c>not</c>, so that the whole expression is undefined, and nothing denied, when <c>input.x</c> is missing.
/// </summary>
internal sealed class NegationLint(Module module, List<RegoError> warnings) : TermVisitor
{
    public const string Code = "rego_lint_warning";

    private static readonly string[] Denying = ["deny", "violation", "block", "reject", "refuse"];
    private static readonly string[] Whole = [Operators.Unify, Operators.Equal, Operators.Assign];

    public void Check()
    {
        foreach (var rule in module.Rules)
            Check(rule);
    }

    private void Check(Rule rule)
    {
        var name = rule.Head.Name as VarTerm ?? (rule.Head.Name as RefTerm)?.Head as VarTerm;
        if (name is null || !Denying.Any(d => name.Name.StartsWith(d, StringComparison.OrdinalIgnoreCase)))
            return;
        for (var part = rule; part is not null; part = part.Else)
            Visit(part.Body);
    }

    public override void Visit(Expr expr)
    {
        if (expr is TermExpr { IsNegated: true, Term: CallTerm call } && Operators.Name(call.Operator) is { } name && !Whole.Contains(name) && call.Arguments.Select(InputOf).FirstOrDefault(i => i is not null) is { } input)
            warnings.Add(new(
                Code,
                $"when {TextOf(input)} is missing, this `not` is undefined and the rule does not apply (hint: say what shall be then: `not {TextOf(input)}` in a rule of its own, or `object.get(input, …, default)`)",
                expr.Location.File,
                expr.Location.Line,
                expr.Location.Column));
        base.Visit(expr);
    }

    private string TextOf(Term term) => module.Source.Substring(term.Location.Start, term.Location.Length);

    private static Term? InputOf(Term term) => term switch
    {
        RefTerm { Head: VarTerm { Name: Operators.Input } } => term,
        CallTerm call => call.Arguments.Select(InputOf).FirstOrDefault(i => i is not null),
        ArrayTerm array => array.Items.Select(InputOf).FirstOrDefault(i => i is not null),
        _ => null,
    };
}
