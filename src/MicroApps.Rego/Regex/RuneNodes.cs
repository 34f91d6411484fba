namespace MicroApps.Rego;

/// <summary>The nodes of one pattern that take a code point: one for each set, so that many uses of a large set cost little.</summary>
internal sealed class RuneNodes
{
    /// <summary>Bounds the work of making classes: every large set looks at what all sets have cut.</summary>
    private const long MostWork = 20_000_000;

    private readonly Dictionary<RuneSet, RegexNode> _nodes = [];
    private long _ranges;
    private long _large;

    /// <summary>Whether the sets are too many for a program.</summary>
    public bool AreTooMany => _large * _ranges > MostWork;

    public RegexNode Node(RuneSet set)
    {
        if (_nodes.TryGetValue(set, out var node))
            return node;
        _ranges += set.Ranges.Length;
        _large += set.Single < 0 ? 1 : 0;
        return _nodes[set] = RegexNode.Runes(set);
    }
}
