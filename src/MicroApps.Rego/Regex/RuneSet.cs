namespace MicroApps.Rego;

/// <summary>A set of code points: sorted ranges that neither overlap nor touch. Immutable, but for what it remembers.</summary>
internal sealed class RuneSet : IEquatable<RuneSet>
{
    /// <summary>The last code point of Unicode.</summary>
    public const int Last = 0x10FFFF;

    private static readonly RuneSet[] Ascii = [.. Enumerable.Range(0, 128).Select(c => new RuneSet([c, c]))];

    private RuneSet? _negated;

    private RuneSet(int[] ranges) => Ranges = ranges;

    public static RuneSet All { get; } = new([0, Last]);

    public static RuneSet AllButNewline { get; } = Of('\n').Negate();

    public static RuneSet Newline => Ascii['\n'];

    public static RuneSet Digits { get; } = OfAscii("09");

    public static RuneSet Words { get; } = OfAscii("09AZ__az");

    public static RuneSet Spaces { get; } = OfAscii("\t\n\f\r  ");

    /// <summary>First and last code point of each range, one after the other.</summary>
    public int[] Ranges { get; }

    /// <summary>The set with both cases, once <see cref="CaseFolding"/> has made it.</summary>
    public RuneSet? Folded { get; set; }

    /// <summary>The only member; -1 when there is not exactly one.</summary>
    public int Single => Ranges.Length == 2 && Ranges[0] == Ranges[1] ? Ranges[0] : -1;

    public static RuneSet Of(int rune) => rune < 128 ? Ascii[rune] : new([rune, rune]);

    /// <summary>Ranges of ASCII, each written as its first and its last character, in order.</summary>
    public static RuneSet OfAscii(string ends) => Of(ends.Select(c => (int)c));

    /// <summary>Ranges in any order, each as its first and its last code point.</summary>
    public static RuneSet Of(IEnumerable<int> ends)
    {
        var list = ends.ToArray();
        var ranges = new (int Low, int High)[list.Length / 2];
        for (var i = 0; i < ranges.Length; i++)
            ranges[i] = (list[2 * i], list[(2 * i) + 1]);
        Array.Sort(ranges);
        var merged = new List<int>(list.Length);
        foreach (var (low, high) in ranges)
            if (merged.Count > 0 && low <= merged[merged.Count - 1] + 1)
                merged[merged.Count - 1] = Math.Max(merged[merged.Count - 1], high);
            else
                merged.AddRange([low, high]);
        return new([.. merged]);
    }

    public RuneSet Negate() => _negated ??= Inverted();

    private RuneSet Inverted()
    {
        var (rest, next) = (new List<int>(Ranges.Length + 2), 0);
        for (var i = 0; i < Ranges.Length; i += 2)
        {
            if (Ranges[i] > next)
                rest.AddRange([next, Ranges[i] - 1]);
            next = Ranges[i + 1] + 1;
        }

        if (next <= Last)
            rest.AddRange([next, Last]);
        return new([.. rest]);
    }

    public bool Contains(int rune)
    {
        for (var (low, high) = (0, (Ranges.Length / 2) - 1); low <= high;)
        {
            var middle = (low + high) / 2;
            if (rune < Ranges[2 * middle])
                high = middle - 1;
            else if (rune > Ranges[(2 * middle) + 1])
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    public bool Equals(RuneSet? other) => ReferenceEquals(this, other) || (other is not null && Ranges.AsSpan().SequenceEqual(other.Ranges));

    public override bool Equals(object? obj) => Equals(obj as RuneSet);

    public override int GetHashCode() => Ranges.Aggregate(17, (hash, end) => unchecked((hash * 31) + end));
}
