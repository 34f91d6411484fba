namespace MicroApps.Rego;

/// <summary>Turns the ordered body of one rule or query into steps. Which variables are bound at each place is known here, so that running needs no search for it.</summary>
internal sealed partial class Planner(PlanContext context)
{
    private readonly Dictionary<string, int> _slots = [];
    private HashSet<string> _bound = [];

    public int Slots { get; private set; }

    /// <summary>The place of a variable; null when the body has none of the name.</summary>
    public int? SlotOf(string name) => _slots.TryGetValue(name, out var slot) ? slot : null;

    public RulePlan PlanRule(Rule rule, IReadOnlyList<Term> path, bool addsToSet, IReadOnlyList<Term>? arguments)
    {
        var plan = new RulePlan { Location = rule.Location, AddsToSet = addsToSet };
        plan.Arguments = [.. (arguments ?? []).Select(PatternOf)];
        List<Step> steps = [];
        WatchRule(rule, steps);
        Body(rule.Body, steps);
        WatchHead(steps);
        Term value = addsToSet ? rule.Head.Key! : rule.Head.Value ?? new ConstantTerm(rule.Location, RegoValue.True);
        plan.Value = EvalOf(value);
        plan.HasConstantValue = plan.Value is ConstantEval;
        plan.Path = [.. path.Select(EvalOf)];
        plan.Entry = Link(steps, new YieldStep());
        plan.Slots = Slots;
        plan.Guards.AddRange(RuleGuards.Of(rule, arguments));
        return plan;
    }

    public Step PlanQuery(IReadOnlyList<Expr> body)
    {
        List<Step> steps = [];
        WatchQuery(body, steps);
        Body(body, steps);
        WatchHead(steps);
        return Link(steps, new YieldStep());
    }

    private static Step Link(List<Step> steps, Step last)
    {
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            steps[i].Next = last;
            last = steps[i];
        }

        return last;
    }

    private void Body(IReadOnlyList<Expr> body, List<Step> steps)
    {
        foreach (var expr in body)
        {
            var behind = context.Probes?.Watch(expr, steps, _conditions);
            Plan(expr, steps);
            context.Probes?.Leave(behind!, steps);
            WatchCase(steps);
        }
    }

    private void Plan(Expr expr, List<Step> steps)
    {
        if (expr.IsNegated)
        {
            var outer = _bound;
            _bound = [.. outer];
            List<Step> inner = [];
            PlanWith(expr, inner);
            steps.Add(new NotStep(Link(inner, new FoundStep())));
            _bound = outer;
            return;
        }

        PlanWith(expr, steps);
    }

    private void PlanWith(Expr expr, List<Step> steps)
    {
        if (expr.With.Count == 0)
        {
            PlanPlain(expr, steps);
            return;
        }

        var targets = expr.With.Select(Target).ToArray();
        List<Step> inner = [];
        PlanPlain(expr, inner);
        var end = new WithEndStep();
        steps.Add(new WithStep(targets, Link(inner, end)));
        steps.Add(end);
    }

    private WithTarget Target(WithModifier with)
    {
        var name = Operators.Name(with.Target);
        if (name is not null && context.Function(name) is { } function)
            return Operators.Name(with.Value) is { } value && context.Function(value) is { } replacement
                ? new(null, false, function.Name, null, replacement)
                : new(null, false, function.Name, EvalOf(with.Value), null);
        var (head, path) = with.Target is RefTerm reference ? (((VarTerm)reference.Head).Name, reference.Path) : (((VarTerm)with.Target).Name, []);
        return new([.. path.Select(EvalOf)], head == Operators.Input, null, EvalOf(with.Value), null);
    }

    private void PlanPlain(Expr expr, List<Step> steps)
    {
        switch (expr)
        {
            case TermExpr { Term: CallTerm call }:
                PlanCall(call, steps);
                break;
            case TermExpr { Term: RefTerm reference } when !IsGround(reference):
                steps.Add(Walk(reference, () => null));
                break;
            case TermExpr term:
                steps.Add(new TruthStep(EvalOf(term.Term)));
                break;
            case EveryExpr every:
                steps.Add(Every(every));
                break;
        }
    }

    private EveryStep Every(EveryExpr every)
    {
        var domain = EvalOf(every.Domain);
        var outer = _bound;
        _bound = [.. outer];
        var (key, value) = (every.Key is null ? AnyPattern.Instance : PatternOf(every.Key), PatternOf(every.Value));
        List<Step> body = [];
        Body(every.Body, body);
        _bound = outer;
        return new(domain, key, value, Link(body, new FoundStep()));
    }

    private void PlanCall(CallTerm call, List<Step> steps)
    {
        var name = Operators.Name(call.Operator)!;
        if (name is Operators.Unify && call.Arguments.Count == 2)
        {
            Unify(call.Arguments[0], call.Arguments[1], steps);
            return;
        }

        var callee = context.Function(name)!;
        var arity = callee.Node?.Arity ?? context.Arity(name);
        var arguments = call.Arguments.Take(arity).Select(EvalOf).ToArray();
        var result = call.Arguments.Count > arity ? PatternOf(call.Arguments[arity]) : null;
        steps.Add(callee.Node is not null ? new RuleCallStep(callee, arguments, result, call.Location)
            : CompareStep.Is(name, arguments.Length) ? new CompareStep(callee, arguments, result, call.Location)
            : name == "walk" ? new RelationStep(callee, arguments, result, call.Location)
            : new BuiltinStep(callee, arguments, result, call.Location));
    }

    /// <summary>A step that walks a reference; its path is bound before the value is matched.</summary>
    private WalkStep Walk(RefTerm reference, Func<Pattern?> target)
    {
        var ground = reference.Path.TakeWhile(IsGround).Count();
        Eval[] known = [.. reference.Path.Take(ground).Select(EvalOf)];
        Eval? head = reference.Head is not VarTerm { Name: Operators.Data } ? Path(EvalOf(reference.Head), known) : Data(known) is not DataEval and var place ? place : null;
        var path = reference.Path.Skip(head is null ? 0 : ground).Select(p => IsGround(p) ? new PathPart(EvalOf(p), null) : new PathPart(null, PatternOf(p))).ToArray();
        return new(head, path, target());
    }
}
