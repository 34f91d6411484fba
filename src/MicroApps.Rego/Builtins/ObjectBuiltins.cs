namespace MicroApps.Rego;

/// <summary>Built-in functions about objects.</summary>
internal static class ObjectBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("object.filter", (c, a) => Choose(c, a, isKept: true)),
        new("object.get", Get),
        new("object.keys", (c, a) => TextOperand.TryObject(c, a, 0, out var items) ? Keys(c, items) : null),
        new("object.remove", (c, a) => Choose(c, a, isKept: false)),
        new("object.subset", (c, a) => ObjectSubset.Run(c, a)),
        new("object.union", Union),
        new("object.union_n", UnionAll),
    ];

    private static SetValue Keys(BuiltinContext context, ObjectValue items)
    {
        var keys = new HashSet<RegoValue>();
        for (var i = 0; i < items.Keys.Length; i++)
        {
            context.Budget.Spend((i & 3) == 3 ? 1 : 0);
            keys.Add(items.Keys[i]);
        }

        return new(keys);
    }

    private static RegoValue? Get(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryObject(context, args, 0, out var items))
            return null;
        if (args[1] is not ArrayValue path)
            return items.Find(args[1]) ?? args[2];
        RegoValue? found = items;
        foreach (var key in path.Items)
            found = found?.Find(key);
        return found ?? args[2];
    }

    private static ObjectValue? Choose(BuiltinContext context, RegoValue[] args, bool isKept)
    {
        if (!TextOperand.TryObject(context, args, 0, out var items))
            return null;
        var names = (args[1] as ObjectValue)?.Keys ?? TextOperand.Members(args[1]);
        if (names is null)
        {
            context.FailOperand(2, args[1], RegoKind.Object, RegoKind.Set, RegoKind.Array);
            return null;
        }

        context.Budget.SpendElements(names.Length + (long)items.Count);
        var chosen = new HashSet<RegoValue>(names);
        var (keys, values) = (new List<RegoValue>(), new List<RegoValue>());
        for (var i = 0; i < items.Keys.Length; i++)
        {
            context.Budget.Spend((i & 3) == 3 ? 1 : 0);
            if (chosen.Contains(items.Keys[i]) != isKept)
                continue;
            keys.Add(items.Keys[i]);
            values.Add(items.Values[i]);
        }

        return new([.. keys], [.. values]);
    }

    private static RegoValue? Union(BuiltinContext context, RegoValue[] args) =>
        TextOperand.TryObject(context, args, 0, out var left) && TextOperand.TryObject(context, args, 1, out var right) ? Merge(context.Budget, left, right) : null;

    private static RegoValue? UnionAll(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryArray(context, args, 0, out var items))
            return null;
        context.Budget.SpendElements(items.Length);
        foreach (var item in items)
            if (item is not ObjectValue)
                return TextOperand.FailMember(context, args[0], 0, "objects", item) ? item : null;
        // Merges neighbours in rounds: as merging one by one from the left, and never quadratic.
        var merged = (RegoValue[])items.Clone();
        var count = merged.Length;
        for (; count > 1; count = (count + 1) / 2)
        {
            context.Budget.SpendElements(8 + count);
            for (var i = 0; i < count; i += 2)
                merged[i / 2] = i + 1 < count ? Merge(context.Budget, merged[i], merged[i + 1]) : merged[i];
        }

        return count == 0 ? ObjectValue.Empty : merged[0];
    }

    /// <summary>The right value wins, except that two objects are merged.</summary>
    private static RegoValue Merge(Budget budget, RegoValue left, RegoValue right)
    {
        if (left is not ObjectValue below || right is not ObjectValue above)
            return right;
        if (above.Count == 0)
            return below;
        if (below.Count == 0)
            return above;
        Budget.Enter(below.Count + above.Count);
        budget.CheckElements(below.Count + (long)above.Count);
        var items = below.ToMutable();
        for (var i = 0; i < above.Keys.Length; i++)
        {
            budget.Spend((i & 3) == 3 ? 1 : 0);
            items[above.Keys[i]] = items.TryGetValue(above.Keys[i], out var known) ? Merge(budget, known, above.Values[i]) : above.Values[i];
        }

        return ObjectValue.From(items);
    }
}
