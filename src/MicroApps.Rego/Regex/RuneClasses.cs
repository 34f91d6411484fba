namespace MicroApps.Rego;

/// <summary>The code points in classes: two of the same class look the same to every instruction of a program. Immutable once built.</summary>
internal sealed class RuneClasses
{
    private readonly Dictionary<RuneSet, int> _sets = [];
    private readonly int[] _ascii = new int[128];
    private readonly int[] _starts;
    private readonly int[] _classes;
    private readonly ulong[][] _members;
    private readonly RuneContext[] _contexts;

    /// <summary>Makes the classes which the sets and the places of a tree need.</summary>
    public RuneClasses(RegexNode root)
    {
        Collect(root);
        if ((Watched & RuneContext.Word) != 0)
            Add(RuneSet.Words);
        if ((Watched & RuneContext.Newline) != 0)
            Add(RuneSet.Newline);
        var sets = _sets.OrderBy(s => s.Value).Select(s => s.Key).ToArray();
        _starts = [.. sets.SelectMany(s => s.Ranges).Select((end, i) => end + (i & 1)).Where(start => start <= RuneSet.Last).Append(0).Distinct().OrderBy(start => start)];
        _classes = new int[_starts.Length];
        Count = RunePartition.Split(_starts, _classes, sets);
        _members = [.. sets.Select(MembersOf)];
        for (var c = 0; c < _ascii.Length; c++)
            _ascii[c] = Search(c);
        _contexts = new RuneContext[Count + 1];
        for (var i = 0; i < _starts.Length; i++)
            _contexts[_classes[i]] = ContextOf(_starts[i]);
        _contexts[Count] = RuneContext.Edge;
    }

    /// <summary>How many classes there are. The number behind the last stands for the end of the text.</summary>
    public int Count { get; }

    /// <summary>What matters about the code point before a place.</summary>
    public RuneContext Watched { get; private set; }

    /// <summary>Whether the program has assertions.</summary>
    public bool HasPlaces { get; private set; }

    /// <summary>The classes of ASCII, for loops that look them up themselves.</summary>
    public int[] Ascii => _ascii;

    /// <summary>The instruction that takes a member of a set.</summary>
    public RegexInstruction Instruction(RuneSet set, int next)
    {
        var only = set.Ranges.Length == 0 ? -1 : _classes[Array.BinarySearch(_starts, set.Ranges[0])];
        return only >= 0 && _members[_sets[set]].Length == 0 ? new(RegexOperation.Class, only, next) : new(RegexOperation.Classes, _sets[set], next);
    }

    /// <summary>Whether a class, or the end of the text, is in a set.</summary>
    public bool Contains(int set, int @class) => (_members[set][@class >> 6] & (1UL << @class)) != 0;

    /// <summary>The class of the code point at a place, which it steps over.</summary>
    public int Read(string text, ref int at)
    {
        var c = text[at];
        if (c >= 128)
            return Search(Runes.Read(text, ref at));
        at++;
        return _ascii[c];
    }

    /// <summary>What is behind a place, given the class that comes there.</summary>
    public RuneContext Context(int @class) => _contexts[@class];

    /// <summary>What is before a place.</summary>
    public RuneContext Before(string text, int at) =>
        (at == 0 ? RuneContext.Edge : Watched == RuneContext.None ? RuneContext.None : _contexts[Search(Runes.ReadBefore(text, at))]) & Watched;

    private int Search(int rune)
    {
        var at = Array.BinarySearch(_starts, rune);
        return _classes[at < 0 ? ~at - 1 : at];
    }

    private RuneContext ContextOf(int rune) =>
        ((RuneSet.Words.Contains(rune) ? RuneContext.Word : RuneContext.None) | (rune == '\n' ? RuneContext.Newline : RuneContext.None)) & Watched;

    /// <summary>The classes of a set as bits; nothing when it is one class.</summary>
    private ulong[] MembersOf(RuneSet set)
    {
        if (set.Single >= 0)
            return [];
        var (members, first, isOne) = (new ulong[(Count >> 6) + 1], -1, true);
        foreach (var at in RunePartition.Inside(_starts, set))
        {
            var @class = _classes[at];
            first = first < 0 ? @class : first;
            isOne &= @class == first;
            members[@class >> 6] |= 1UL << @class;
        }

        return isOne && first >= 0 ? [] : members;
    }

    private void Collect(RegexNode root)
    {
        var rest = new Stack<RegexNode>();
        rest.Push(root);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            if (node.Kind == RegexKind.Runes)
                Add(node.Set);
            else if (node.Kind == RegexKind.Assert)
                (HasPlaces, Watched) = (true, Watched | RegexPlaces.Watched(node.Place));
            foreach (var child in node.Children)
                rest.Push(child);
        }
    }

    private void Add(RuneSet set)
    {
        if (!_sets.ContainsKey(set))
            _sets.Add(set, _sets.Count);
    }
}
