using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>What came of tests, for people.</summary>
internal static class PolicyTestText
{
    public static void Write(TextWriter output, RegoTestReport report, bool verbose, bool coverage)
    {
        var file = "";
        foreach (var result in report.Results.Where(r => verbose || r.Outcome is not RegoTestOutcome.Passed))
        {
            if (file != result.File)
                output.WriteLine($"{Plain.Text(result.File)}:");
            file = result.File;
            WriteResult(output, result, verbose);
        }

        if (coverage)
            PolicyCoverage.Write(output, report.Coverage);
        foreach (var outcome in Enum.GetValues<RegoTestOutcome>())
            if (report.Results.Count(r => r.Outcome == outcome) is var count && (count > 0 || outcome == RegoTestOutcome.Passed))
                output.WriteLine($"{Name(outcome)}: {Plain.Number(count)}/{Plain.Number(report.Results.Count)}");
    }

    /// <summary>What an outcome is called in all formats.</summary>
    public static string Name(RegoTestOutcome outcome) => outcome switch
    {
        RegoTestOutcome.Passed => "PASS",
        RegoTestOutcome.Failed => "FAIL",
        RegoTestOutcome.Error => "ERROR",
        _ => "SKIPPED",
    };

    private static void WriteResult(TextWriter output, RegoTestResult result, bool verbose)
    {
        output.WriteLine(FormattableString.Invariant($"  {Plain.Text(result.Package)}.{result.Name}: {Name(result.Outcome)} ({result.Duration.TotalMilliseconds:F2} ms)"));
        if (result.Error is { } error)
            output.WriteLine($"    {Plain.Text(error.ToString())}");
        foreach (var failed in result.Trace)
            output.WriteLine($"    {Plain.Text($"{failed.File}:{failed.Line}: no solution: {failed.Message}")}");
        foreach (var @case in result.Cases.Where(c => verbose || !c.Passed))
            output.WriteLine($"    {Plain.Text(@case.Name)}: {Name(@case.Passed ? RegoTestOutcome.Passed : RegoTestOutcome.Failed)}");
        if (result.Events.Count > 0)
            PolicyTrace.Write(output, result.Events, "      ");
        if (verbose || result.Outcome is not RegoTestOutcome.Passed)
            foreach (var line in result.Output)
                output.WriteLine($"    | {Plain.Text(line)}");
    }
}
