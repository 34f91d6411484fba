namespace MicroApps.Rego;

/// <summary>What planning needs to know of everything else.</summary>
internal sealed class PlanContext(NameSource names, IReadOnlyDictionary<string, Builtin> builtins, IReadOnlyDictionary<string, int> arities, RuleNode root)
{
    private readonly Dictionary<string, Callee?> _functions = [];
    private Dictionary<string, RuleNode>? _nodes;

    public NameSource Names => names;

    /// <summary>The tree of rules.</summary>
    public RuleNode Root => root;

    private Dictionary<string, RuleNode> Nodes => _nodes ??= FunctionsOf(root);

    /// <summary>What watches the plans while they run; null for nothing.</summary>
    public Probes? Probes { get; init; }

    /// <summary>Whether rules make what is at a path under <c>data</c>, or at a part of it.</summary>
    public bool IsVirtual(IReadOnlyList<Term> path)
    {
        var node = root;
        foreach (var part in path)
        {
            if (part is not ConstantTerm constant || !node.Children.TryGetValue(constant.Value, out var child))
                return false;
            if (child.Kind != RuleKind.None)
                return true;
            node = child;
        }

        return true;
    }

    public int Arity(string name) => arities.TryGetValue(name, out var arity) ? arity : -1;

    /// <summary>How many arguments a function has; negative when there is no such function.</summary>
    public int ArityOf(string name) => Function(name) is { } callee ? callee.Node?.Arity ?? Arity(name) : -1;

    /// <summary>The function of a name; null when there is none.</summary>
    public Callee? Function(string name)
    {
        if (_functions.TryGetValue(name, out var known))
            return known;
        return _functions[name] = Find(name);
    }

    private Callee? Find(string name)
    {
        if (builtins.TryGetValue(name, out var builtin))
            return new(name, builtin, null);
        return name.StartsWith(Operators.Data, StringComparison.Ordinal) && Nodes.TryGetValue(name, out var node) ? new(name, null, node) : null;
    }

    private static Dictionary<string, RuleNode> FunctionsOf(RuleNode root)
    {
        var (found, open) = (new Dictionary<string, RuleNode>(StringComparer.Ordinal), new Stack<RuleNode>([root]));
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node.Kind == RuleKind.Function)
                found[node.Name] = node;
            foreach (var child in node.Children.Values)
                open.Push(child);
        }

        return found;
    }
}
