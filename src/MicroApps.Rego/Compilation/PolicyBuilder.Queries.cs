namespace MicroApps.Rego;

/// <summary>Compiles queries.</summary>
internal sealed partial class PolicyBuilder
{
    /// <summary>Compiles a query against the modules; null when it is refused.</summary>
    public QueryPlan? BuildQuery(IReadOnlyList<Expr> body)
    {
        var scopes = new LocalScopes(_names);
        var locals = new LocalRewriter(_names, (at, text) => Log.Add(ErrorLog.Compile, at, text), strict: false);
        IReadOnlyList<Expr> query = new TemplateRewriter(_names).MapBody(body);
        query = locals.RewriteQuery(new RefResolver(new Dictionary<string, Term>()).MapBody(query), scopes);
        Func<IReadOnlyList<Expr>, IReadOnlyList<Expr>>[] stages =
        [
            q => Checked(q, new VoidCheck(Log)),
            q => new PrintRewriter(new OutputVars(ArityOf), _names, Log).MapBody(q),
            q => Checked(q, MakeWithCheck()),
            q => Checked(q, MakeCallCheck()),
            q => new ExprExpander(_names, n => _context.Function(n) is not null).Body(q),
            q => new BodyOrder(new OutputVars(ArityOf), _names, (at, text) => Log.Add(ErrorLog.Unsafe, at, text)).Order(q, Roots()),
            CheckTypes,
            q => new DynamicTerms(_names).Rewrite(EqualRewriter.Instance.MapBody(q)),
        ];
        foreach (var stage in stages)
        {
            if (Log.HasErrors)
                return null;
            query = stage(query);
        }

        QueryPlan? plan = null;
        if (!Log.HasErrors)
            Guard(body[0].Location, () => plan = PlanQuery(query));
        return plan;
    }

    // In queries, == compares any types, as in OPA.
    private IReadOnlyList<Expr> CheckTypes(IReadOnlyList<Expr> query)
    {
        _types!.Check(new DynamicTerms(_names).Rewrite(query));
        return query;
    }

    private QueryPlan PlanQuery(IReadOnlyList<Expr> query)
    {
        var planner = new Planner(_context);
        var entry = planner.PlanQuery(query);
        List<string> names = [];
        List<int> slots = [];
        foreach (var variable in VarCollector.Of(query, VarScope.SkipClosures))
            if (planner.SlotOf(variable) is { } slot && _names.Original(variable) is { } name && !Operators.IsRoot(name))
            {
                names.Add(name);
                slots.Add(slot);
            }

        return new(new() { Entry = entry, Slots = planner.Slots }, [.. names], [.. slots]);
    }

    private static IReadOnlyList<Expr> Checked(IReadOnlyList<Expr> query, TermVisitor check)
    {
        check.Visit(query);
        return query;
    }
}

/// <summary>A query, ready to run.</summary>
/// <param name="Body">Its body, as of a rule.</param>
/// <param name="Names">The variables that its solutions bind.</param>
/// <param name="Slots">Where their values are.</param>
internal sealed record QueryPlan(RulePlan Body, string[] Names, int[] Slots);
