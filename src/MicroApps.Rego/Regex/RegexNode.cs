namespace MicroApps.Rego;

/// <summary>What a part of a pattern is.</summary>
internal enum RegexKind
{
    Empty,
    Runes,
    Concat,
    Alternate,
    Capture,
    Repeat,
    Assert,
}

/// <summary>Places that a pattern can ask for.</summary>
internal enum RegexPlace
{
    BeginText,
    EndText,
    BeginLine,
    EndLine,
    WordBoundary,
    NoWordBoundary,
}

/// <summary>A part of a pattern, with what its limits need to know. Immutable once built.</summary>
internal sealed class RegexNode
{
    /// <summary>Stands for "no upper bound" in <see cref="Max"/>.</summary>
    public const int Unbounded = -1;

    private static readonly RegexNode[] NoChildren = [];

    private RegexNode(RegexKind kind, params RegexNode[] children)
    {
        (Kind, Children, Height, Size, Repetition) = (kind, children, 1, 1, 1);
        foreach (var child in children)
        {
            Height = Math.Max(Height, child.Height + 1);
            Repetition = Math.Max(Repetition, child.Repetition);
            Size += child.Size;
        }
    }

    public static RegexNode Empty { get; } = new(RegexKind.Empty, NoChildren) { CanBeEmpty = true };

    public RegexKind Kind { get; }

    public RegexNode[] Children { get; }

    public RuneSet Set { get; private init; } = RuneSet.All;

    public RegexPlace Place { get; private init; }

    /// <summary>The number of a group, from 1.</summary>
    public int Group { get; private init; }

    public int Min { get; private init; }

    public int Max { get; private init; }

    public bool IsLazy { get; private init; }

    /// <summary>Whether it matches the empty text at some place.</summary>
    public bool CanBeEmpty { get; private init; }

    /// <summary>How deep it nests.</summary>
    public int Height { get; }

    /// <summary>About how many instructions it takes.</summary>
    public long Size { get; private init; }

    /// <summary>How often a part is repeated by counts within counts.</summary>
    public long Repetition { get; private init; }

    public static RegexNode Runes(RuneSet set) => new(RegexKind.Runes, NoChildren) { Set = set };

    public static RegexNode Assert(RegexPlace place) => new(RegexKind.Assert, NoChildren) { Place = place, CanBeEmpty = true };

    public static RegexNode Capture(int group, RegexNode child) => new(RegexKind.Capture, child) { Group = group, CanBeEmpty = child.CanBeEmpty };

    public static RegexNode Concat(IReadOnlyList<RegexNode> parts) => parts.Count switch
    {
        0 => Empty,
        1 => parts[0],
        _ => new(RegexKind.Concat, [.. parts]) { CanBeEmpty = parts.All(p => p.CanBeEmpty) },
    };

    public static RegexNode Alternate(IReadOnlyList<RegexNode> parts) =>
        parts.Count == 1 ? parts[0] : new(RegexKind.Alternate, [.. parts]) { CanBeEmpty = parts.Any(p => p.CanBeEmpty) };

    public static RegexNode Repeat(RegexNode child, int min, int max, bool isLazy)
    {
        var copies = Math.Max(1, Math.Max(min, max));
        return new(RegexKind.Repeat, child)
        {
            Min = min,
            Max = max,
            IsLazy = isLazy,
            CanBeEmpty = min == 0 || child.CanBeEmpty,
            Size = 1 + (copies * (child.Size + 1)),
            Repetition = max == 0 ? 1 : copies * child.Repetition,
        };
    }
}
