namespace MicroApps.Rego;

/// <summary><c>count</c>, <c>sum</c>, <c>product</c>, <c>max</c>, <c>min</c>, <c>sort</c>, <c>all</c>, <c>any</c>, and membership (<c>in</c>).</summary>
internal static class AggregateBuiltins
{
    private static readonly SoftFloat Zero = SoftFloat.From(0);
    private static readonly SoftFloat One = SoftFloat.From(1);

    public static IEnumerable<Builtin> All =>
    [
        new("count", Count), new("sum", Sum), new("product", Product), new("max", Max), new("min", Min), new("sort", Sort),
        new("all", AreAll), new("any", IsAny), new("internal.member_2", Member), new("internal.member_3", MemberWithKey),
    ];

    private delegate bool OnIntegers(long x, long y, out long result);

    private static RegoValue? Count(BuiltinContext context, RegoValue[] args) => args[0] switch
    {
        ArrayValue or ObjectValue or SetValue => NumberValue.Of(args[0].Count),
        StringValue text => NumberValue.Of(CodePoints(context, text.Value)),
        _ => context.FailOperand(1, args[0], RegoKind.Array, RegoKind.Object, RegoKind.Set, RegoKind.String),
    };

    private static int CodePoints(BuiltinContext context, string text)
    {
        context.Budget.SpendText(text.Length);
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                count--;
        return count;
    }

    private static RegoValue? Sum(BuiltinContext context, RegoValue[] args) =>
        Fold(context, args[0], 0, Zero, ArithmeticBuiltins.TryAdd, SoftFloat.Add);

    private static RegoValue? Product(BuiltinContext context, RegoValue[] args) =>
        Fold(context, args[0], 1, One, ArithmeticBuiltins.TryMultiply, SoftFloat.Multiply) is { } product ? WithSign(product, args[0]) : null;

    // Floating-point numbers multiply to minus zero too.
    private static RegoValue WithSign(RegoValue product, RegoValue collection) =>
        product.Equals(NumberValue.Of(0)) && Items(collection)!.Count(i => ((NumberValue)i).Text[0] == '-') % 2 == 1 ? NumberValue.Of("-0") : product;

    /// <summary>Folds integers while they fit, and from the first that does not as floating-point numbers.</summary>
    private static RegoValue? Fold(
        BuiltinContext context, RegoValue collection, long start, SoftFloat total, OnIntegers onIntegers, Func<SoftFloat, SoftFloat, SoftFloat> onFloats)
    {
        if (Items(collection) is not { } items)
            return context.FailOperand(1, collection, RegoKind.Set, RegoKind.Array);
        context.Budget.SpendElements(items.Length);
        var (i, exact) = (0, start);
        while (i < items.Length && items[i] is NumberValue number && number.TryGetInt64(out var integer) && onIntegers(exact, integer, out var next))
            (exact, i) = (next, i + 1);
        if (i == items.Length)
            return NumberValue.Of(exact);
        total = onFloats(total, SoftFloat.From(exact));
        for (; i < items.Length; i++)
        {
            context.Budget.Spend(1);
            if (items[i] is not NumberValue number)
                return FailElement(context, collection, items[i]);
            if (!number.TryGetFloat(out var value))
                return context.Fail(ArithmeticBuiltins.OutOfRange);
            total = onFloats(total, value);
        }

        return NumberValue.Of(total) is { } result ? result : context.Fail(ArithmeticBuiltins.OutOfRange);
    }

    private static RegoValue? FailElement(BuiltinContext context, RegoValue collection, RegoValue item)
    {
        var kind = BuiltinContext.KindName(collection.Kind);
        return context.FailOperand(1, $"must be {kind} of numbers but got {kind} containing {BuiltinContext.KindName(item.Kind)}");
    }

    private static RegoValue? Max(BuiltinContext context, RegoValue[] args) => Extreme(context, args[0], 1);

    private static RegoValue? Min(BuiltinContext context, RegoValue[] args) => Extreme(context, args[0], -1);

    /// <summary>The greatest or least element, the last of equal ones; undefined when there is none.</summary>
    private static RegoValue? Extreme(BuiltinContext context, RegoValue collection, int sign)
    {
        if (Items(collection) is not { } items)
            return context.FailOperand(1, collection, RegoKind.Set, RegoKind.Array);
        context.Budget.SpendElements(2L * items.Length);
        RegoValue? extreme = null;
        foreach (var item in items)
            if (extreme is null || item.CompareTo(extreme) * sign >= 0)
                extreme = item;
        return extreme;
    }

    private static RegoValue? Sort(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is SetValue set)
            return new ArrayValue(set.Sorted);
        if (args[0] is not ArrayValue array)
            return context.FailOperand(1, args[0], RegoKind.Set, RegoKind.Array);
        // A stable sort: equal numbers may be written differently.
        var sorted = (RegoValue[])array.Items.Clone();
        Sorting.Sort(sorted, static (a, b) => a.CompareTo(b));
        return new ArrayValue(sorted);
    }

    private static RegoValue? AreAll(BuiltinContext context, RegoValue[] args) => args[0] switch
    {
        ArrayValue array => RegoValue.From(Array.TrueForAll(array.Items, RegoValue.True.Equals)),
        SetValue set => RegoValue.From(set.Count == 0 || (set.Count == 1 && set.Contains(RegoValue.True))),
        _ => context.FailOperand(1, args[0], RegoKind.Array, RegoKind.Set),
    };

    private static RegoValue? IsAny(BuiltinContext context, RegoValue[] args) => args[0] switch
    {
        ArrayValue array => RegoValue.From(Array.Exists(array.Items, RegoValue.True.Equals)),
        SetValue set => RegoValue.From(set.Contains(RegoValue.True)),
        _ => context.FailOperand(1, args[0], RegoKind.Array, RegoKind.Set),
    };

    private static RegoValue Member(BuiltinContext context, RegoValue[] args) => RegoValue.From(args[1] switch
    {
        SetValue set => set.Contains(args[0]),
        ArrayValue array => Contains(context, array.Items, args[0]),
        ObjectValue items => Contains(context, items.Values, args[0]),
        _ => false,
    });

    private static bool Contains(BuiltinContext context, RegoValue[] items, RegoValue value)
    {
        context.Budget.SpendElements(items.Length);
        return Array.Exists(items, value.Equals);
    }

    private static RegoValue MemberWithKey(BuiltinContext context, RegoValue[] args) => RegoValue.From(args[1].Equals(args[2].Find(args[0])));

    private static RegoValue[]? Items(RegoValue collection) => collection switch
    {
        ArrayValue array => array.Items,
        SetValue set => set.Sorted,
        _ => null,
    };
}
