namespace MicroApps.Rego;

/// <content>Comprehensions in loops, as in <c>some k; n := count([x | some x in input.xs; x.key == k])</c>: run once for all values of <c>k</c>.</content>
internal sealed partial class Planner
{
    private bool _isGrouping;

    /// <summary>A comprehension that finds the variables it takes from outside by itself; null when it does not.</summary>
    private ComprehensionGroups? Groups(ComprehensionTerm term)
    {
        if (_isGrouping || context.Probes is not null)
            return null;
        var outside = VarCollector.Of(term).Where(v => !Operators.IsRoot(v) && _bound.Contains(v)).ToList();
        if (outside.Count == 0 || !Finds(term.Body, outside))
            return null;
        var (bound, places) = (_bound, outside.ConvertAll(v => _slots[v]));
        _bound = [.. bound.Except(outside)];
        outside.ForEach(v => _slots.Remove(v));
        _isGrouping = true;
        List<Step> steps = [];
        Body(term.Body, steps);
        var groups = new ComprehensionGroups(
            [.. places.Select(p => new SlotEval(p))], [.. outside.Select(v => EvalOf(new VarTerm(term.Location, v)))], Link(steps, new GroupStep()),
            new(term.Kind, term.Key is null ? null : EvalOf(term.Key), EvalOf(term.Value), term.Location));
        _isGrouping = false;
        _bound = bound;
        for (var i = 0; i < places.Count; i++)
            _slots[outside[i]] = places[i];
        return groups;
    }

    // Whether a body, in its order, binds these variables before it needs them.
    private bool Finds(IReadOnlyList<Expr> body, List<string> wanted)
    {
        var outputs = new OutputVars(context.ArityOf);
        HashSet<string> safe = [Operators.Input, Operators.Data, .. _bound.Except(wanted)];
        foreach (var expr in body)
        {
            var output = outputs.Of(expr, safe);
            if (VarCollector.Of(expr).Any(v => wanted.Contains(v) && !safe.Contains(v) && !output.Contains(v)) || BodyOrder.InClosures(expr).Overlaps(wanted.Where(v => !safe.Contains(v))))
                return false;
            safe.UnionWith(output);
        }

        return safe.IsSupersetOf(wanted);
    }
}
