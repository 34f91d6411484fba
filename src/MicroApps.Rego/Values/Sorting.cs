namespace MicroApps.Rego;

/// <summary>A stable sort that spends steps as it goes, so that sorting millions of values can be ended.</summary>
internal static class Sorting
{
    private const int MostAtOnce = 16;

    public static void Sort<T>(T[] items, Comparison<T> compare)
    {
        for (var start = 0; start < items.Length; start += MostAtOnce)
            Insert(items, start, Math.Min(start + MostAtOnce, items.Length), compare);
        if (items.Length <= MostAtOnce)
            return;
        var (from, to, budget) = (items, new T[items.Length], Budget.Current);
        for (var width = MostAtOnce; width < items.Length; width *= 2)
        {
            for (long start = 0; start < items.Length; start += 2L * width)
                Merge(from, to, (int)start, (int)Math.Min(start + width, items.Length), (int)Math.Min(start + (2L * width), items.Length), compare, budget);
            (from, to) = (to, from);
        }

        if (!ReferenceEquals(from, items))
            Array.Copy(from, items, items.Length);
    }

    private static void Insert<T>(T[] items, int start, int end, Comparison<T> compare)
    {
        Budget.Current.Spend(1);
        for (var i = start + 1; i < end; i++)
        {
            var (item, at) = (items[i], i);
            for (; at > start && compare(items[at - 1], item) > 0; at--)
                items[at] = items[at - 1];
            items[at] = item;
        }
    }

    private static void Merge<T>(T[] from, T[] to, int left, int middle, int end, Comparison<T> compare, Budget budget)
    {
        var (i, j) = (left, middle);
        for (var at = left; at < end; at++)
        {
            if ((at & 15) == 0)
                budget.Spend(2);
            to[at] = i < middle && (j >= end || compare(from[i], from[j]) <= 0) ? from[i++] : from[j++];
        }
    }
}
