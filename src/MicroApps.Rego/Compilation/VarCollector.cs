namespace MicroApps.Rego;

/// <summary>What <see cref="VarCollector"/> leaves out.</summary>
[Flags]
internal enum VarScope
{
    All = 0,
    SkipClosures = 1,
    SkipRefHead = 2,
    SkipObjectKeys = 4,
    SkipCallOperator = 8,
    SkipSets = 16,
    SkipRefs = 32,

    /// <summary>What has to be safe in an expression of a body.</summary>
    Safety = SkipClosures | SkipCallOperator,
}

/// <summary>Collects the names of variables.</summary>
internal sealed class VarCollector(VarScope scope = VarScope.All)
{
    public Dictionary<string, Location> Found { get; } = [];

    public static HashSet<string> Of(Term term, VarScope scope = VarScope.All)
    {
        var collector = new VarCollector(scope);
        collector.Add(term);
        return [.. collector.Found.Keys];
    }

    public static HashSet<string> Of(Expr expr, VarScope scope = VarScope.All)
    {
        var collector = new VarCollector(scope);
        collector.Add(expr);
        return [.. collector.Found.Keys];
    }

    public static HashSet<string> Of(IEnumerable<Expr> body, VarScope scope = VarScope.All)
    {
        var collector = new VarCollector(scope);
        collector.Add(body);
        return [.. collector.Found.Keys];
    }

    public void Add(IEnumerable<Expr> body)
    {
        foreach (var expr in body)
            Add(expr);
    }

    public void Add(Expr expr)
    {
        switch (expr)
        {
            case TermExpr term:
                Add(term.Term);
                break;
            case SomeExpr some:
                AddAll(some.Symbols);
                break;
            case EveryExpr every:
                Add(every.Domain);
                if (scope.HasFlag(VarScope.SkipClosures))
                    break;
                Add(every.Key);
                Add(every.Value);
                Add(every.Body);
                break;
        }

        foreach (var with in expr.With)
        {
            Add(with.Target);
            Add(with.Value);
        }
    }

    public void AddAll(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
            Add(term);
    }

    public void Add(Term? term)
    {
        switch (term)
        {
            case VarTerm variable:
                if (!Found.ContainsKey(variable.Name))
                    Found[variable.Name] = variable.Location;
                break;
            case RefTerm reference when !scope.HasFlag(VarScope.SkipRefs):
                if (!scope.HasFlag(VarScope.SkipRefHead) || reference.Head is not VarTerm)
                    Add(reference.Head);
                AddAll(reference.Path);
                break;
            case ArrayTerm array:
                AddAll(array.Items);
                break;
            case SetTerm set when !scope.HasFlag(VarScope.SkipSets):
                AddAll(set.Items);
                break;
            case ObjectTerm obj:
                foreach (var (key, value) in obj.Items)
                {
                    if (!scope.HasFlag(VarScope.SkipObjectKeys))
                        Add(key);
                    Add(value);
                }

                break;
            case CallTerm call:
                if (!scope.HasFlag(VarScope.SkipCallOperator))
                    Add(call.Operator);
                AddAll(call.Arguments);
                break;
            case ComprehensionTerm comprehension when !scope.HasFlag(VarScope.SkipClosures):
                Add(comprehension.Key);
                Add(comprehension.Value);
                Add(comprehension.Body);
                break;
            case TemplateTerm template:
                foreach (var part in template.Parts)
                    if (part.Expr is { } expr)
                        Add(expr);
                break;
        }
    }
}
