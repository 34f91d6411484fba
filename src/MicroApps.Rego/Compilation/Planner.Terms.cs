namespace MicroApps.Rego;

internal sealed partial class Planner
{
    private bool IsBound(string name) => Operators.IsRoot(name) || _bound.Contains(name);

    /// <summary>Whether every variable of a term is bound.</summary>
    private bool IsGround(Term term) => term switch
    {
        VarTerm variable => IsBound(variable.Name),
        RefTerm reference => IsGround(reference.Head) && reference.Path.All(IsGround),
        ArrayTerm array => array.Items.All(IsGround),
        SetTerm set => set.Items.All(IsGround),
        ObjectTerm obj => obj.Items.All(i => IsGround(i.Key) && IsGround(i.Value)),
        _ => true,
    };

    /// <summary>Whether a term has values: all is bound, or it is a reference that can be walked.</summary>
    private bool HasValues(Term term) => term is RefTerm reference ? IsGround(reference.Head) : IsGround(term);

    private int Bind(string name)
    {
        _bound.Add(name);
        if (!_slots.TryGetValue(name, out var slot))
            _slots[name] = slot = Slots++;
        return slot;
    }

    private Eval EvalOf(Term term)
    {
        switch (term)
        {
            case ConstantTerm constant:
                return new ConstantEval(constant.Value);
            case VarTerm { Name: Operators.Input }:
                return new InputEval();
            case VarTerm { Name: Operators.Data }:
                return new DataEval([]);
            case VarTerm variable:
                return new SlotEval(_slots.TryGetValue(variable.Name, out var slot) ? slot : throw new InvalidOperationException($"The variable {variable.Name} is not bound at {variable.Location}."));
            case ArrayTerm array:
                return Fold(new ArrayEval([.. array.Items.Select(EvalOf)]), array.Items);
            case SetTerm set:
                return Fold(new SetEval([.. set.Items.Select(EvalOf)]), set.Items);
            case ObjectTerm obj:
                return Fold(new ObjectEval([.. obj.Items.Select(i => EvalOf(i.Key))], [.. obj.Items.Select(i => EvalOf(i.Value))]), obj.Items.SelectMany(i => new[] { i.Key, i.Value }));
            case RefTerm { Head: VarTerm { Name: Operators.Data } } reference:
                return Data([.. reference.Path.Select(EvalOf)]);
            case RefTerm reference:
                return Path(EvalOf(reference.Head), [.. reference.Path.Select(EvalOf)]);
            case ComprehensionTerm comprehension:
                return Comprehension(comprehension);
            default:
                throw new InvalidOperationException($"A {term.GetType().Name} is left at {term.Location}.");
        }
    }

    private static Eval Path(Eval head, Eval[] path) =>
        path.Length == 0 ? head
        : !path.All(p => p is ConstantEval) ? new PathEval(head, path)
        : head is InputEval ? new InputPathEval([.. path.Select(p => ((ConstantEval)p).Value)])
        : head is SlotEval variable && path.Length == 1 ? new FieldEval(variable.Slot, ((ConstantEval)path[0]).Value)
        : new PathEval(head, path);

    // A reference under data whose rules, or that it has none, are known by its constant beginning.
    private Eval Data(Eval[] path)
    {
        var (node, general) = (context.Root, new DataEval(path));
        for (var i = 0; i < path.Length && path[i] is ConstantEval key; i++)
        {
            if (!node.Children.TryGetValue(key.Value, out var child))
                return new BaseEval(path, general);
            node = child;
            if (node.Kind != RuleKind.None)
                return new RuleEval(node, [.. path.Skip(i + 1)], general);
        }

        return general;
    }

    // What holds constants only is made once.
    private static Eval Fold(Eval eval, IEnumerable<Term> parts) => parts.All(IsConstant) ? new ConstantEval(eval.Get(null!)!) : eval;

    private static bool IsConstant(Term term) => term switch
    {
        ConstantTerm => true,
        ArrayTerm array => array.Items.All(IsConstant),
        SetTerm set => set.Items.All(IsConstant),
        ObjectTerm obj => obj.Items.All(i => IsConstant(i.Key) && IsConstant(i.Value)),
        _ => false,
    };

    private ComprehensionEval Comprehension(ComprehensionTerm term)
    {
        var outer = _bound;
        _bound = [.. outer];
        List<Step> steps = [];
        Body(term.Body, steps);
        var (key, value) = (term.Key is null ? null : EvalOf(term.Key), EvalOf(term.Value));
        _bound = outer;
        return new(new(term.Kind, key, value, term.Location), Link(steps, new CollectStep()), Groups(term));
    }

    private Pattern PatternOf(Term term)
    {
        switch (term)
        {
            case VarTerm { IsWildcard: true } wildcard when !IsBound(wildcard.Name):
                return AnyPattern.Instance;
            case VarTerm variable when !IsBound(variable.Name):
                return new BindPattern(Bind(variable.Name));
            case ArrayTerm array when !IsGround(array):
                return new ArrayPattern([.. array.Items.Select(PatternOf)]);
            case ObjectTerm obj when !IsGround(obj):
                return new ObjectPattern([.. obj.Items.Select(i => EvalOf(i.Key))], [.. obj.Items.Select(i => PatternOf(i.Value))]);
            default:
                return new EqualPattern(EvalOf(term));
        }
    }

    private void Unify(Term left, Term right, List<Step> steps)
    {
        // What has no value yet waits until its other parts are bound.
        var pairs = new List<(Term Left, Term Right)> { (left, right) };
        while (pairs.Count > 0)
        {
            var ready = pairs.FindIndex(p => HasValues(p.Left) || HasValues(p.Right) || Taken(p.Left, p.Right) is not null);
            if (ready < 0)
                throw new InvalidOperationException($"Neither side is bound at {left.Location}.");
            var (l, r) = pairs[ready];
            pairs.RemoveAt(ready);
            if (HasValues(l) || HasValues(r))
                UnifyKnown(l, r, steps);
            else
                pairs.InsertRange(ready, Taken(l, r)!);
        }
    }

    private void UnifyKnown(Term left, Term right, List<Step> steps)
    {
        // The side that is known, or the one that has to be walked when both are. A comprehension is not made for what it cannot equal.
        if (!HasValues(left) || (right is RefTerm && HasValues(right) && (left is ComprehensionTerm || (IsGround(left) && !IsGround(right)))))
            (left, right) = (right, left);
        if (left is RefTerm reference && !IsGround(reference))
        {
            if (right is RefTerm other && !IsGround(other))
            {
                var name = context.Names.Make();
                steps.Add(Walk(reference, () => new BindPattern(Bind(name))));
                steps.Add(Walk(other, () => new EqualPattern(new SlotEval(_slots[name]))));
                return;
            }

            steps.Add(Walk(reference, () => Opposite(right)));
            return;
        }

        var value = EvalOf(left);
        steps.Add((left is RefTerm ? Opposite(right) : PatternOf(right)) switch
        {
            BindPattern bind => new BindStep(value, bind.Slot),
            EqualPattern { Term: ConstantEval constant } => new EqualStep(value, constant.Value),
            var pattern => new MatchStep(value, pattern),
        });
    }

    // What the value of a reference is matched with.
    private Pattern Opposite(Term term) => term is ComprehensionTerm { Kind: var kind } ? new ComprehensionPattern(kind, EvalOf(term)) : PatternOf(term);

    // The parts of two composites of the same form; null when they are not.
    private static List<(Term Left, Term Right)>? Taken(Term left, Term right)
    {
        if (left is ArrayTerm l && right is ArrayTerm r)
            return l.Items.Count == r.Items.Count ? [.. l.Items.Zip(r.Items, (a, b) => (a, b))] : [(new ConstantTerm(left.Location, RegoValue.True), new ConstantTerm(left.Location, RegoValue.False))];
        if (left is not ObjectTerm lo || right is not ObjectTerm ro || !lo.Items.All(i => i.Key is ConstantTerm) || !ro.Items.All(i => i.Key is ConstantTerm))
            return null;
        var others = ro.Items.ToDictionary(i => ((ConstantTerm)i.Key).Value, i => i.Value);
        if (others.Count != lo.Items.Count || !lo.Items.All(i => others.ContainsKey(((ConstantTerm)i.Key).Value)))
            return [(new ConstantTerm(left.Location, RegoValue.True), new ConstantTerm(left.Location, RegoValue.False))];
        return [.. lo.Items.Select(i => (i.Value, others[((ConstantTerm)i.Key).Value]))];
    }
}
