using System.Collections.Concurrent;

namespace MicroApps.Rego.Tests;

/// <summary>Holds generated policies against the oracle, on two servers at once.</summary>
internal sealed class DifferentialRun
{
    public const string InternalError = "OPA fails inside";
    public const string OracleHides = "OPA's index or early exit passes over a conflict";
    public const string HiddenConflict = "a conflict of both that one does not look at";
    public const string HiddenInCall = "a conflict in a function, or under a replaced document, that one does not look at";

    public const string ManyErrors = "several errors, of which some are told by both and others follow from those";

    private const string Conflict = "eval_conflict_error";

    private int _pairs;
    private int _refused;
    private int _defined;
    private int _conflicts;

    public ConcurrentBag<FuzzDifference> Differences { get; } = [];

    /// <summary>How often a difference had a known reason.</summary>
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
        // The server says somewhat other errors than `opa check`, which is what the engine follows.
        var isRefused = (await server.PutPolicyAsync(policy.Source)).Count > 0;
        var engine = PolicyAnswers.Compile(policy);
        var refusals = isRefused || engine.Errors.Count > 0 ? await OracleProgram.CheckAsync(policy.Source) : [];
        var (want, got) = (Show(refusals), Show(engine.Errors));
        if (!Agreement.Same(refusals, engine.Errors))
        {
            if (refusals.Count > 1 && Agreement.SomeSame(refusals, engine.Errors))
                Explained.Add((ManyErrors, new(policy, "compile", 0, null, want, got)));
            else
                Differences.Add(new(policy, "compile", 0, null, want, got));
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
        var (said, line) = await server.EvaluateAsync($"fz/{rule}".TrimEnd('/'), input);
        var want = said[0] is 'u' or 'e' ? said : RegoValue.Parse(said).ToJson();
        var (got, engineLine) = engine.Evaluate(rule, input);
        if (want == got)
            return said;
        var difference = new FuzzDifference(policy, $"data.fz.{rule}", document, input, want, got);
        if (await ReasonAsync(server, engine, difference, line, engineLine) is { } reason)
            Explained.Add((reason, difference));
        else
            Differences.Add(difference);
        return said;
    }

    /// <summary>Why a difference is none of meaning; null when it is one.</summary>
    private static async Task<string?> ReasonAsync(OracleServer server, PolicyAnswers engine, FuzzDifference difference, int line, int engineLine)
    {
        if (difference.Oracle == OracleServer.Panic)
            return InternalError;
        if ((difference.Oracle == Conflict) == (difference.Engine == Conflict))
            return null;
        if (difference.Engine == Conflict)
            return await OracleProgram.EvaluateFullyAsync(difference.Policy.Source, difference.Policy.Data(difference.Document), difference.Input, difference.Query.TrimEnd('.')) == Conflict ? OracleHides : null;
        // Both leave out what cannot change an answer, each in its own way, and then do not see conflicts there. The conflict itself has to be one for both.
        var name = difference.Policy.NameAt(difference.Oracle == Conflict ? line : engineLine);
        if (!difference.Policy.Rules.Contains(name))
            return HiddenInCall;
        var other = difference.Oracle == Conflict ? engine.Evaluate(name, difference.Input) : await server.EvaluateAsync($"fz/{name}", difference.Input);
        return other.Text == Conflict ? HiddenConflict : difference.Policy.Source.Contains(" with ", StringComparison.Ordinal) ? HiddenInCall : null;
    }

    private static string Show(IEnumerable<(string Code, string File, int Line)> errors) => string.Join(", ", errors.Select(e => $"{e.Line}: {e.Code}").Order(StringComparer.Ordinal));
}
