namespace MicroApps.Rego;

/// <summary>Which variables an expression binds when it runs, given those that are bound before it.</summary>
/// <param name="arity">How many arguments a function has, without its result; negative for what is no function.</param>
internal sealed class OutputVars(Func<string, int> arity)
{
    /// <summary>Whether a name is that of a function, which <c>with</c> may name.</summary>
    public bool IsFunction(string name) => arity(name) >= 0;

    public HashSet<string> Of(IEnumerable<Expr> body, HashSet<string> safe)
    {
        HashSet<string> output = [.. safe];
        foreach (var expr in body)
            output.UnionWith(Of(expr, output));
        output.ExceptWith(safe);
        return output;
    }

    public HashSet<string> Of(Expr expr, HashSet<string> safe)
    {
        if (expr.IsNegated || !expr.With.All(w => IsKnown(w.Value, safe) && IsKnown(w.Target, safe)))
            return [];
        switch (expr)
        {
            case EveryExpr every:
                return OfRefs([every.Domain], safe);
            case TermExpr { Term: CallTerm call }:
                return Operators.Name(call.Operator) is not { } name ? [] : name == Operators.Unify && call.Arguments.Count == 2 ? OfUnification(call, safe) : OfCall(call, name, safe);
            case TermExpr term:
                return OfRefs([term.Term], safe);
            default:
                return [];
        }
    }

    private bool IsKnown(Term term, HashSet<string> safe) =>
        (Operators.Name(term) is { } name && IsFunction(name)) || VarCollector.Of(term, VarScope.Safety).All(v => safe.Contains(v) || Operators.IsRoot(v));

    private static HashSet<string> OfUnification(CallTerm call, HashSet<string> safe)
    {
        var output = OfRefs(call.Arguments, safe);
        output.UnionWith(safe);
        output.UnionWith(Unifier.Bound(output, call.Arguments[0], call.Arguments[1]));
        output.ExceptWith(safe);
        return output;
    }

    private HashSet<string> OfCall(CallTerm call, string name, HashSet<string> safe)
    {
        var inputs = arity(name);
        if (inputs < 0)
            return [];
        var output = OfRefs(call.Arguments, safe);
        if (inputs >= call.Arguments.Count)
            return output;
        HashSet<string> reachable = [.. output];
        const VarScope bindable = VarScope.SkipClosures | VarScope.SkipSets | VarScope.SkipObjectKeys | VarScope.SkipRefHead | VarScope.SkipCallOperator;
        if (call.Arguments.Take(inputs).SelectMany(a => VarCollector.Of(a, bindable)).Any(v => !output.Contains(v) && !safe.Contains(v)))
            return [];
        foreach (var result in call.Arguments.Skip(inputs))
            output.UnionWith(VarCollector.Of(result, bindable).Where(v => !safe.Contains(v)));
        // OPA overlooks members of sets and keys above, and does not survive `sort({x, 1}, x)`.
        output.ExceptWith(call.Arguments.Take(inputs).SelectMany(a => VarCollector.Of(a, VarScope.Safety | VarScope.SkipRefs)).Where(v => !reachable.Contains(v)));
        return output;
    }

    /// <summary>The variables in the paths of references whose heads are bound.</summary>
    private static HashSet<string> OfRefs(IEnumerable<Term> terms, HashSet<string> safe)
    {
        HashSet<string> output = [];
        foreach (var term in terms)
            Collect(term, safe, output);
        return output;
    }

    private static void Collect(Term term, HashSet<string> safe, HashSet<string> output)
    {
        switch (term)
        {
            case RefTerm reference:
                if (reference.Head is VarTerm head ? !safe.Contains(head.Name) : !VarCollector.Of(reference.Head, reference.Head is CallTerm ? VarScope.Safety : VarScope.All).All(safe.Contains))
                    break;
                foreach (var part in reference.Path)
                {
                    // Keys of objects and members of sets in a path are looked up, not bound.
                    output.UnionWith(VarCollector.Of(part, VarScope.SkipClosures | VarScope.SkipRefHead | VarScope.SkipObjectKeys | VarScope.SkipSets | VarScope.SkipCallOperator).Where(v => !safe.Contains(v)));
                    Collect(part, safe, output);
                }

                break;
            case ArrayTerm array:
                foreach (var item in array.Items)
                    Collect(item, safe, output);
                break;
            case SetTerm set:
                foreach (var item in set.Items)
                    Collect(item, safe, output);
                break;
            case ObjectTerm obj:
                foreach (var (key, value) in obj.Items)
                {
                    Collect(key, safe, output);
                    Collect(value, safe, output);
                }

                break;
            case CallTerm call:
                foreach (var argument in call.Arguments)
                    Collect(argument, safe, output);
                break;
        }
    }
}
