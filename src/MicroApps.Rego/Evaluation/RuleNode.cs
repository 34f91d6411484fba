namespace MicroApps.Rego;

/// <summary>What the rules at a node define together.</summary>
internal enum RuleKind
{
    /// <summary>No rule is here.</summary>
    None,

    /// <summary>One value.</summary>
    Complete,

    /// <summary>A set of values.</summary>
    Set,

    /// <summary>An object, to which rules with variables in their heads add, and all rules below.</summary>
    Partial,

    /// <summary>A function.</summary>
    Function,
}

/// <summary>A place in the tree of rules: a package, a part of a name, or rules.</summary>
internal sealed class RuleNode(RegoValue? key, RuleNode? parent)
{
    private int[] _all = [];
    private RuleIndex? _index;

    public RegoValue? Key { get; } = key;

    public RuleNode? Parent { get; } = parent;

    public Dictionary<RegoValue, RuleNode> Children { get; } = [];

    public RuleKind Kind { get; set; }

    /// <summary>The place of what it evaluates to among all results that are kept.</summary>
    public int Id { get; set; }

    /// <summary>The definitions, in order; of a <see cref="RuleKind.Partial"/> node those of all nodes below too.</summary>
    public List<RulePlan> Plans { get; } = [];

    public RulePlan? Default { get; set; }

    /// <summary>Whether all definitions give the same constant, so that one of them is enough.</summary>
    public bool HasOneValue { get; private set; }

    /// <summary>How many arguments a function has.</summary>
    public int Arity { get; set; }

    /// <summary>How it is called: <c>data.a.p</c>.</summary>
    public string Name { get; set; } = "data";

    /// <summary>The definitions that may match, by their place in <see cref="Plans"/>, in order.</summary>
    public int[] Candidates(Machine machine, RegoValue[]? arguments) => _index is null ? _all : _index.Find(machine, arguments);

    /// <summary>Says that all plans are in, here and below.</summary>
    /// <param name="isWatched">Whether something watches what runs, which then has to see the conditions of an index fail.</param>
    public void SettleAll(bool isWatched)
    {
        foreach (var child in Children.Values)
            child.SettleAll(isWatched);
        _all = [.. Enumerable.Range(0, Plans.Count)];
        _index = isWatched ? null : RuleIndex.Of(Plans);
        HasOneValue = Kind is RuleKind.Complete or RuleKind.Function && Plans.Count > 0 && Plans[0].Value is ConstantEval first && Plans.All(p => p.AlwaysGives(first.Value));
    }

    public RuleNode Child(RegoValue child)
    {
        if (!Children.TryGetValue(child, out var node))
            Children[child] = node = new(child, this);
        return node;
    }
}

/// <summary>A definition of a rule, ready to run.</summary>
internal sealed class RulePlan
{
    public Location Location { get; set; } = null!;

    public int Slots { get; set; }

    /// <summary>The body; its last step hands the solution to the machine's sink.</summary>
    public Step Entry { get; set; } = null!;

    /// <summary>The value, or the member of a set.</summary>
    public Eval Value { get; set; } = null!;

    public bool HasConstantValue { get; set; }

    /// <summary>Whether it adds the value to a set at its path.</summary>
    public bool AddsToSet { get; set; }

    /// <summary>The rest of the name behind the node.</summary>
    public Eval[] Path { get; set; } = [];

    public Pattern[] Arguments { get; set; } = [];

    public RulePlan? Else { get; set; }

    /// <summary>The same definition for a given key of its set or object, which is its only argument; null when that would not help.</summary>
    public RulePlan? ForKey { get; set; }

    /// <summary>What has to equal what for the body to have a solution.</summary>
    public List<Guard> Guards { get; } = [];

    /// <summary>Whether it gives this value or none.</summary>
    public bool AlwaysGives(RegoValue value) => Value is ConstantEval constant && constant.Value.Equals(value) && (Else is null || Else.AlwaysGives(value));
}
