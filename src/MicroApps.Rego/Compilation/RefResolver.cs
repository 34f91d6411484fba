namespace MicroApps.Rego;

/// <summary>Replaces the names of rules and imports by full references, except where a local variable has the name.</summary>
internal sealed class RefResolver(IReadOnlyDictionary<string, Term> globals) : TermMapper
{
    private readonly Stack<HashSet<string>> _local = new();

    public HashSet<string> Used { get; } = [];

    public Rule Resolve(Rule rule)
    {
        _local.Push(Parameters(rule.Head.Arguments ?? []));
        _local.Push(Declared(rule.Body));
        var head = rule.Head with
        {
            Name = rule.Head.Name is RefTerm name ? name with { Path = MapAll(name.Path) } : rule.Head.Name,
            Arguments = rule.Head.Arguments is null ? null : MapAll(rule.Head.Arguments),
            Key = rule.Head.Key is null ? null : Map(rule.Head.Key),
            Value = rule.Head.Value is null ? null : Map(rule.Head.Value),
        };
        var body = MapExprs(rule.Body);
        _local.Pop();
        var otherwise = rule.Else is null ? null : Resolve(rule.Else);
        _local.Pop();
        return rule with { Head = head, Body = body, Else = otherwise };
    }

    public override IReadOnlyList<Expr> MapBody(IReadOnlyList<Expr> body)
    {
        _local.Push(Declared(body));
        var mapped = MapExprs(body);
        _local.Pop();
        return mapped;
    }

    public override Term Map(Term term) => term switch
    {
        VarTerm variable => Global(variable) is { } global ? Move(global, variable.Location) : variable,
        _ => base.Map(term),
    };

    public override Expr MapExpr(Expr expr)
    {
        if (expr is not EveryExpr every)
            return base.MapExpr(expr);
        var domain = Map(every.Domain);
        var with = MapWith(every.With);
        HashSet<string> names = [];
        foreach (var term in new[] { every.Key, every.Value })
            if (term is VarTerm variable)
                names.Add(variable.Name);
        _local.Push(names);
        var mapped = every with { Domain = domain, Body = MapBody(every.Body), With = with };
        _local.Pop();
        return mapped;
    }

    protected override Term MapRef(RefTerm reference)
    {
        var path = MapAll(reference.Path);
        return reference.Head is VarTerm head
            ? Global(head) is { } global ? Operators.Extend(Move(global, reference.Location), path) : reference with { Path = path }
            : reference with { Head = Map(reference.Head), Path = path };
    }

    protected override Term MapComprehension(ComprehensionTerm term)
    {
        _local.Push(Declared(term.Body));
        var mapped = term with { Key = term.Key is null ? null : Map(term.Key), Value = Map(term.Value), Body = MapExprs(term.Body) };
        _local.Pop();
        return mapped;
    }

    private List<Expr> MapExprs(IReadOnlyList<Expr> body) => [.. body.Select(MapExpr)];

    private Term? Global(VarTerm variable)
    {
        if (!globals.TryGetValue(variable.Name, out var global) || _local.Any(names => names.Contains(variable.Name)))
            return null;
        Used.Add(variable.Name);
        return global;
    }

    private static Term Move(Term term, Location location) => term switch
    {
        RefTerm reference => reference with { Location = location, Head = Move(reference.Head, location) },
        VarTerm variable => variable with { Location = location },
        _ => term,
    };

    private static HashSet<string> Parameters(IReadOnlyList<Term> arguments)
    {
        HashSet<string> names = [];
        foreach (var argument in arguments)
            names.UnionWith(Patterns.Vars(argument));
        return names;
    }

    private static HashSet<string> Declared(IReadOnlyList<Expr> body)
    {
        HashSet<string> names = [];
        foreach (var expr in body)
        {
            if (expr is TermExpr { Term: CallTerm { Arguments.Count: 2 } call } && Operators.Is(call, Operators.Assign))
                names.UnionWith(VarCollector.Of(call.Arguments[0]));
            else if (expr is SomeExpr some)
                foreach (var symbol in some.Symbols)
                    names.UnionWith(symbol is CallTerm member ? member.Arguments.Take(member.Arguments.Count - 1).SelectMany(a => VarCollector.Of(a)) : VarCollector.Of(symbol));
        }

        return names;
    }
}
