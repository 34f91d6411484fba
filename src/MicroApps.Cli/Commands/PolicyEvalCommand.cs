using System.CommandLine;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary><c>microapp policy eval</c>: what a query comes to, and how.</summary>
internal sealed class PolicyEvalCommand : PolicyQueryVerb
{
    private const int MostEvents = 100_000, UsualLines = 10;

    private readonly Option<string> _format = new("--format", "-f") { Description = "How the result is written.", DefaultValueFactory = _ => "json" };
    private readonly Option<bool> _strict = new("--strict-builtin-errors") { Description = "A function that fails ends the evaluation; otherwise its call is undefined." };
    private readonly Option<bool> _fail = new("--fail") { Description = "Exit code 1 when the query is undefined." };
    private readonly Option<string?> _explain = new("--explain") { Description = "Show what happened: all of it, the expressions without a solution, or what trace(\"…\") notes.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _coverage = new("--coverage") { Description = "Tell which lines were reached." };
    private readonly Option<bool> _profile = new("--profile") { Description = "Tell what each line took, the longest first." };
    private readonly Option<int?> _limit = Checked.Option<int>("--profile-limit", "LINES", "How many lines a profile has, 10 by default; implies --profile.", "a number from 1 to 10,000", ReadLimit);

    public PolicyEvalCommand()
        : base("eval", "Evaluates a query.", "microapp policy eval -d policies/ -i input.json data.app.allow", "microapp policy eval \"1 + 2\" --format pretty", "microapp policy eval -d policies/ -i input.json data.app.allow --format pretty --explain fails")
    {
        _format.AcceptOnlyFromAmong("json", "pretty");
        _explain.AcceptOnlyFromAmong("full", "fails", "notes");
        foreach (var option in new Option[] { _format, _strict, _fail, _explain, _coverage, _profile, _limit })
            Add(option);
    }

    protected override int Run(ParseResult line, RegoBundle bundle, string query, RegoValue? input, CancellationToken cancellationToken)
    {
        var explains = line.GetResult(_explain) is not null;
        var profiles = line.GetValue(_profile) || line.GetValue(_limit) is not null;
        var watch = explains || profiles || line.GetValue(_coverage) ? new RegoWatch { MostEvents = explains ? MostEvents : 0, TakesTime = profiles } : null;
        var prepared = new PolicyQuery(PolicySources.Compile(bundle, keepPrint: true, watch: watch), query);
        var options = new RegoEvaluationOptions
        {
            StrictBuiltinErrors = line.GetValue(_strict),
            NowNanoseconds = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100,
            Print = printed => Error(line).WriteLine(Plain.Text(printed)),
        };
        if (profiles)
            WarmUp(prepared, input, bundle.Data, options, watch!, cancellationToken);
        var report = new PolicyEvalReport(query, [.. prepared.Evaluate(input, bundle.Data, options, cancellationToken)])
        {
            Events = explains ? [.. watch!.Events(KindOf(line.GetValue(_explain))).Select(e => e with { Text = prepared.Show(e.Text) })] : null,
            Coverage = line.GetValue(_coverage) ? watch!.Coverage() : null,
            Profile = profiles ? [.. watch!.Profile().Take(line.GetValue(_limit) ?? UsualLines).Select(p => p with { Text = prepared.Show(p.Text) })] : null,
        };
        if (line.GetRequiredValue(_format) == "json")
            Out(line).WriteLine(report.ToJson());
        else
            report.WritePretty(Out(line));
        if (watch?.IsCut == true)
            Error(line).WriteLine($"The trace ends after {Plain.Number(MostEvents)} events; more happened.");
        return report.Solutions.Count == 0 && line.GetValue(_fail) ? ExitCode.FoundWrong : ExitCode.Ok;
    }

    // The first run pays for making code of it.
    private static void WarmUp(PolicyQuery query, RegoValue? input, RegoValue data, RegoEvaluationOptions options, RegoWatch watch, CancellationToken cancellationToken)
    {
        _ = query.Evaluate(input, data, new() { StrictBuiltinErrors = options.StrictBuiltinErrors, NowNanoseconds = options.NowNanoseconds }, cancellationToken).Count();
        watch.Clear();
    }

    private static RegoTraceKind? KindOf(string? explain) => explain switch
    {
        "fails" => RegoTraceKind.Fail,
        "notes" => RegoTraceKind.Note,
        _ => null,
    };

    private static bool ReadLimit(string text, out int limit) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= 10_000;
}
