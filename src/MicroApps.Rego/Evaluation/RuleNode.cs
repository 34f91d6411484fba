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
    public RegoValue? Key { get; } = key;

    public RuleNode? Parent { get; } = parent;

    public Dictionary<RegoValue, RuleNode> Children { get; } = [];

    public RuleKind Kind { get; set; }

    /// <summary>The place of what it evaluates to among all results that are kept.</summary>
    public int Id { get; set; }

    /// <summary>The definitions, in order; of a <see cref="RuleKind.Partial"/> node those of all nodes below too.</summary>
    public List<RulePlan> Plans { get; } = [];

    public RulePlan? Default { get; set; }

    /// <summary>How many arguments a function has.</summary>
    public int Arity { get; set; }

    /// <summary>How it is called: <c>data.a.p</c>.</summary>
    public string Name { get; set; } = "data";

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
}
