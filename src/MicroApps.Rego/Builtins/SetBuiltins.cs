namespace MicroApps.Rego;

/// <summary><c>and</c>, <c>or</c>, <c>set_diff</c>, <c>intersection</c>, <c>union</c>.</summary>
internal static class SetBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("and", (context, args) => OnSets(context, args, Intersection)),
        new("or", (context, args) => OnSets(context, args, Union)),
        new("set_diff", (context, args) => OnSets(context, args, Difference)),
        new("intersection", (context, args) => OfAll(context, args[0], Intersection)),
        new("union", UnionOfAll),
    ];

    public static SetValue Difference(SetValue left, SetValue right) => Where(left, member => !right.Contains(member));

    private static SetValue Intersection(SetValue left, SetValue right) =>
        left.Count <= right.Count ? Where(left, right.Contains) : Where(right, left.Contains);

    private static SetValue Union(SetValue left, SetValue right)
    {
        if (left.Count == 0 || right.Count == 0)
            return left.Count == 0 ? right : left;
        var members = new HashSet<RegoValue>();
        AddAll(members, left);
        AddAll(members, right);
        return new(members);
    }

    private static void AddAll(HashSet<RegoValue> members, SetValue set)
    {
        var budget = Budget.Current;
        budget.CheckElements(members.Count + (long)set.Count);
        foreach (var member in set.Members)
        {
            members.Add(member);
            budget.Spend((members.Count & 3) == 0 ? 1 : 0);
        }
    }

    private static SetValue Where(SetValue set, Func<RegoValue, bool> isKept)
    {
        var members = new HashSet<RegoValue>();
        var (budget, seen) = (Budget.Current, 0);
        foreach (var member in set.Members)
        {
            budget.Spend((++seen & 3) == 0 ? 1 : 0);
            if (isKept(member))
                members.Add(member);
        }

        return members.Count == set.Count ? set : members.Count == 0 ? SetValue.Empty : new(members);
    }

    private static RegoValue? OnSets(BuiltinContext context, RegoValue[] args, Func<SetValue, SetValue, SetValue> compute) =>
        args[0] is not SetValue left ? context.FailOperand(1, args[0], RegoKind.Set)
        : args[1] is not SetValue right ? context.FailOperand(2, args[1], RegoKind.Set)
        : compute(left, right);

    private static RegoValue? OfAll(BuiltinContext context, RegoValue sets, Func<SetValue, SetValue, SetValue> compute)
    {
        if (sets is not SetValue all)
            return context.FailOperand(1, sets, RegoKind.Set);
        SetValue? result = null;
        foreach (var item in all.Sorted)
        {
            if (item is not SetValue set)
                return context.FailOperand(1, item, RegoKind.Set);
            context.Budget.Spend(1);
            result = result is null ? set : compute(result, set);
        }

        return result ?? SetValue.Empty;
    }

    private static RegoValue? UnionOfAll(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not SetValue all)
            return context.FailOperand(1, args[0], RegoKind.Set);
        var members = new HashSet<RegoValue>();
        foreach (var item in all.Sorted)
        {
            if (item is not SetValue set)
                return context.FailOperand(1, item, RegoKind.Set);
            AddAll(members, set);
        }

        return new SetValue(members);
    }
}
