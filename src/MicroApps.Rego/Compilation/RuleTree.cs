namespace MicroApps.Rego;

/// <summary>A rule with where it belongs.</summary>
internal sealed class PlacedRule(Rule rule, RuleNode node, IReadOnlyList<Term> path, IReadOnlyList<string> package)
{
    public Rule Rule { get; set; } = rule;

    public RuleNode Node { get; } = node;

    /// <summary>The rest of its name behind the node.</summary>
    public IReadOnlyList<Term> Path { get; set; } = path;

    public IReadOnlyList<string> Package { get; } = package;
}

/// <summary>Builds the tree of rules and says what each node is.</summary>
internal sealed class RuleTree
{
    private int _count;

    public RuleNode Root { get; } = new(null, null);

    public List<PlacedRule> Rules { get; } = [];

    public int Count => _count;

    public void AddPackage(IReadOnlyList<string> package) => Node(package);

    public void Add(IReadOnlyList<string> package, Rule rule)
    {
        var node = Node(package);
        List<Term> path = rule.Head.Name is RefTerm name ? [Operators.Text(rule.Location, ((VarTerm)name.Head).Name), .. name.Path] : [Operators.Text(rule.Location, ((VarTerm)rule.Head.Name).Name)];
        var at = 0;
        for (; at < path.Count && path[at] is ConstantTerm constant; at++)
            node = node.Child(constant.Value);
        Rules.Add(new(rule, node, [.. path.Skip(at)], package));
    }

    /// <summary>Says what each node is, once all rules are in.</summary>
    public void Settle()
    {
        foreach (var group in Rules.GroupBy(r => r.Node))
        {
            var first = group.FirstOrDefault(r => !r.Rule.IsDefault) ?? group.First();
            group.Key.Kind = group.Any(r => r.Path.Count > 0) ? RuleKind.Partial
                : first.Rule.Head.Arguments is not null ? RuleKind.Function
                : first.Rule.Head.Key is not null ? RuleKind.Set
                : RuleKind.Complete;
            group.Key.Arity = first.Rule.Head.Arguments?.Count ?? 0;
        }

        Name(Root, "data");
    }

    private RuleNode Node(IReadOnlyList<string> package)
    {
        var node = Root;
        foreach (var part in package)
            node = node.Child(RegoValue.From(part));
        return node;
    }

    private void Name(RuleNode node, string name)
    {
        node.Name = name;
        node.Id = _count++;
        foreach (var child in node.Children.Values)
            Name(child, name + Part(child.Key!));
    }

    /// <summary>A key in the name of a node, as it is written behind a reference.</summary>
    public static string Part(RegoValue key) => key is StringValue text && IsName(text.Value) ? $".{text.Value}" : $"[{key}]";

    private static bool IsName(string text) => text.Length > 0 && text.All(c => c == '_' || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9') && text[0] is not (>= '0' and <= '9');
}
