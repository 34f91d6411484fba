namespace MicroApps.Rego;

/// <summary>What planning needs to know of everything else.</summary>
internal sealed class PlanContext(NameSource names, IReadOnlyDictionary<string, Builtin> builtins, IReadOnlyDictionary<string, int> arities, RuleNode root)
{
    private readonly Dictionary<string, Callee?> _functions = [];

    public NameSource Names => names;

    /// <summary>The tree of rules.</summary>
    public RuleNode Root => root;

    /// <summary>What watches the plans while they run; null for nothing.</summary>
    public Probes? Probes { get; init; }

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
        if (!name.StartsWith("data.", StringComparison.Ordinal))
            return null;
        var node = root;
        foreach (var part in name.Split('.').Skip(1))
            if (!node.Children.TryGetValue(RegoValue.From(part), out node!))
                return null;
        return node.Kind == RuleKind.Function ? new(name, null, node) : null;
    }
}
