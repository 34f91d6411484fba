namespace MicroApps.Rego;

/// <summary>Built-in functions about arrays.</summary>
internal static class ArrayBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("array.concat", Concat),
        new("array.flatten", Flatten),
        new("array.reverse", Reverse),
        new("array.slice", Slice),
    ];

    private static ArrayValue? Concat(BuiltinContext context, RegoValue[] args) =>
        TextOperand.TryArray(context, args, 0, out var left) && TextOperand.TryArray(context, args, 1, out var right)
            ? Concat(context, left, right)
            : null;

    private static ArrayValue Concat(BuiltinContext context, RegoValue[] left, RegoValue[] right)
    {
        context.Budget.Make(left.Length + (long)right.Length);
        return new([.. left, .. right]);
    }

    private static ArrayValue? Flatten(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryArray(context, args, 0, out var items))
            return null;
        var flat = new List<RegoValue>(items.Length);
        foreach (var item in items)
        {
            context.Budget.Spend(1 + (item.Count >> 3));
            context.Budget.CheckElements(flat.Count + (long)item.Count);
            flat.AddRange(item is ArrayValue inner ? inner.Items : [item]);
        }

        return new([.. flat]);
    }

    private static ArrayValue? Reverse(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryArray(context, args, 0, out var items))
            return null;
        context.Budget.SpendElements(items.Length);
        var reversed = (RegoValue[])items.Clone();
        Array.Reverse(reversed);
        return new(reversed);
    }

    private static ArrayValue? Slice(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryArray(context, args, 0, out var items) || !TextOperand.TryInteger(context, args, 1, out var start) || !TextOperand.TryInteger(context, args, 2, out var stop))
            return null;
        stop = Math.Min(stop, items.Length);
        start = Math.Max(start, 0);
        if (start >= stop)
            return ArrayValue.Empty;
        context.Budget.SpendElements(stop - start);
        var slice = new RegoValue[stop - start];
        Array.Copy(items, start, slice, 0, slice.Length);
        return new(slice);
    }
}
