namespace MicroApps.Rego;

/// <summary>Rules that cannot stand side by side: of different kinds under one name, above one another, or where a package is.</summary>
internal sealed class ConflictCheck(RuleTree tree, ErrorLog errors)
{
    private readonly ILookup<RuleNode, PlacedRule> _rules = tree.Rules.ToLookup(r => r.Node);

    public void CheckRules()
    {
        foreach (var rules in _rules)
            CheckNode(rules.Key, [.. rules]);
    }

    public static void CheckPackages(IReadOnlyList<Module> modules, ErrorLog errors)
    {
        var packages = modules.ToLookup(m => string.Join("\0", m.Package));
        foreach (var module in modules)
            foreach (var rule in module.Rules)
            {
                if (PathOf(rule) is not { } path)
                    continue;
                foreach (var other in packages[string.Join("\0", [.. module.Package, .. path])].Where(m => !ReferenceEquals(m, module)))
                    errors.Add(ErrorLog.Type, module.Location, $"package {string.Join(".", other.Package)} conflicts with rule {string.Join(".", path)} defined at {rule.Location.File}:{rule.Location.Line}");
            }
    }

    private static List<string>? PathOf(Rule rule)
    {
        if (rule.Head.Name is VarTerm name)
            return [name.Name];
        var reference = (RefTerm)rule.Head.Name;
        return reference.Path.All(p => p is ConstantTerm { Value: StringValue }) ? [((VarTerm)reference.Head).Name, .. reference.Path.Select(p => ((StringValue)((ConstantTerm)p).Value).Value)] : null;
    }

    private void CheckNode(RuleNode node, List<PlacedRule> rules)
    {
        var first = rules[0].Rule;
        var defaults = rules.Where(r => r.Rule.IsDefault).ToList();
        if (rules.Any(r => r.Path.Count == 0) && node.Children.Count > 0)
            errors.Add(ErrorLog.Type, first.Location, $"rule {node.Name} conflicts with [{string.Join(" ", Below(node).Distinct())}] (hint: a rule with one value cannot have rules below it)");
        else if (rules.Select(KindOf).Distinct().Count() > 1 || rules.Select(r => r.Rule.Head.Arguments?.Count ?? 0).Distinct().Count() > 1)
            errors.Add(ErrorLog.Type, first.Location, $"conflicting rules {node.Name} found (hint: all rules of a name are of one kind: a value, a set, an object or a function with as many arguments)");
        else if (defaults.Count > 1)
            errors.Add(ErrorLog.Type, defaults[0].Rule.Location, $"multiple default rules {node.Name} found at {string.Join(", ", defaults.Select(d => $"{d.Rule.Location.File}:{d.Rule.Location.Line}"))}");
    }

    private static string KindOf(PlacedRule rule) => rule.Rule.Head.Key is not null ? "set" : rule.Path.Count > 0 ? "object" : "value";

    private IEnumerable<string> Below(RuleNode node)
    {
        Stack<RuleNode> open = new(node.Children.Values);
        while (open.Count > 0)
        {
            var child = open.Pop();
            if (_rules.Contains(child))
                yield return child.Name;
            foreach (var below in child.Children.Values)
                open.Push(below);
        }
    }
}
