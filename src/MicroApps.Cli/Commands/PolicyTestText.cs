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
            WriteCoverage(output, report);
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

    /// <summary>The lines as ranges: 1-3, 7.</summary>
    public static IEnumerable<(int First, int Last)> Ranges(IReadOnlyList<int> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var first = i++;
            while (i < lines.Count && lines[i] == lines[i - 1] + 1)
                i++;
            yield return (lines[first], lines[i - 1]);
        }
    }

    private static void WriteResult(TextWriter output, RegoTestResult result, bool verbose)
    {
        output.WriteLine(FormattableString.Invariant($"  {Plain.Text(result.Package)}.{result.Name}: {Name(result.Outcome)} ({result.Duration.TotalMilliseconds:F2} ms)"));
        if (result.Error is { } error)
            output.WriteLine($"    {Plain.Text(error.ToString())}");
        foreach (var failed in result.Trace)
            output.WriteLine($"    {Plain.Text($"{failed.File}:{failed.Line}: no solution: {failed.Message}")}");
        if (verbose || result.Outcome is not RegoTestOutcome.Passed)
            foreach (var line in result.Output)
                output.WriteLine($"    | {Plain.Text(line)}");
    }

    private static void WriteCoverage(TextWriter output, RegoTestReport report)
    {
        var table = new TextTable("FILE", ">COVERED", "LINES NOT REACHED");
        foreach (var file in report.Coverage)
        {
            var missed = Ranges(file.NotCovered).Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}");
            table.Add(file.File, FormattableString.Invariant($"{file.CoveredPercent:F1} %"), string.Join(", ", missed));
        }

        table.Add("all", FormattableString.Invariant($"{report.CoveredPercent:F1} %"), "");
        table.Write(output);
    }
}
