namespace MicroApps.Rego;

/// <summary>Gives every declared variable (arguments, <c>some</c>, <c>every</c>, <c>:=</c>) a name of its own, so that none hides another, and turns <c>:=</c> into unification.</summary>
internal sealed partial class LocalRewriter(NameSource names, Action<Location, string> report, bool strict)
{
    // How many errors the rule has so far: behind one, unused variables are not told.
    private int _errors;

    public Rule Rewrite(Rule rule)
    {
        HashSet<string> used = [];
        var rewritten = Rewrite(rule, used);
        if (strict)
            foreach (var name in ArgumentsOf(rule).Where(v => v[0] != '$' && !Operators.IsRoot(v) && !used.Contains(v)))
                report(rule.Head.Location, $"unused argument {name}. (hint: use _ (wildcard variable) instead)");
        return rewritten;
    }

    private Rule Rewrite(Rule rule, HashSet<string> usedArguments)
    {
        _errors = 0;
        var scopes = new LocalScopes(names);
        var arguments = rule.Head.Arguments?.Select(a => Pattern(a, scopes, LocalKind.Argument, rule.Head.Location)).ToList();
        // Comprehensions in the head have scopes of their own and know the arguments only.
        var head = MapHead(rule.Head with { Arguments = arguments }, t => new ClosuresOnly(this, scopes).Map(t));
        var body = Body(rule.Body, scopes);
        var locals = new HeadNames(scopes);
        head = MapHead(head, locals.Map);
        usedArguments.UnionWith(ArgumentsOf(rule).Where(v => scopes.Find(v) is { } given && scopes.Used.Contains(given)));
        Leave(scopes);
        var otherwise = rule.Else is null ? null : Rewrite(rule.Else with { Head = rule.Else.Head with { Arguments = rule.Head.Arguments } }, usedArguments);
        return rule with { Head = head, Body = body, Else = otherwise };
    }

    public IReadOnlyList<Expr> RewriteQuery(IReadOnlyList<Expr> body, LocalScopes scopes) => Body(body, scopes);

    private static IEnumerable<string> ArgumentsOf(Rule rule) => (rule.Head.Arguments ?? []).SelectMany(a => VarCollector.Of(a, VarScope.Safety)).Distinct();

    private static RuleHead MapHead(RuleHead head, Func<Term, Term> map) => head with
    {
        Name = head.Name is RefTerm name ? name with { Path = [.. name.Path.Select(map)] } : head.Name,
        Key = head.Key is null ? null : map(head.Key),
        Value = head.Value is null ? null : map(head.Value),
    };

    private List<Expr> Body(IReadOnlyList<Expr> body, LocalScopes scopes)
    {
        List<Expr> rewritten = [];
        foreach (var expr in body)
            if (Statement(expr, scopes) is { } statement)
                rewritten.Add(statement);
        if (rewritten.Count == 0)
            rewritten.Add(new TermExpr(body[0].Location, new ConstantTerm(body[0].Location, RegoValue.True), false, []));
        return rewritten;
    }

    private void Report(Location location, string text)
    {
        _errors++;
        report(location, text);
    }

    private void Leave(LocalScopes scopes)
    {
        var unused = scopes.Pop().Where(v => v.Name[0] != '$').ToList();
        Tell(unused, LocalKind.Declared, "declared");
        if (strict)
            Tell(unused, LocalKind.Assigned, "assigned");
    }

    private void Tell(List<Local> unused, LocalKind kind, string how)
    {
        if (_errors > 0)
            return;
        foreach (var (name, _, location) in unused.Where(v => v.Kind == kind && (kind == LocalKind.Assigned || !Operators.IsRoot(v.Name))))
            Report(location, $"{how} var {name} unused");
    }

    private Expr? Statement(Expr expr, LocalScopes scopes) => expr switch
    {
        TermExpr { Term: CallTerm { Arguments.Count: 2 } call } term when Operators.Is(call, Operators.Assign) => Assignment(term, call, scopes),
        SomeExpr some => Some(some, scopes),
        EveryExpr every => Every(every, scopes),
        _ => new Uses(this, scopes).MapExpr(expr),
    };

    private TermExpr Assignment(TermExpr expr, CallTerm call, LocalScopes scopes)
    {
        if (expr.IsNegated)
        {
            Report(expr.Location, "cannot assign vars inside negated expression (hint: assign in a line above)");
            return expr;
        }

        var uses = new Uses(this, scopes);
        var right = uses.Map(call.Arguments[1]);
        var with = expr.With.Select(w => w with { Value = uses.Map(w.Value), Target = uses.Map(w.Target) }).ToList();
        var left = Pattern(call.Arguments[0], scopes, LocalKind.Assigned, expr.Location);
        return expr with { Term = Operators.Call(call.Location, Operators.Unify, left, right) with { Operator = new VarTerm(call.Operator.Location, Operators.Unify) }, With = with };
    }

    private Term Pattern(Term term, LocalScopes scopes, LocalKind kind, Location statement)
    {
        switch (term)
        {
            case VarTerm variable:
                return Declare(variable, variable.Location, scopes, kind, statement);
            case ArrayTerm array:
                return array with { Items = [.. array.Items.Select(i => Pattern(i, scopes, kind, statement))] };
            case ObjectTerm obj:
                return obj with { Items = [.. obj.Items.Select(i => new ObjectItem(kind == LocalKind.Argument ? i.Key : new Uses(this, scopes).Map(i.Key), Pattern(i.Value, scopes, kind, statement)))] };
            case ConstantTerm or RefTerm or CallTerm or SetTerm or ComprehensionTerm or TemplateTerm when kind == LocalKind.Argument:
                return new Uses(this, scopes).Map(term);
            default:
                Report(term.Location, $"cannot assign to {KindOf(term)}");
                return term;
        }
    }

    private VarTerm Declare(VarTerm variable, Location location, LocalScopes scopes, LocalKind kind, Location statement)
    {
        // The same argument twice has to have the same value twice.
        if (kind == LocalKind.Argument && scopes.Find(variable.Name) is { } twice)
        {
            scopes.Used.Add(twice);
            return variable with { Name = twice };
        }

        if (scopes.Declare(variable.Name, kind, statement, out var error) is { } given)
            return variable with { Name = given };
        Report(location, error!);
        return variable;
    }

    private TermExpr? Some(SomeExpr some, LocalScopes scopes)
    {
        if (some.Symbols is not [CallTerm member])
        {
            foreach (var symbol in some.Symbols)
                if (symbol is VarTerm variable)
                    Declare(variable, some.Location, scopes, LocalKind.Declared, some.Location);
            return null;
        }

        var (value, container) = (member.Arguments[^2], member.Arguments[^1]);
        var key = member.Arguments.Count == 3 ? member.Arguments[0] : names.MakeVar(some.Location);
        var uses = new Uses(this, scopes);
        var given = VarCollector.Of(container, VarScope.SkipCallOperator);
        HashSet<string> own = [];
        container = uses.Map(container);
        var with = some.With.Select(w => w with { Value = uses.Map(w.Value), Target = uses.Map(w.Target) }).ToList();
        key = SomePattern(key, scopes, given, own);
        value = SomePattern(value, scopes, given, own);
        return Operators.UnifyExpr(some.Location, value, Operators.Extend(container, key), with);
    }

    // What the container needs is a variable of before.
    private Term SomePattern(Term term, LocalScopes scopes, HashSet<string> given, HashSet<string> own) => term switch
    {
        VarTerm { Name: var name } variable when name[0] == '~' => variable,
        VarTerm variable when !given.Contains(variable.Name) && own.Add(variable.Name) => Declare(variable, variable.Location, scopes, LocalKind.Member, variable.Location),
        ArrayTerm array => array with { Items = [.. array.Items.Select(i => SomePattern(i, scopes, given, own))] },
        ObjectTerm obj => obj with { Items = [.. obj.Items.Select(i => new ObjectItem(new Uses(this, scopes).Map(i.Key), SomePattern(i.Value, scopes, given, own)))] },
        _ => new Uses(this, scopes).Map(term),
    };

    private EveryExpr Every(EveryExpr every, LocalScopes scopes)
    {
        var uses = new Uses(this, scopes);
        var domain = uses.Map(every.Domain);
        var with = every.With.Select(w => w with { Value = uses.Map(w.Value), Target = uses.Map(w.Target) }).ToList();
        scopes.Push();
        var key = every.Key is VarTerm { IsWildcard: false } k ? Declare(k, k.Location, scopes, LocalKind.Declared, every.Body[0].Location) : names.MakeVar(every.Location);
        var value = every.Value is VarTerm { IsWildcard: false } v ? Declare(v, v.Location, scopes, LocalKind.Declared, every.Body[0].Location) : every.Value;
        scopes.Push();
        var body = Body(every.Body, scopes);
        Leave(scopes);
        Leave(scopes);
        return every with { Key = key, Value = value, Domain = domain, Body = body, With = with };
    }

    private static string KindOf(Term term) => term switch
    {
        ConstantTerm constant => BuiltinContext.KindName(constant.Value.Kind),
        RefTerm => "ref",
        CallTerm => "call",
        SetTerm => "set",
        ComprehensionTerm { Kind: RegoKind.Array } => "arraycomprehension",
        ComprehensionTerm { Kind: RegoKind.Set } => "setcomprehension",
        ComprehensionTerm => "objectcomprehension",
        _ => "templatestring",
    };
}
