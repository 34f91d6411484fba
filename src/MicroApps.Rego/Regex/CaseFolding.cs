namespace MicroApps.Rego;

/// <summary>Which characters differ by case only: Unicode's simple folding, as the platform maps cases.</summary>
internal static class CaseFolding
{
    private const int KelvinSign = 0x212A;
    private const int LongS = 0x17F;

    /// <summary>Where characters with two cases are.</summary>
    private static readonly int[] Cased =
    [
        0x41, 0x587, 0x10A0, 0x10FF, 0x13A0, 0x13FD, 0x1C80, 0x1CBF, 0x1D79, 0x1FFC, 0x2126, 0x2188, 0x24B6, 0x24E9, 0x2C00, 0x2D2D,
        0xA640, 0xABBF, 0xFF21, 0xFF5A, 0x10400, 0x105BC, 0x10C80, 0x10CF2, 0x118A0, 0x118DF, 0x16E40, 0x16E7F, 0x1E900, 0x1E943,
    ];

    private static readonly Lazy<(int[] Runes, int[][] Groups)> Table = new(Build);

    /// <summary>The set and every character that differs from a member by case only.</summary>
    public static RuneSet Fold(RuneSet set) => set.Folded ??= Make(set);

    private static RuneSet Make(RuneSet set)
    {
        var ends = new List<int>(set.Ranges);
        for (var i = 0; i < set.Ranges.Length; i += 2)
        {
            var (low, high) = (set.Ranges[i], set.Ranges[i + 1]);
            if (high < 128)
                AddAscii(ends, low, high);
            else if (low > 0 || high < RuneSet.Last)
                AddOthers(ends, low, high);
        }

        return ends.Count == set.Ranges.Length ? set : RuneSet.Of(ends);
    }

    private static void AddAscii(List<int> ends, int low, int high)
    {
        for (var c = Math.Max(low, 'A'); c <= Math.Min(high, 'z'); c++)
        {
            if (c is > 'Z' and < 'a')
                continue;
            ends.AddRange([c ^ 0x20, c ^ 0x20]);
            if ((c | 0x20) == 'k')
                ends.AddRange([KelvinSign, KelvinSign]);
            if ((c | 0x20) == 's')
                ends.AddRange([LongS, LongS]);
        }
    }

    private static void AddOthers(List<int> ends, int low, int high)
    {
        var (runes, groups) = Table.Value;
        var at = Array.BinarySearch(runes, low);
        for (at = at < 0 ? ~at : at; at < runes.Length && runes[at] <= high; at++)
            foreach (var other in groups[at])
                ends.AddRange([other, other]);
    }

    private static (int[] Runes, int[][] Groups) Build()
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < Cased.Length; i += 2)
            for (var rune = Cased[i]; rune <= Cased[i + 1]; rune++)
            {
                var text = char.ConvertFromUtf32(rune);
                // By way of the upper case, so that both small sigmas come to their letter. The platform leaves the long s alone.
                var key = rune == LongS ? "s" : text.ToUpperInvariant().ToLowerInvariant();
                if (!groups.TryGetValue(key, out var group))
                    groups[key] = group = [];
                group.Add(rune);
            }

        var pairs = groups.Values.Where(g => g.Count > 1).SelectMany(g => g.Select(rune => (Rune: rune, Group: g.ToArray()))).OrderBy(p => p.Rune).ToArray();
        return ([.. pairs.Select(p => p.Rune)], [.. pairs.Select(p => p.Group)]);
    }
}
