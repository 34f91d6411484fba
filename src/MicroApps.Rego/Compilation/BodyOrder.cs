namespace MicroApps.Rego;

/// <summary>Orders the expressions of bodies so that each finds the variables bound that it needs; what cannot be ordered is unsafe.</summary>
internal sealed class BodyOrder(OutputVars outputs, NameSource names, Action<Location, string> reportUnsafe)
{
    private static readonly Term s_nothing = new ConstantTerm(new("", 0, 0, 0, 0), RegoValue.Null);

    private readonly OutputVars _outputs = outputs;
    private readonly NameSource _names = names;
    private readonly Action<Location, string> _report = reportUnsafe;

    /// <summary>Orders a body and, in it, the bodies of comprehensions and of <c>every</c>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="globals">What is bound before the body: arguments, roots of documents, outer variables.</param>
    public List<Expr> Order(IReadOnlyList<Expr> body, HashSet<string> globals) => Order(body, globals, out _);

    private List<Expr> Order(IReadOnlyList<Expr> body, HashSet<string> globals, out bool isOrdered)
    {
        var ordered = Sort(body, globals, out var missing);
        isOrdered = missing.Count == 0;
        if (missing.Count > 0)
        {
            Report(missing);
            return [.. body];
        }

        HashSet<string> safe = [.. globals];
        for (var i = 0; i < ordered.Count; i++)
        {
            var closures = new Closures(this, safe);
            ordered[i] = closures.MapExpr(ordered[i]);
            safe.UnionWith(_outputs.Of(ordered[i], safe));
        }

        return ordered;
    }

    private List<Expr> Sort(IReadOnlyList<Expr> body, HashSet<string> globals, out List<(Expr Expr, HashSet<string> Vars)> missing)
    {
        HashSet<string> bodyVars = [.. body.SelectMany(Needed)];
        HashSet<string> safe = [];
        var needs = new HashSet<string>[body.Count];
        for (var i = 0; i < body.Count; i++)
        {
            needs[i] = [];
            foreach (var name in Needed(body[i]))
                (globals.Contains(name) ? safe : needs[i]).Add(name);
        }

        List<Expr> ordered = [];
        var done = new bool[body.Count];
        for (var before = -1; before != ordered.Count;)
        {
            before = ordered.Count;
            for (var i = 0; i < body.Count; i++)
            {
                if (done[i])
                    continue;
                var output = _outputs.Of(body[i], Union(safe, globals));
                // A closure that looks at variables of this body waits until they are bound, and for nothing else: OPA forgets the rest.
                var captured = InClosures(body[i]);
                captured.IntersectWith(bodyVars);
                captured.ExceptWith(globals);
                if (captured.Count > 0)
                {
                    if (captured.SetEquals(output))
                        continue;
                    needs[i] = captured;
                }

                needs[i].RemoveWhere(v => output.Contains(v) || safe.Contains(v));
                if (needs[i].Count > 0)
                    continue;
                done[i] = true;
                ordered.Add(body[i]);
                safe.UnionWith(output);
            }
        }

        missing = [.. body.Select((e, i) => (e, needs[i])).Where((_, i) => !done[i])];
        return ordered;
    }

    // Functions that "with" names, and those it names in their place, are no variables.
    private HashSet<string> Needed(Expr expr) =>
        VarCollector.Of(expr with { With = [.. expr.With.Select(w => !IsFunction(w.Target) ? w : w with { Target = IsFunction(w.Value) ? s_nothing : w.Value, Value = IsFunction(w.Value) ? s_nothing : w.Value })] }, VarScope.Safety);

    private bool IsFunction(Term term) => term is VarTerm variable && _outputs.IsFunction(variable.Name);

    private static HashSet<string> Union(HashSet<string> left, HashSet<string> right)
    {
        HashSet<string> union = [.. left];
        union.UnionWith(right);
        return union;
    }

    /// <summary>The variables in bodies of comprehensions and of <c>every</c> in an expression.</summary>
    public static HashSet<string> InClosures(Expr expr)
    {
        HashSet<string> found = [];
        new ClosureVars(found).MapExpr(expr);
        return found;
    }

    // A variable is told once, at the first expression that needs it; expressions that lack only what was made for them are told whole.
    private void Report(List<(Expr Expr, HashSet<string> Vars)> missing)
    {
        missing = [.. missing.OrderBy(m => m.Expr.Location.Line).ThenBy(m => m.Expr.Location.Column)];
        HashSet<string> told = [];
        foreach (var (expr, vars) in missing)
            foreach (var name in vars.OrderBy(v => v, StringComparer.Ordinal))
                if (_names.Spelled(name) is { } spelled && told.Add(name))
                    _report(expr.Location, $"var {spelled} is unsafe");
        if (told.Count > 0)
            return;
        foreach (var (expr, vars) in missing)
        {
            if (!told.IsSupersetOf(vars))
                _report(expr.Location, "expression is unsafe");
            told.UnionWith(vars);
        }
    }

    /// <summary>Collects the variables in bodies of closures.</summary>
    private sealed class ClosureVars(HashSet<string> found) : TermMapper
    {
        public override Expr MapExpr(Expr expr)
        {
            if (expr is EveryExpr every)
                found.UnionWith(VarCollector.Of(every.Body));
            return base.MapExpr(expr);
        }

        protected override Term MapComprehension(ComprehensionTerm term)
        {
            found.UnionWith(VarCollector.Of(term));
            return term;
        }
    }

    /// <summary>Orders what is inside of an expression.</summary>
    private sealed class Closures(BodyOrder owner, HashSet<string> safe) : TermMapper
    {
        public override Expr MapExpr(Expr expr)
        {
            if (expr is not EveryExpr every)
                return base.MapExpr(expr);
            HashSet<string> inside = [.. safe, .. VarCollector.Of(every.Value)];
            if (every.Key is not null)
                inside.UnionWith(VarCollector.Of(every.Key));
            return every with { Domain = Map(every.Domain), With = MapWith(every.With), Body = owner.Order(every.Body, inside) };
        }

        protected override Term MapComprehension(ComprehensionTerm term)
        {
            var body = owner.Order(term.Body, safe, out var isOrdered);
            if (!isOrdered)
                return term;
            var bound = owner._outputs.Of(body, safe);
            foreach (var part in new[] { term.Key, term.Value })
            {
                if (part is null)
                    continue;
                var collector = new VarCollector(VarScope.Safety);
                collector.Add(part);
                foreach (var name in collector.Found.Keys)
                    if (!safe.Contains(name) && !bound.Contains(name) && !VarCollector.Of(body, VarScope.Safety).Contains(name))
                        owner._report(collector.Found[name], $"var {owner._names.Spelled(name) ?? name} is unsafe");
            }

            return term with { Body = body };
        }
    }
}
