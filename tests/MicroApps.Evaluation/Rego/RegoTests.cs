using System.Diagnostics;
using System.Text.Json.Nodes;
using MicroApps.Rego;

namespace MicroApps.Evaluation;

/// <summary>Runs the tests of a folder of policies, as they are, and counts what came of them.</summary>
internal static class RegoTests
{
    /// <returns>Whether every test passed, and nothing was refused.</returns>
    public static bool Run(string folder, bool showsFailures)
    {
        var watch = Stopwatch.StartNew();
        RegoBundle? bundle = null;
        try
        {
            bundle = RegoBundle.FromFolder(folder);
            var runner = new RegoTestRunner { Capabilities = RegoCapabilities.All, Data = bundle.Data, Coverage = true, Trace = showsFailures };
            foreach (var (file, source) in bundle.Modules.OrderBy(m => m.Key, StringComparer.Ordinal))
                runner.Add(file, source);
            var report = runner.Run();
            if (showsFailures)
                ShowFailures(report);
            Print(bundle.Modules.Count, report, 0, watch);
            return report.Passed;
        }
        catch (RegoException e)
        {
            foreach (var error in e.Errors)
                Console.Error.WriteLine(error);
            Print(bundle?.Modules.Count ?? 0, new([], []), e.Errors.Count, watch);
            return false;
        }
    }

    private static void ShowFailures(RegoTestReport report)
    {
        foreach (var result in report.Results.Where(r => r.Outcome is RegoTestOutcome.Failed or RegoTestOutcome.Error))
            Console.Error.WriteLine($"{result.Package}/{result.Name}\t{Reason(result)}");
    }

    private static string Reason(RegoTestResult result) => result switch
    {
        { Error: { } error } => error.ToString().ReplaceLineEndings(" "),
        { Trace: [var first, ..] } => $"no solution at {first.File}:{first.Line}: {first.Message}",
        _ => "it is not true",
    };

    private static void Print(int files, RegoTestReport report, int refused, Stopwatch watch) => Console.WriteLine(new JsonObject
    {
        ["files"] = files,
        ["tests"] = report.Results.Count,
        ["passed"] = Count(report, RegoTestOutcome.Passed),
        ["failed"] = Count(report, RegoTestOutcome.Failed),
        ["skipped"] = Count(report, RegoTestOutcome.Skipped),
        ["errors"] = Count(report, RegoTestOutcome.Error) + refused,
        ["coverage"] = Math.Round(report.CoveredPercent, 2),
        ["milliseconds"] = watch.ElapsedMilliseconds,
    }.ToJsonString());

    private static int Count(RegoTestReport report, RegoTestOutcome outcome) => report.Results.Count(r => r.Outcome == outcome);
}
