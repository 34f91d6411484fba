namespace MicroApps.Rego;

/// <summary>Splits intervals of code points into classes, set by set.</summary>
internal static class RunePartition
{
    /// <summary>Gives every interval the number of its class; intervals that are in the same sets get the same.</summary>
    /// <returns>How many classes there are.</returns>
    public static int Split(int[] starts, int[] classes, RuneSet[] sets)
    {
        var sizes = new List<int> { starts.Length };
        foreach (var set in sets)
        {
            var inside = Inside(starts, set);
            var touched = new Dictionary<int, int>();
            foreach (var i in inside)
                touched[classes[i]] = touched.TryGetValue(classes[i], out var count) ? count + 1 : 1;
            var moved = new Dictionary<int, int>();
            foreach (var pair in touched)
            {
                if (pair.Value == sizes[pair.Key])
                    continue;
                moved[pair.Key] = sizes.Count;
                sizes[pair.Key] -= pair.Value;
                sizes.Add(pair.Value);
            }

            foreach (var i in inside)
                if (moved.TryGetValue(classes[i], out var to))
                    classes[i] = to;
        }

        return sizes.Count;
    }

    /// <summary>The intervals that a set covers.</summary>
    public static List<int> Inside(int[] starts, RuneSet set)
    {
        var inside = new List<int>();
        for (var i = 0; i < set.Ranges.Length; i += 2)
            for (var at = Array.BinarySearch(starts, set.Ranges[i]); at < starts.Length && starts[at] <= set.Ranges[i + 1]; at++)
                inside.Add(at);
        return inside;
    }
}
