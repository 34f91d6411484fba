namespace MicroApps.Rego;

/// <summary>A test: a definition of a rule, or all of one that has cases.</summary>
/// <param name="Package">The package, as in <c>data.app</c>.</param>
/// <param name="Name">The name it is compiled under: a second <c>test_x</c> is <c>test_x#01</c>.</param>
/// <param name="Rules">The definitions.</param>
internal sealed record TestRule(string Package, string Name, IReadOnlyList<Rule> Rules)
{
    public const string Prefix = "test_";

    private const string Skipped = "todo_test_";

    /// <summary>What it evaluates to.</summary>
    public string Path => Package + Step(Name);

    public bool IsSkipped => Name.StartsWith(Skipped, StringComparison.Ordinal);

    /// <summary>Whether it has cases: its name goes on behind the first part.</summary>
    public bool HasCases => Rules[0].Head.Name is RefTerm;

    public IEnumerable<Location> Heads
    {
        get
        {
            foreach (var rule in Rules)
                for (var part = rule; part is not null; part = part.Else)
                    yield return part.Head.Location;
        }
    }

    /// <summary>The tests of modules, and the modules with a name of its own for each, as OPA does it. Definitions that have cases stay together.</summary>
    public static (IReadOnlyList<Module> Modules, IReadOnlyList<TestRule> Tests) Find(IEnumerable<Module> modules)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<Module> renamed = [];
        List<TestRule> tests = [];
        foreach (var module in modules)
        {
            var package = "data" + string.Concat(module.Package.Select(Step));
            List<Rule> rules = [];
            foreach (var rule in module.Rules)
            {
                var test = NameOf(rule) is { } name ? Numbered(new(package, name, [rule]), counts) : null;
                rules.Add(test?.Rules[0] ?? rule);
                if (test is not null)
                    Add(test, tests);
            }

            renamed.Add(module with { Rules = rules });
        }

        return (renamed, tests);
    }

    private static void Add(TestRule test, List<TestRule> tests)
    {
        var known = test.HasCases ? tests.FindIndex(t => t.HasCases && t.Path == test.Path) : -1;
        if (known < 0)
            tests.Add(test);
        else
            tests[known] = tests[known] with { Rules = [.. tests[known].Rules, .. test.Rules] };
    }

    private static TestRule Numbered(TestRule test, Dictionary<string, int> counts)
    {
        counts.TryGetValue(test.Path, out var count);
        counts[test.Path] = count + 1;
        if (count == 0 || test.HasCases || test.IsSkipped)
            return test;
        var name = $"{test.Name}#{count:00}";
        var rule = test.Rules[0];
        return test with { Name = name, Rules = [rule with { Head = rule.Head with { Name = new VarTerm(rule.Head.Name.Location, name) } }] };
    }

    private static string? NameOf(Rule rule)
    {
        var name = rule.Head switch
        {
            { Arguments: not null } => null,
            { Name: VarTerm variable } => variable.Name,
            { Name: RefTerm { Head: VarTerm variable } } => variable.Name,
            _ => null,
        };
        return name is not null && (name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith(Skipped, StringComparison.Ordinal)) ? name : null;
    }

    private static string Step(string part) => TermFormatter.IsName(part) ? "." + part : $"[{JsonWriter.Write(RegoValue.From(part), escapesHtml: false)}]";
}
