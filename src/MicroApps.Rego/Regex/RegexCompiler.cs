namespace MicroApps.Rego;

/// <summary>Makes instructions out of a tree. It works from the end to the beginning, so that every instruction knows where it goes on.</summary>
internal sealed class RegexCompiler
{
    private readonly List<RegexInstruction> _code = [new(RegexOperation.Match, 0, 0)];
    private readonly RuneClasses _classes;

    private RegexCompiler(RuneClasses classes) => _classes = classes;

    /// <summary>The instructions of a tree, of which the first is the match, and the place where they begin.</summary>
    public static RegexInstruction[] Compile(RegexNode root, RuneClasses classes, out int start)
    {
        var compiler = new RegexCompiler(classes);
        start = compiler.Emit(root, 0);
        return [.. compiler._code];
    }

    private int Emit(RegexNode node, int next)
    {
        switch (node.Kind)
        {
            case RegexKind.Runes:
                return Add(_classes.Instruction(node.Set, next));
            case RegexKind.Concat:
                for (var i = node.Children.Length - 1; i >= 0; i--)
                    next = Emit(node.Children[i], next);
                return next;
            case RegexKind.Alternate:
                return Alternate(node.Children, next);
            case RegexKind.Capture:
                var end = Add(new(RegexOperation.Save, (2 * node.Group) + 1, next));
                return Add(new(RegexOperation.Save, 2 * node.Group, Emit(node.Children[0], end)));
            case RegexKind.Repeat:
                return Repeat(node, next);
            case RegexKind.Assert:
                return Add(new(RegexOperation.Assert, (int)node.Place, next));
            default:
                return next;
        }
    }

    private int Alternate(RegexNode[] children, int next)
    {
        var entry = Emit(children[children.Length - 1], next);
        for (var i = children.Length - 2; i >= 0; i--)
            entry = Add(new(RegexOperation.Split, 0, Emit(children[i], next), entry));
        return entry;
    }

    private int Repeat(RegexNode node, int next)
    {
        var (child, rest) = (node.Children[0], node.Min);
        var entry = next;
        if (node.Max == RegexNode.Unbounded)
        {
            entry = rest > 0 ? Plus(child, node.IsLazy, next) : Star(child, node.IsLazy, next);
            rest--;
        }

        for (var i = node.Min; i < node.Max; i++)
            entry = Fork(Emit(child, entry), next, node.IsLazy);
        for (; rest > 0; rest--)
            entry = Emit(child, entry);
        return entry;
    }

    /// <summary>A part that can be empty is (part+)?: only this keeps the order of preference.</summary>
    private int Star(RegexNode child, bool isLazy, int next)
    {
        if (child.CanBeEmpty)
            return Fork(Plus(child, isLazy, next), next, isLazy);
        Loop(child, isLazy, next, out var split);
        return split;
    }

    private int Plus(RegexNode child, bool isLazy, int next) => Loop(child, isLazy, next, out _);

    private int Loop(RegexNode child, bool isLazy, int next, out int split)
    {
        split = Add(default);
        var body = Emit(child, split);
        _code[split] = isLazy ? new(RegexOperation.Split, 0, next, body) : new(RegexOperation.Split, 0, body, next);
        return body;
    }

    private int Fork(int body, int next, bool isLazy) =>
        Add(isLazy ? new(RegexOperation.Split, 0, next, body) : new(RegexOperation.Split, 0, body, next));

    private int Add(RegexInstruction instruction)
    {
        Budget.Current.Spend((_code.Count & 3) == 3 ? 1 : 0);
        _code.Add(instruction);
        return _code.Count - 1;
    }
}
