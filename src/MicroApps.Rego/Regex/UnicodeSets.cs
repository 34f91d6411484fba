using System.Collections.Concurrent;
using System.Globalization;

namespace MicroApps.Rego;

/// <summary>The sets of code points that <c>\p{name}</c> names: general categories by the platform's data, scripts by <see cref="UnicodeScripts"/>.</summary>
internal static class UnicodeSets
{
    /// <summary>The categories in the order of <see cref="UnicodeCategory"/>; Cn has no name in patterns.</summary>
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
        "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So",
    ];

    private static readonly Lazy<List<int>[]> Categories = new(Scan);
    private static readonly ConcurrentDictionary<string, RuneSet> Known = new(StringComparer.Ordinal);

    /// <summary>A set by its name, which is exact; null when there is none.</summary>
    public static RuneSet? Find(string name)
    {
        if (Known.TryGetValue(name, out var known))
            return known;
        return Make(name) is { } set ? Known[name] = set : null;
    }

    private static RuneSet? Make(string name)
    {
        if (name is "Any")
            return RuneSet.All;
        if (name.Length is not (1 or 2))
            return UnicodeScripts.Find(name);
        var ends = Enumerable.Range(0, Names.Length).Where(i => Names[i].StartsWith(name, StringComparison.Ordinal)).SelectMany(i => Categories.Value[i]).ToArray();
        return ends.Length == 0 ? UnicodeScripts.Find(name) : RuneSet.Of(ends);
    }

    private static List<int>[] Scan()
    {
        var found = new List<int>[Names.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = [];
        for (var c = 0; c <= 0xFFFF; c++)
            Add(found, c, CharUnicodeInfo.GetUnicodeCategory((char)c));
        // Planes 1 to 3 end here, and the tags are all there is of plane 14; between them nothing is assigned.
        for (var c = 0x10000; c <= 0xE01FF; c = c == 0x33FFF ? 0xE0000 : c + 1)
            Add(found, c, CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(c), 0));
        found[(int)UnicodeCategory.PrivateUse].AddRange([0xF0000, 0xFFFFD, 0x100000, 0x10FFFD]);
        return found;
    }

    private static void Add(List<int>[] found, int rune, UnicodeCategory category)
    {
        if ((int)category >= found.Length)
            return;
        var ends = found[(int)category];
        if (ends.Count > 0 && ends[ends.Count - 1] == rune - 1)
            ends[ends.Count - 1] = rune;
        else
            ends.AddRange([rune, rune]);
    }
}
