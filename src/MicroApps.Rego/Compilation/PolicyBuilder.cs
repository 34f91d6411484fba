namespace MicroApps.Rego;

/// <summary>Compiles modules: names, scopes, safety, steps. What OPA refuses is refused, with its code.</summary>
internal sealed class PolicyBuilder
{
    private const string CompileError = "rego_compile_error", TypeError = "rego_type_error", UnsafeError = "rego_unsafe_var_error";

    private readonly NameSource _names = new();
    private readonly RuleTree _tree = new();
    private readonly IReadOnlyDictionary<string, Builtin> _builtins;
    private readonly IReadOnlyDictionary<string, int> _arities;
    private readonly bool _strict;
    private PlanContext _context;

    public PolicyBuilder(IReadOnlyDictionary<string, Builtin> builtins, IReadOnlyDictionary<string, int> arities, bool strict)
    {
        (_builtins, _arities, _strict) = (builtins, arities, strict);
        _context = new(_names, builtins, arities, _tree.Root);
    }

    public List<RegoError> Errors { get; } = [];

    /// <summary>Whether calls of <c>print</c> stay.</summary>
    public bool KeepPrint { get; init; }

    /// <summary>What watches the plans while they run; null for nothing.</summary>
    public Probes? Probes { get; init; }

    public RuleTree Tree => _tree;

    /// <summary>Compiles; <see cref="Errors"/> says what was refused.</summary>
    public void Build(IReadOnlyList<Module> modules)
    {
        var locals = new LocalRewriter(_names, (at, text) => Report(CompileError, at, text), _strict);
        var templates = new TemplateRewriter(_names);
        var prints = new PrintRewriter(_names, KeepPrint);
        var exports = modules.GroupBy(m => string.Join("\0", m.Package)).ToDictionary(g => g.Key, g => g.SelectMany(m => m.Rules).Select(r => (r.Head.Name as VarTerm ?? (VarTerm)((RefTerm)r.Head.Name).Head).Name).ToHashSet());
        foreach (var module in modules)
        {
            _tree.AddPackage(module.Package);
            var resolver = new RefResolver(Globals(module, exports[string.Join("\0", module.Package)]));
            foreach (var rule in module.Rules)
                _tree.Add(module.Package, prints.Rewrite(locals.Rewrite(resolver.Resolve(templates.Rewrite(rule)))));
        }

        _tree.Settle();
        _context = new(_names, _builtins, _arities, _tree.Root) { Probes = Probes };
        if (Errors.Count > 0)
            return;
        var expander = new ExprExpander(_names, n => _context.Function(n) is not null);
        foreach (var placed in _tree.Rules)
        {
            placed.Rule = expander.Expand(placed.Rule);
            if (placed.Path.Count > 0 && placed.Rule.Head.Name is RefTerm name)
                placed.Path = [.. name.Path.Skip(name.Path.Count - placed.Path.Count)];
            CheckCalls(placed.Rule);
        }

        if (Errors.Count > 0)
            return;
        var order = new BodyOrder(new OutputVars(_context.ArityOf), _names, (at, text) => Report(UnsafeError, at, text));
        foreach (var placed in _tree.Rules)
            placed.Rule = Order(placed.Rule, order);
        if (Errors.Count > 0)
            return;
        foreach (var placed in _tree.Rules)
            Plan(placed);
    }

    /// <summary>Compiles a query against the modules.</summary>
    public QueryPlan? BuildQuery(IReadOnlyList<Expr> body)
    {
        var scopes = new LocalScopes(_names);
        var locals = new LocalRewriter(_names, (at, text) => Report(CompileError, at, text), strict: false);
        IReadOnlyList<Expr> query = new TemplateRewriter(_names).MapBody(body);
        query = new PrintRewriter(_names, KeepPrint).MapBody(locals.RewriteQuery(new RefResolver(new Dictionary<string, Term>()).MapBody(query), scopes));
        if (Errors.Count > 0)
            return null;
        query = new ExprExpander(_names, n => _context.Function(n) is not null).Body(query);
        CheckBody(query);
        if (Errors.Count > 0)
            return null;
        query = new BodyOrder(new OutputVars(_context.ArityOf), _names, (at, text) => Report(UnsafeError, at, text)).Order(query, Roots());
        if (Errors.Count > 0)
            return null;
        query = new DynamicTerms(_names).Rewrite(EqualRewriter.Instance.MapBody(query));
        var planner = new Planner(_context);
        var entry = planner.PlanQuery(query);
        var visible = VarCollector.Of(query, VarScope.SkipClosures).Select(v => (Slot: planner.SlotOf(v), Name: _names.Original(v))).Where(v => v is { Slot: not null, Name: not null }).Select(v => (v.Name!, v.Slot!.Value));
        return new(entry, planner.Slots, [.. visible.Where(v => !Operators.IsRoot(v.Item1))]);
    }

    private static Dictionary<string, Term> Globals(Module module, HashSet<string> rules)
    {
        Dictionary<string, Term> globals = [];
        foreach (var rule in rules)
            globals[rule] = Operators.DataRef(module.Location, [.. module.Package, rule]);
        foreach (var import in module.Imports)
        {
            var head = import.Path is RefTerm reference ? ((VarTerm)reference.Head).Name : ((VarTerm)import.Path).Name;
            if (!Operators.IsRoot(head))
                continue;
            var last = import.Path is RefTerm { Path: [.., ConstantTerm { Value: StringValue text }] } ? text.Value : head;
            globals[import.Alias ?? last] = import.Path;
        }

        return globals;
    }

    private static HashSet<string> Roots() => [Operators.Input, Operators.Data];

    private Rule Order(Rule rule, BodyOrder order)
    {
        HashSet<string> globals = Roots();
        foreach (var argument in rule.Head.Arguments ?? [])
            globals.UnionWith(Patterns.Vars(argument));
        CheckHead(rule, globals);
        return rule with { Body = order.Order(rule.Body, globals), Else = rule.Else is null ? null : Order(rule.Else, order) };
    }

    private void CheckHead(Rule rule, HashSet<string> globals)
    {
        var known = VarCollector.Of(rule.Body, VarScope.Safety);
        known.UnionWith(globals);
        var used = new VarCollector();
        if (rule.Head.Name is RefTerm name)
            used.AddAll(name.Path);
        used.Add(rule.Head.Key);
        used.Add(rule.Head.Value);
        foreach (var variable in used.Found.Keys)
            if (!known.Contains(variable) && _names.Original(variable) is { } original)
                Report(UnsafeError, rule.Location, $"var {original} is unsafe");
    }

    private void Plan(PlacedRule placed)
    {
        var plan = Chain(placed.Rule, placed.Path, placed.Node);
        if (placed.Rule.IsDefault)
            placed.Node.Default = plan;
        else
            placed.Node.Plans.Add(plan);
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

    private RulePlan Chain(Rule rule, IReadOnlyList<Term> path, RuleNode node)
    {
        var body = new DynamicTerms(_names).Rewrite(EqualRewriter.Instance.MapBody(rule.Body));
        var plan = new Planner(_context).PlanRule(rule with { Body = body }, path, rule.Head.Key is not null, rule.Head.Arguments);
        if (rule.Else is not null)
            plan.Else = Chain(rule.Else, path, node);
        return plan;
    }

    private void CheckCalls(Rule rule)
    {
        CheckBody(rule.Body);
        if (rule.Else is not null)
            CheckCalls(rule.Else);
    }

    private void CheckBody(IReadOnlyList<Expr> body) => new CallCheck(_context, (at, text) => Report(TypeError, at, text)).MapBody(body);

    private void Report(string code, Location at, string text) => Errors.Add(new(code, text, at.File, at.Line, at.Column));
}

/// <summary>Calls of <c>equal</c> become unification once the order is known: it binds nothing that is not bound.</summary>
internal sealed class EqualRewriter : TermMapper
{
    public static EqualRewriter Instance { get; } = new();

    protected override Term MapCall(CallTerm call) =>
        call.Arguments.Count == 2 && Operators.Is(call, Operators.Equal) ? base.MapCall(call with { Operator = new VarTerm(call.Operator.Location, Operators.Unify) }) : base.MapCall(call);
}

/// <summary>Refuses calls of unknown functions and with a wrong number of arguments.</summary>
internal sealed class CallCheck(PlanContext context, Action<Location, string> report) : TermMapper
{
    protected override Term MapCall(CallTerm call)
    {
        var name = Operators.Name(call.Operator);
        if (name is null || context.Function(name) is null)
            report(call.Location, $"undefined function {name}");
        else if (context.ArityOf(name) is var arity && call.Arguments.Count != arity && call.Arguments.Count != arity + 1)
            report(call.Location, $"function {name} has arity {arity}, got {call.Arguments.Count} argument{(call.Arguments.Count == 1 ? "" : "s")}");
        return call with { Arguments = MapAll(call.Arguments) };
    }
}

/// <summary>A query, ready to run.</summary>
internal sealed record QueryPlan(Step Entry, int Slots, IReadOnlyList<(string Name, int Slot)> Variables);
