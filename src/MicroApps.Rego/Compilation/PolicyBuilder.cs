namespace MicroApps.Rego;

/// <summary>
/// Compiles modules in stages, in OPA's order: names, scopes, functions, safety, recursion, types, steps. What OPA refuses is refused, with its code.
/// </summary>
internal sealed partial class PolicyBuilder
{
    private readonly NameSource _names = new();
    private readonly RuleTree _tree = new();
    private readonly IReadOnlyDictionary<string, Builtin> _builtins;
    private readonly IReadOnlyDictionary<string, int> _arities;
    private readonly bool _strict;
    private readonly HashSet<string> _ruleNames = [];
    private PlanContext _context;
    private TypeCheck? _types;

    public PolicyBuilder(IReadOnlyDictionary<string, Builtin> builtins, IReadOnlyDictionary<string, int> arities, bool strict)
    {
        (_builtins, _arities, _strict) = (builtins, arities, strict);
        _context = new(_names, builtins, arities, _tree.Root);
    }

    /// <summary>What was refused.</summary>
    public ErrorLog Log { get; } = new();

    /// <summary>Whether calls of <c>print</c> stay.</summary>
    public bool KeepPrint { get; init; }

    /// <summary>What watches the plans while they run; null for nothing.</summary>
    public Probes? Probes { get; init; }

    /// <summary>Runs before each plan: tests make it fail, as a mistake in the planner would.</summary>
    public Action? BeforePlan { get; init; }

    public RuleTree Tree => _tree;

    /// <summary>Compiles; <see cref="Log"/> says what was refused.</summary>
    public void Build(IReadOnlyList<Module> modules)
    {
        modules = [.. modules.OrderBy(m => m.File, StringComparer.Ordinal)];
        var resolved = Resolve(modules);
        Action[] stages =
        [
            () => CheckRootNames(resolved),
            () => CheckImports(modules),
            () => Place(modules, resolved),
            () => EachRule(new VoidCheck(Log).Visit),
            RewritePrints,
            () => EachRule(MakeWithCheck().Visit),
            () => CheckConflicts(modules),
            () => EachRule(MakeCallCheck().Visit),
            Expand,
            () => EachRule(CheckHead),
            OrderBodies,
            CheckRulesTogether,
            () => EachRule(new DeprecatedCheck(Log).Visit),
            () => EachPlaced(p => Guard(p.Rule.Location, () => Plan(p))),
            () => _tree.Root.SettleAll(Probes is not null),
        ];
        foreach (var stage in stages)
        {
            if (Log.HasErrors)
                return;
            stage();
        }
    }

    private List<List<Rule>> Resolve(IReadOnlyList<Module> modules)
    {
        var templates = new TemplateRewriter(_names);
        var metadata = new Metadata(modules, Log.Add);
        var exports = modules.ToLookup(m => string.Join("\0", m.Package), m => m.Rules.Select(r => (r.Head.Name as VarTerm ?? (VarTerm)((RefTerm)r.Head.Name).Head).Name));
        List<List<Rule>> resolved = [];
        foreach (var module in modules)
        {
            var resolver = new RefResolver(Globals(module, exports[string.Join("\0", module.Package)].SelectMany(names => names)));
            foreach (var rule in module.Rules)
                RootNameCheck.CheckArguments(rule, Log);
            resolved.Add([.. module.Rules.Select(r => metadata.Rewrite(resolver.Resolve(templates.Rewrite(r)), module, r))]);
            if (_strict)
                ImportCheck.FindUnused(module, resolver.Used, Log);
        }

        return resolved;
    }

    private void CheckRootNames(List<List<Rule>> resolved)
    {
        var check = new RootNameCheck(Log);
        foreach (var rule in resolved.SelectMany(r => r))
            check.Check(rule);
    }

    private void CheckImports(IReadOnlyList<Module> modules)
    {
        foreach (var module in modules)
            ImportCheck.FindTwice(module, Log);
    }

    private void Place(IReadOnlyList<Module> modules, List<List<Rule>> resolved)
    {
        var locals = new LocalRewriter(_names, (at, text) => Log.Add(ErrorLog.Compile, at, text), _strict);
        for (var i = 0; i < modules.Count; i++)
        {
            _tree.AddPackage(modules[i].Package);
            foreach (var rule in resolved[i])
                _tree.Add(modules[i].Package, locals.Rewrite(rule));
        }

        _tree.Settle();
        _ruleNames.UnionWith(_tree.Rules.Select(r => r.Node.Name));
        _context = new(_names, _builtins, _arities, _tree.Root) { Probes = Probes };
    }

    private void RewritePrints()
    {
        var prints = new PrintRewriter(new OutputVars(ArityOf), _names, Log);
        EachPlaced(p => p.Rule = prints.Rewrite(p.Rule));
        if (!KeepPrint)
            EachPlaced(p => p.Rule = PrintEraser.Instance.Rewrite(p.Rule));
    }

    private void Expand()
    {
        var expander = new ExprExpander(_names, n => _context.Function(n) is not null);
        foreach (var placed in _tree.Rules)
        {
            placed.Rule = expander.Expand(placed.Rule);
            if (placed.Path.Count > 0 && placed.Rule.Head.Name is RefTerm name)
                placed.Path = [.. name.Path.Skip(name.Path.Count - placed.Path.Count)];
        }
    }

    private WithCheck MakeWithCheck()
    {
        HashSet<RuleNode> nodes = [.. _tree.Rules.Select(r => r.Node)];
        return new(_tree.Root, nodes.Contains, _builtins.ContainsKey, Log);
    }

    private CallCheck MakeCallCheck() => new(_context, _ruleNames.Contains, _names, Log);

    // A rule that is called as a function is one without arguments, until types are checked.
    private int ArityOf(string name) => _context.ArityOf(name) is >= 0 and var arity ? arity : _ruleNames.Contains(name) ? 0 : -1;

    private void CheckConflicts(IReadOnlyList<Module> modules)
    {
        new ConflictCheck(_tree, Log).CheckRules();
        ConflictCheck.CheckPackages(modules, Log);
    }

    private void OrderBodies()
    {
        var order = new BodyOrder(new OutputVars(ArityOf), _names, (at, text) => Log.Add(ErrorLog.Unsafe, at, text));
        EachPlaced(p => p.Rule = MapBodies(p.Rule, r => order.Order(r.Body, Bound(r))));
    }

    /// <summary>Recursion, and then types, for which rules have to come behind those that they need.</summary>
    private void CheckRulesTogether()
    {
        EachPlaced(p => p.Rule = MapBodies(p.Rule, r => new DynamicTerms(_names).Rewrite(EqualRewriter.Instance.MapBody(r.Body))));
        var graph = new RuleGraph(_tree, _context);
        var rules = graph.InOrder().ToList();
        foreach (var (placed, rule, id, _) in rules.Where(r => r.IsRecursive).OrderBy(r => r.Rule.Location.File, StringComparer.Ordinal).ThenBy(r => r.Rule.Location.Line).Take(ErrorLog.Limit))
            Log.Add(ErrorLog.Recursion, rule.Location, $"rule {placed.Node.Name} is recursive: {string.Join(" -> ", graph.Path(id))}");
        if (Log.HasErrors)
            return;
        var types = _types = new TypeCheck(_context, _names, Log);
        foreach (var (placed, rule, _, _) in rules)
            types.Check(placed, rule);
    }

    private void EachRule(Action<Rule> action) => EachPlaced(p => action(p.Rule));

    private void EachPlaced(Action<PlacedRule> action)
    {
        foreach (var placed in _tree.Rules)
            action(placed);
    }

    private static Rule MapBodies(Rule rule, Func<Rule, IReadOnlyList<Expr>> map) => rule with { Body = map(rule), Else = rule.Else is null ? null : MapBodies(rule.Else, map) };

    private static Dictionary<string, Term> Globals(Module module, IEnumerable<string> rules)
    {
        Dictionary<string, Term> globals = [];
        foreach (var rule in rules)
            globals[rule] = Operators.DataRef(module.Location, [.. module.Package, rule]);
        foreach (var import in module.Imports)
        {
            var head = import.Path is RefTerm reference ? ((VarTerm)reference.Head).Name : ((VarTerm)import.Path).Name;
            if (!Operators.IsRoot(head))
                continue;
            globals[ImportCheck.NameOf(import)] = import.Path;
        }

        return globals;
    }

    private static HashSet<string> Roots() => [Operators.Input, Operators.Data];

    private static HashSet<string> Bound(Rule rule) => [.. Roots(), .. (rule.Head.Arguments ?? []).SelectMany(a => Patterns.Vars(a))];

    private void CheckHead(Rule rule)
    {
        var known = VarCollector.Of(rule.Body, VarScope.Safety);
        known.UnionWith(Bound(rule));
        var used = new VarCollector();
        if (rule.Head.Name is RefTerm name)
            used.AddAll(name.Path);
        used.Add(rule.Head.Key);
        used.Add(rule.Head.Value);
        foreach (var variable in used.Found.Keys)
            if (!known.Contains(variable) && _names.Spelled(variable) is { } spelled)
                Log.Add(ErrorLog.Unsafe, rule.Location, $"var {spelled} is unsafe");
        if (rule.Else is not null)
            CheckHead(rule.Else);
    }
}
