namespace MicroApps.Detection;

/// <summary>A piece of a regular expression.</summary>
/// <param name="MinLength">The shortest match.</param>
/// <param name="MaxLength">The longest match.</param>
/// <param name="Full">The piece as an expression.</param>
/// <param name="Beginning">An expression for every beginning of a match, from nothing to all of it; it may match more, never less.</param>
internal sealed record PatternNode(long MinLength, long MaxLength, string Full, string Beginning)
{
    private const long Unlimited = int.MaxValue;

    public static PatternNode Character(string text) => new(1, 1, text, $"{text}?");

    public static PatternNode Assertion(string text) => new(0, 0, text, "");

    public static PatternNode Sequence(IReadOnlyList<PatternNode> items)
    {
        var beginning = "";
        foreach (var item in items.Reverse())
        {
            if (item.MaxLength == 1 && item.MinLength == 1)
                beginning = $"(?:{item.Full}{beginning})?";
            else if (item.MaxLength > 0)
                beginning = $"(?:{item.Full}{beginning}|{item.Beginning})";
        }

        return new(items.Sum(i => i.MinLength), items.Sum(i => i.MaxLength), string.Concat(items.Select(i => i.Full)), beginning);
    }

    public static PatternNode Either(IReadOnlyList<PatternNode> branches) => new(
        branches.Min(b => b.MinLength),
        branches.Max(b => b.MaxLength),
        $"(?:{string.Join('|', branches.Select(b => b.Full))})",
        $"(?:{string.Join('|', branches.Select(b => b.Beginning))})");

    public PatternNode Repeat(int min, int max, string lazy) => new(
        Math.Min(MinLength * min, Unlimited),
        Math.Min(MaxLength * max, Unlimited),
        $"(?:{Full}){{{min},{max}}}{lazy}",
        max == 0 ? "" : $"(?:{Full}){{0,{max - 1}}}(?:{Beginning})");
}
