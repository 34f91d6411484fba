using System.Collections.Concurrent;

namespace MicroApps.Rego.Tests;

/// <summary>Holds generated policies against the oracle, on two servers at once.</summary>
internal sealed class DifferentialRun
{
    private int _pairs;
    private int _refused;
    private int _defined;
    private int _conflicts;

    public ConcurrentBag<FuzzDifference> Differences { get; } = [];

    /// <summary>Differences that have a reason.</summary>
    public ConcurrentBag<(string Reason, FuzzDifference Difference)> Explained { get; } = [];

    /// <summary>Policies with an input that both answered or refused.</summary>
    public int Pairs => _pairs;

    /// <summary>Policies that the oracle refused.</summary>
    public int Refused => _refused;

    /// <summary>Pairs whose evaluation ended with an error in the oracle.</summary>
    public int Conflicts => _conflicts;

    /// <summary>Rules with a value.</summary>
    public int Defined => _defined;

    public async Task RunAsync(int seed, int pairs)
    {
        var next = seed - 1;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            await using var server = await OracleServer.StartAsync();
            while (Volatile.Read(ref _pairs) < pairs)
            {
                var policy = Chosen(Interlocked.Increment(ref next));
                try
                {
                    await CompareAsync(server, policy);
                }
                catch (TaskCanceledException)
                {
                    Differences.Add(new(policy, "all", 0, null, "no answer in time", ""));
                    return;
                }
            }

        })));
    }

    // Most generated policies hold an error somewhere; seven of eight are mended, to have something to evaluate.
    public static FuzzPolicy Chosen(int seed)
    {
        var policy = PolicyGenerator.Generate(seed);
        if (seed % 8 == 0)
            return policy;
        for (var errors = PolicyAnswers.Compile(policy).Errors; errors.Count > 0; errors = PolicyAnswers.Compile(policy).Errors)
            policy = policy.Without(errors.Select(e => e.Line));
        return policy;
    }

    private async Task CompareAsync(OracleServer server, FuzzPolicy policy)
    {
        // The server says somewhat other errors than `opa check`, which is what the engine follows, and none about prints.
        var isRefused = (await server.PutPolicyAsync(policy.Source)).Count > 0;
        var engine = PolicyAnswers.Compile(policy);
        var refusals = isRefused || engine.Errors.Count > 0 || policy.Source.Contains("print(", StringComparison.Ordinal) ? await OracleProgram.CheckAsync(policy.Source) : [];
        var (want, got) = (Show(refusals), Show(engine.Errors));
        if (!Agreement.Same(refusals, engine.Errors))
        {
            var difference = new FuzzDifference(policy, "compile", 0, null, want, got);
            if (await DifferenceReason.OfErrorsAsync(policy, engine.Errors) is { } reason)
                Explained.Add((reason, difference));
            else
                Differences.Add(difference);
        }

        if (isRefused || refusals.Count > 0)
        {
            Interlocked.Increment(ref _refused);
            Interlocked.Increment(ref _pairs);
            return;
        }

        if (engine.Errors.Count > 0)
            return;
        for (var document = 0; document < policy.Documents.Count; document++)
        {
            await server.PutDataAsync("d", policy.Documents[document].Data);
            await server.PutDataAsync("fz/base", policy.Documents[document].Base);
            engine.Load(document);
            foreach (var input in policy.Inputs)
            {
                Interlocked.Increment(ref _pairs);
                await CompareAsync(server, engine, policy, document, input);
            }
        }
    }

    private async Task CompareAsync(OracleServer server, PolicyAnswers engine, FuzzPolicy policy, int document, string? input)
    {
        var said = await AskAsync(server, engine, policy, "", document, input);
        if (said is not "undefined" && said[0] != '{')
        {
            Interlocked.Increment(ref _conflicts);
            foreach (var rule in policy.Rules)
                await AskAsync(server, engine, policy, rule, document, input);
        }
        else if (said[0] == '{')
        {
            Interlocked.Add(ref _defined, Math.Max(0, RegoValue.Parse(said).Count - 1));
        }
    }

    private async Task<string> AskAsync(OracleServer server, PolicyAnswers engine, FuzzPolicy policy, string rule, int document, string? input)
    {
        var said = await server.EvaluateAsync($"fz/{rule}".TrimEnd('/'), input);
        var want = said[0] is 'u' or 'e' ? said : RegoValue.Parse(said).ToJson();
        var got = engine.Evaluate(rule, input);
        if (want == got)
            return said;
        var difference = new FuzzDifference(policy, $"data.fz.{rule}", document, input, want, got);
        if (await DifferenceReason.OfAsync(difference) is { } reason)
            Explained.Add((reason, difference));
        else
            Differences.Add(difference);
        return said;
    }

    private static string Show(IEnumerable<(string Code, string File, int Line)> errors) => string.Join(", ", errors.Select(e => $"{e.Line}: {e.Code}").Order(StringComparer.Ordinal));
}
