namespace MicroApps.Rego;

/// <summary>What is switched on inside a pattern.</summary>
[Flags]
internal enum RegexFlags
{
    None = 0,
    FoldCase = 1,
    Multiline = 2,
    DotIsAll = 4,
    Lazy = 8,
}

/// <summary>A group that is being read: its alternatives so far.</summary>
internal sealed class RegexGroup(int number, RegexFlags flagsBefore)
{
    private readonly List<RegexNode> _alternatives = [];
    private List<RegexNode> _items = [];

    /// <summary>The number of the group; negative when it does not capture.</summary>
    public int Number => number;

    /// <summary>The flags to return to behind the group.</summary>
    public RegexFlags FlagsBefore => flagsBefore;

    /// <summary>The last item, which a repetition takes; null when there is none.</summary>
    public RegexNode? Last
    {
        get => _items.Count > 0 ? _items[_items.Count - 1] : null;
        set => _items[_items.Count - 1] = value!;
    }

    public void Add(RegexNode item) => _items.Add(item);

    public void Bar()
    {
        _alternatives.Add(RegexNode.Concat(_items));
        _items = [];
    }

    public RegexNode Close()
    {
        Bar();
        return RegexNode.Alternate(_alternatives);
    }
}
