using System.Diagnostics;

namespace MicroApps.Rego;

/// <summary>Runs the rules of policies whose names begin with <c>test_</c>; those with <c>todo_test_</c> are told as skipped.</summary>
/// <remarks>Each definition is a test, as in OPA: a second <c>test_x</c> is <c>test_x#01</c>. A test such as <c>test_x[name]</c> has a case for each name. Not thread-safe.</remarks>
public sealed class RegoTestRunner
{
    private const int MostTrace = 6, MostOutput = 10_000, MostEvents = 100_000;

    private readonly List<Module> _modules = [];
    private readonly List<RegoError> _errors = [];

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
        _modules.Add(ModuleParser.Parse(file, source, _errors, BuiltinSignatures.Arities.ContainsKey));
        return this;
    }

    /// <summary>Compiles what was added and runs its tests.</summary>
    /// <exception cref="RegoException">A source is refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public RegoTestReport Run(CancellationToken cancellation = default)
    {
        if (_errors.Count > 0)
            throw new RegoException(ErrorHints.Improve(_errors, _modules));
        var (modules, tests) = TestRule.Find(_modules);
        var watch = Coverage || Trace || tests.Any(t => t.HasCases) ? new RegoWatch { MostEvents = Trace ? MostEvents : 0 } : null;
        var compiler = new RegoCompiler { Capabilities = Capabilities, KeepPrint = true, Watch = watch };
        foreach (var module in modules)
            compiler.Add(module);
        var policy = compiler.Compile();
        List<RegoTestResult> results = [];
        foreach (var test in tests)
            if (Filter?.Invoke($"{test.Package}.{test.Name}") ?? true)
                results.Add(Run(policy, test, cancellation));
        return new(results, Coverage ? watch!.Coverage() : []);
    }

    private RegoTestResult Run(RegoPolicy policy, TestRule test, CancellationToken cancellation)
    {
        var first = test.Rules[0].Location;
        var result = new RegoTestResult(test.Package, test.Name, first.File, first.Line, RegoTestOutcome.Skipped, TimeSpan.Zero);
        if (test.IsSkipped)
            return result;
        policy.Watch?.Clear();
        List<string> output = [];
        var query = policy.Prepare($"value := {test.Path}");
        var watch = Stopwatch.StartNew();
        try
        {
            var solutions = query.Evaluate(null, Data, OptionsOf(output), cancellation);
            var value = solutions.Count == 1 ? solutions[0]["value"] : null;
            var cases = test.HasCases ? CasesOf(test, value, policy.Watch!.Probes.Cases) : [];
            var passed = test.HasCases ? cases.Count > 0 && cases.All(c => c.Passed) : RegoValue.True.Equals(value);
            result = result with { Outcome = passed ? RegoTestOutcome.Passed : RegoTestOutcome.Failed, Cases = cases };
        }
        catch (RegoException e)
        {
            result = result with { Outcome = RegoTestOutcome.Error, Error = e.Errors[0] };
        }

        if (Trace && result.Outcome == RegoTestOutcome.Failed)
            result = result with { Trace = TraceOf(test, policy.Watch!), Events = EventsOf(policy.Watch!) };
        return result with { Duration = watch.Elapsed, Output = output };
    }

    // What began and is not true in the end has failed.
    private static List<RegoTestCase> CasesOf(TestRule test, RegoValue? value, IEnumerable<(Location Head, IReadOnlyList<RegoValue> Names)> began)
    {
        List<RegoTestCase> cases = [];
        HashSet<Location> heads = [.. test.Heads];
        foreach (var (_, path) in began.Where(c => heads.Contains(c.Head)))
        {
            var name = string.Join("/", path.Select(p => p is StringValue text ? text.Value : TermWriter.Write(p)));
            if (!cases.Exists(c => c.Name == name))
                cases.Add(new(name, RegoValue.True.Equals(path.Aggregate(value, (at, key) => at?.Find(key)))));
        }

        return cases;
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

    // The query is ours, not the author's.
    private static List<RegoTraceEvent> EventsOf(RegoWatch watch) =>
        [.. watch.Events(RegoTraceKind.Fail).Where(e => e.File != RegoPolicy.QueryName).Select(e => e with { Depth = e.Depth - 1 })];

    private static List<RegoError> TraceOf(TestRule test, RegoWatch watch) =>
        [.. watch.Probes.Failed(new HashSet<Location>(test.Heads), MostTrace).Select(l => new RegoError("no_solution", watch.TextOf(l), l.File, l.Line, l.Column))];
}
