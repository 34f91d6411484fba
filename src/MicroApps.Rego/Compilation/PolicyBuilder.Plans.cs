namespace MicroApps.Rego;

/// <summary>Makes plans of rules.</summary>
internal sealed partial class PolicyBuilder
{
    // Safety is checked before; whatever goes wrong here is a mistake of the compiler. CA1031: it must not reach a host as anything but an error of its own kind.
#pragma warning disable CA1031
    private void Guard(Location at, Action plan)
    {
        try
        {
            BeforePlan?.Invoke();
            plan();
        }
        catch (Exception e) when (e is not (InsufficientExecutionStackException or OutOfMemoryException))
        {
            Log.Add(ErrorLog.Internal, at, $"this compiler fails here, by a mistake in it and none in the source: {e.GetType().Name}: {e.Message} (hint: report it with the source)");
        }
    }
#pragma warning restore CA1031

    private void Plan(PlacedRule placed)
    {
        var plan = Chain(placed.Rule, placed.Path, placed.Node);
        if (placed.Rule.IsDefault)
            placed.Node.Default = plan;
        else
            placed.Node.Plans.Add(plan);
        plan.ForKey = ForKey(placed);
        // What a rule with variables in its name covers, it makes together with the rules below it.
        var path = new List<Eval>(plan.Path);
        for (var node = placed.Node; node.Parent is not null && placed.Rule.Head.Arguments is null; node = node.Parent)
        {
            path.Insert(0, new ConstantEval(node.Key!));
            if (node.Parent.Kind != RuleKind.Partial)
                continue;
            var whole = Chain(placed.Rule, placed.Path, placed.Node);
            whole.Path = [.. path];
            node.Parent.Plans.Add(whole);
        }
    }

    // A set or an object is often asked for one key: bound from the beginning, it saves the search for it.
    private RulePlan? ForKey(PlacedRule placed)
    {
        var key = placed.Path.Count > 0 ? placed.Path[0] : placed.Node.Kind == RuleKind.Set ? placed.Rule.Head.Key : null;
        return Probes is null && key is VarTerm variable && !Operators.IsRoot(variable.Name)
            ? new Planner(_context).PlanRule(placed.Rule, placed.Path, placed.Rule.Head.Key is not null, [key])
            : null;
    }

    private RulePlan Chain(Rule rule, IReadOnlyList<Term> path, RuleNode node)
    {
        var plan = new Planner(_context) { Node = node }.PlanRule(rule, path, rule.Head.Key is not null, rule.Head.Arguments);
        if (rule.Else is not null)
            plan.Else = Chain(rule.Else, path, node);
        return plan;
    }
}
