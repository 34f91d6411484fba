namespace MicroApps.Rego;

/// <content>What is added to plans that are watched.</content>
internal sealed partial class Planner
{
    private IReadOnlyList<IndexCondition> _conditions = [];
    private IReadOnlyList<Term>? _case;
    private Probe? _head;

    /// <summary>The place in the tree of rules of what is planned, for plans that are watched.</summary>
    public RuleNode? Node { get; init; }

    private void WatchRule(Rule rule, List<Step> steps)
    {
        if (context.Probes is not { } probes || Node is null)
            return;
        _case = rule.Head.Name is RefTerm { Head: VarTerm { Name: var name }, Path: var names } && name.StartsWith(TestRule.Prefix, StringComparison.Ordinal) ? names : null;
        _head = probes.Begin(rule.Head.Location, Node.Name, isRule: true);
        // A case is told also when a condition does not hold.
        _conditions = _case is null ? [.. ConditionsOf(rule)] : [];
        steps.Add(new EnterStep(probes, _head));
        if (_conditions.Count > 0)
            steps.Add(new IndexStep(probes, _conditions));
        WatchCase(steps);
    }

    private void WatchQuery(IReadOnlyList<Expr> body, List<Step> steps)
    {
        if (context.Probes is not { } probes || body.Count == 0)
            return;
        _head = probes.Begin(body[0].Location, "", isRule: false);
        steps.Add(new EnterStep(probes, _head));
    }

    private void WatchHead(List<Step> steps) => context.Probes?.WatchHead(_head!, steps);

    private void WatchCase(List<Step> steps)
    {
        if (_case is null || context.Probes is not { IsInner: false } probes || !_case.All(IsGround))
            return;
        steps.Add(new CaseStep(probes, _head!.Location, [.. _case.Select(EvalOf)]));
        _case = null;
    }

    // What OPA's index takes in: documents and arguments that are compared with constants, variables, and arrays of these. A rule that prints is not indexed.
    private IEnumerable<IndexCondition> ConditionsOf(Rule rule)
    {
        if (rule.Body.Any(e => e is TermExpr { Term: CallTerm call } && Operators.Name(call.Operator) == Operators.Print))
            yield break;
        foreach (var expr in rule.Body)
        {
            if (expr is not TermExpr { IsNegated: false, With.Count: 0, Term: CallTerm { Arguments: [var left, var right] } call } || Operators.Name(call.Operator) != Operators.Unify)
                continue;
            if (IsIndexed(left, rule) && IsWanted(right))
                yield return new(expr, EvalOf(left), right);
            else if (IsIndexed(right, rule) && IsWanted(left))
                yield return new(expr, EvalOf(right), left);
        }
    }

    private bool IsIndexed(Term term, Rule rule) => term switch
    {
        VarTerm variable when !Operators.IsRoot(variable.Name) => rule.Head.Arguments?.Any(a => a is VarTerm argument && argument.Name == variable.Name) ?? false,
        _ => IsIndexedDocument(term),
    };

    private bool IsIndexedDocument(Term term) => term switch
    {
        VarTerm { Name: Operators.Input } => true,
        RefTerm { Head: VarTerm { Name: Operators.Input } } reference => reference.Path.All(p => p is ConstantTerm),
        RefTerm { Head: VarTerm { Name: Operators.Data } } reference => reference.Path.All(p => p is ConstantTerm) && !context.IsVirtual(reference.Path),
        _ => false,
    };

    private static bool IsWanted(Term term) => term is ConstantTerm or VarTerm || (term is ArrayTerm array && array.Items.All(i => i is ConstantTerm or VarTerm));
}
