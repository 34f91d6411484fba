namespace MicroApps.Rego;

/// <summary>Which rules need which. A reference needs all rules that may be on its way or below its end.</summary>
internal sealed class RuleGraph
{
    private readonly PlanContext _context;
    private readonly RuleTree _tree;
    private readonly List<List<int>> _edges = [];
    private readonly List<(PlacedRule Placed, Rule Rule)?> _rules = [];
    private readonly Dictionary<RuleNode, int> _at = [], _below = [];
    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);

    public RuleGraph(RuleTree tree, PlanContext context)
    {
        (_tree, _context) = (tree, context);
        AddNodes();
        var count = tree.Rules.Count;
        for (var i = 0; i < count; i++)
            for (var rule = tree.Rules[i].Rule; rule is not null; rule = rule.Else)
                _edges[At(tree.Rules[i].Node)].Add(Add((tree.Rules[i], rule)));
        for (var i = 0; i < _rules.Count; i++)
            if (_rules[i] is var (_, rule))
                new References(this, i).VisitOne(rule);
    }

    /// <summary>All rules, behind those that they need. Rules that need one another stand side by side, and so does a rule that needs itself; that is told.</summary>
    public IEnumerable<OrderedRule> InOrder()
    {
        foreach (var component in new Components(_edges).Find())
            foreach (var id in component)
                if (_rules[id] is var (placed, rule))
                    yield return new(placed, rule, id, component.Count > 1);
    }

    /// <summary>The shortest way from a rule back to itself, by names of rules; empty when there is none.</summary>
    public IReadOnlyList<string> Path(int id)
    {
        Dictionary<int, int> from = [];
        Queue<int> open = new();
        open.Enqueue(id);
        while (open.Count > 0)
        {
            var current = open.Dequeue();
            foreach (var next in _edges[current])
            {
                if (from.ContainsKey(next))
                    continue;
                from[next] = current;
                if (next == id)
                    return Trace(id, from);
                open.Enqueue(next);
            }
        }

        return [];
    }

    private List<string> Trace(int id, Dictionary<int, int> from)
    {
        List<string> names = [NameOf(id)];
        for (var at = from[id]; at != id; at = from[at])
            if (_rules[at] is not null)
                names.Add(NameOf(at));
        names.Add(NameOf(id));
        names.Reverse();
        return names;
    }

    private string NameOf(int id) => _rules[id]!.Value.Placed.Node.Name;

    private void AddNodes()
    {
        Stack<RuleNode> open = new([_tree.Root]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            _edges[Below(node)].Add(At(node));
            foreach (var child in node.Children.Values)
            {
                _edges[Below(node)].Add(Below(child));
                open.Push(child);
            }
        }
    }

    private int Add((PlacedRule, Rule)? rule)
    {
        _edges.Add([]);
        _rules.Add(rule);
        return _edges.Count - 1;
    }

    private int At(RuleNode node) => _at.TryGetValue(node, out var id) ? id : _at[node] = Add(null);

    private int Below(RuleNode node) => _below.TryGetValue(node, out var id) ? id : _below[node] = Add(null);

    private void Need(int rule, IReadOnlyList<Term> path)
    {
        var pattern = string.Join("\0", path.Select(p => Constants.Of(p)?.ToString() ?? "_"));
        if (!_patterns.TryGetValue(pattern, out var id))
        {
            _patterns[pattern] = id = Add(null);
            Match(id, path);
        }

        _edges[rule].Add(id);
    }

    private void Match(int id, IReadOnlyList<Term> path)
    {
        List<RuleNode> nodes = [_tree.Root];
        foreach (var part in path)
        {
            nodes = [.. nodes.SelectMany(n => Constants.Of(part) is not { } constant ? (IEnumerable<RuleNode>)n.Children.Values : n.Children.TryGetValue(constant, out var child) ? [child] : [])];
            foreach (var node in nodes)
                _edges[id].Add(At(node));
        }

        foreach (var node in nodes)
            _edges[id].Add(Below(node));
    }

    /// <summary>Finds what a rule refers to, in its <c>with</c> too.</summary>
    private sealed class References(RuleGraph graph, int rule) : TermVisitor
    {
        public void VisitOne(Rule one)
        {
            Visit(one.Head);
            Visit(one.Body);
        }

        public override void Visit(Term? term)
        {
            if (term is VarTerm { Name: Operators.Data })
                graph.Need(rule, []);
            else if (term is RefTerm { Head: VarTerm { Name: Operators.Data } } reference)
            {
                graph.Need(rule, reference.Path);
                VisitAll(reference.Path);
            }
            else if (term is VarTerm { Name: var name } && name.StartsWith(Operators.Data, StringComparison.Ordinal) && graph._context.Function(name)?.Node is { } function)
                graph._edges[rule].Add(graph.At(function));
            else
                base.Visit(term);
        }
    }
}
