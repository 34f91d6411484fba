using System.Diagnostics;

namespace MicroApps.Rego;

/// <summary>Runs the rules of policies whose names begin with <c>test_</c>; those with <c>todo_test_</c> are told as skipped.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class RegoTestRunner
{
    private const int MostTrace = 6, MostOutput = 10_000;

    private readonly List<Module> _modules = [];
    private readonly Probes _probes = new();

    /// <summary>Which tests to run, by names such as <c>data.app.test_allows</c>; null for all.</summary>
    public Func<string, bool>? Filter { get; set; }

    /// <summary>Whether it is told which lines were reached.</summary>
    public bool Coverage { get; set; }

    /// <summary>Whether it is told which expressions made tests fail.</summary>
    public bool Trace { get; set; }

    /// <summary>What is under <c>data</c> beside the rules; null for nothing.</summary>
    public RegoValue? Data { get; set; }

    /// <summary>Which built-in functions policies and tests may name, as in <see cref="RegoCompiler.Capabilities"/>.</summary>
    public RegoCapabilities Capabilities { get; set; } = RegoCapabilities.Default;

    /// <summary>How tests are evaluated; null for defaults. What is printed goes to the results.</summary>
    public RegoEvaluationOptions? Options { get; set; }

    /// <summary>Adds a source.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="source">Its text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RegoTestRunner Add(string file, string source)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        _ = source ?? throw new ArgumentNullException(nameof(source));
        _modules.Add(ModuleParser.Parse(file, source, []));
        return this;
    }

    /// <summary>Compiles what was added and runs its tests.</summary>
    /// <exception cref="RegoException">A source is refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public RegoTestReport Run(CancellationToken cancellation = default)
    {
        var compiler = new RegoCompiler { Capabilities = Capabilities, KeepPrint = true, Probes = Coverage || Trace ? _probes : null };
        foreach (var module in _modules)
            compiler.Add(module.File, module.Source);
        var policy = compiler.Compile();
        List<RegoTestResult> results = [];
        foreach (var test in Tests())
            results.Add(Run(policy, test, cancellation));
        return new(results, Coverage ? RegoCoverage.Of(_probes, new HashSet<string>(_modules.Select(m => m.File), StringComparer.Ordinal)) : []);
    }

    private IEnumerable<Test> Tests() =>
        from module in _modules
        from rule in module.Rules
        let name = NameOf(rule)
        where name is not null && (name.StartsWith("test_", StringComparison.Ordinal) || name.StartsWith("todo_test_", StringComparison.Ordinal))
        group rule by (Package: PathOf(module.Package), Name: name) into rules
        let test = new Test(rules.Key.Package, rules.Key.Name, [.. rules])
        where Filter?.Invoke($"{test.Package}.{test.Name}") ?? true
        select test;

    private RegoTestResult Run(RegoPolicy policy, Test test, CancellationToken cancellation)
    {
        var first = test.Rules[0].Location;
        var result = new RegoTestResult(test.Package, test.Name, first.File, first.Line, RegoTestOutcome.Skipped, TimeSpan.Zero);
        if (test.Name.StartsWith("todo_", StringComparison.Ordinal))
            return result;
        _probes.Reset();
        List<string> output = [];
        var query = policy.Prepare($"value := {test.Package}.{test.Name}");
        var watch = Stopwatch.StartNew();
        try
        {
            var solutions = query.Evaluate(null, Data, OptionsOf(output), cancellation);
            var passed = solutions.Count == 1 && solutions[0].TryGetValue("value", out var value) && value.Equals(RegoValue.True);
            result = result with { Outcome = passed ? RegoTestOutcome.Passed : RegoTestOutcome.Failed, Trace = passed || !Trace ? [] : TraceOf(test) };
        }
        catch (RegoException e)
        {
            result = result with { Outcome = RegoTestOutcome.Error, Error = e.Errors[0] };
        }

        return result with { Duration = watch.Elapsed, Output = output };
    }

    private RegoEvaluationOptions OptionsOf(List<string> output)
    {
        var options = Options ?? RegoEvaluationOptions.Default;
        return new()
        {
            StrictBuiltinErrors = options.StrictBuiltinErrors,
            Fuel = options.Fuel,
            Timeout = options.Timeout,
            NowNanoseconds = options.NowNanoseconds,
            Print = line =>
            {
                if (output.Count < MostOutput)
                    output.Add(line);
            },
        };
    }

    private List<RegoError> TraceOf(Test test)
    {
        HashSet<Location> heads = [];
        foreach (var rule in test.Rules)
            for (var part = rule; part is not null; part = part.Else)
                heads.Add(part.Head.Location);
        var sources = _modules.GroupBy(m => m.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Source, StringComparer.Ordinal);
        return [.. _probes.Failed(heads, MostTrace).Where(l => sources.ContainsKey(l.File)).Select(l => new RegoError("no_solution", Line(sources[l.File], l), l.File, l.Line, l.Column))];
    }

    private static string Line(string source, Location location)
    {
        var text = source.Substring(location.Start, location.Length);
        var end = text.IndexOf('\n');
        return end < 0 ? text : text.Substring(0, end).TrimEnd() + " …";
    }

    private static string? NameOf(Rule rule) => rule.Head switch
    {
        { Arguments: not null } => null,
        { Name: VarTerm name } => name.Name,
        _ => null,
    };

    private static string PathOf(IReadOnlyList<string> package) =>
        "data" + string.Concat(package.Select(p => TermFormatter.IsName(p) ? "." + p : $"[{JsonWriter.Write(RegoValue.From(p), escapesHtml: false)}]"));

    private sealed record Test(string Package, string Name, IReadOnlyList<Rule> Rules);
}
