namespace MicroApps.Rego;

/// <summary>Finds which variables a unification binds, given those that are bound already.</summary>
internal sealed class Unifier(HashSet<string> safe)
{
    private readonly HashSet<string> _bound = [];
    private readonly Dictionary<string, HashSet<string>> _waiting = [];

    public static HashSet<string> Bound(HashSet<string> safe, Term left, Term right)
    {
        var unifier = new Unifier(safe);
        unifier.Unify(left, right);
        return unifier._bound;
    }

    private void Unify(Term left, Term right)
    {
        switch (left, right)
        {
            case (VarTerm l, VarTerm r):
                if (IsSafe(r.Name))
                    Bind(l.Name);
                else if (IsSafe(l.Name))
                    Bind(r.Name);
                else
                    Wait(l.Name, [r.Name], both: true);
                break;
            case (VarTerm l, ArrayTerm or ObjectTerm):
                UnifyComposite(l, right);
                break;
            case (ArrayTerm or ObjectTerm, VarTerm r):
                UnifyComposite(r, left);
                break;
            case (ArrayTerm l, ArrayTerm r) when l.Items.Count == r.Items.Count:
                for (var i = 0; i < l.Items.Count; i++)
                    Unify(l.Items[i], r.Items[i]);
                break;
            case (ObjectTerm l, ObjectTerm r) when l.Items.Count == r.Items.Count:
                foreach (var (key, value) in l.Items)
                    foreach (var (otherKey, otherValue) in r.Items)
                        if (Same(key, otherKey))
                            Unify(value, otherValue);
                break;
            case (VarTerm l, _):
                if (IsKnown(right) && !IsIn(l, right))
                    Bind(l.Name);
                break;
            case (_, VarTerm r):
                if (IsKnown(left) && !IsIn(r, left))
                    Bind(r.Name);
                break;
            case (ArrayTerm, ComprehensionTerm) or (ArrayTerm or ObjectTerm, RefTerm or CallTerm):
                if (IsKnown(right))
                    BindAll(left);
                break;
            case (RefTerm or CallTerm or ComprehensionTerm, ArrayTerm or ObjectTerm):
                if (IsKnown(left) && CanBe(left, right))
                    BindAll(right);
                break;
        }
    }

    // Asked of the left side only, as OPA does.
    private static bool CanBe(Term term, Term pattern) => term is not ComprehensionTerm { Kind: var kind } || kind == (pattern is ArrayTerm ? RegoKind.Array : RegoKind.Object);

    private void UnifyComposite(VarTerm variable, Term composite)
    {
        if (IsSafe(variable.Name))
        {
            BindAll(composite);
            return;
        }

        HashSet<string> unknown = IsIn(variable, composite) ? [variable.Name] : VarCollector.Of(composite, VarScope.Safety | VarScope.SkipObjectKeys | VarScope.SkipRefHead);
        unknown.RemoveWhere(IsSafe);
        if (unknown.Count == 0)
            Bind(variable.Name);
        else
            Wait(variable.Name, unknown, both: false);
    }

    // What a variable is a part of does not bind it.
    private static bool IsIn(VarTerm variable, Term term) => term is SetTerm or ObjectTerm && Vars(term).Contains(variable.Name);

    private static HashSet<string> Vars(Term term) => VarCollector.Of(term, VarScope.Safety);

    private bool IsSafe(string name) => safe.Contains(name) || _bound.Contains(name);

    // References and closures have a value when their heads are bound.
    private bool IsKnown(Term term) => term switch
    {
        RefTerm { Head: VarTerm head } => IsSafe(head.Name),
        RefTerm { Head: not CallTerm } reference => VarCollector.Of(reference.Head).All(IsSafe),
        RefTerm or CallTerm => Vars(term).All(IsSafe),
        _ => true,
    };

    private void BindAll(Term composite)
    {
        foreach (var name in VarCollector.Of(composite, VarScope.SkipClosures | VarScope.SkipCallOperator | VarScope.SkipRefHead | VarScope.SkipObjectKeys | VarScope.SkipSets))
            if (!IsSafe(name))
                Bind(name);
    }

    private void Bind(string name)
    {
        if (!safe.Contains(name))
            _bound.Add(name);
        foreach (var waiting in _waiting.Where(w => w.Value.Contains(name)).ToList())
        {
            waiting.Value.Remove(name);
            if (waiting.Value.Count > 0 || IsSafe(waiting.Key))
                continue;
            _waiting.Remove(waiting.Key);
            Bind(waiting.Key);
        }
    }

    private void Wait(string name, HashSet<string> names, bool both)
    {
        if (!_waiting.TryGetValue(name, out var known))
            _waiting[name] = known = [];
        known.UnionWith(names);
        if (both)
            foreach (var other in names)
                Wait(other, [name], both: false);
    }

    private static bool Same(Term left, Term right) =>
        left is ConstantTerm l && right is ConstantTerm r ? l.Value.Equals(r.Value) : left is VarTerm lv && right is VarTerm rv && lv.Name == rv.Name;
}
