namespace MicroApps.Rego;

/// <summary>What came of the tests of a policy.</summary>
/// <param name="Results">The tests, in order of their sources.</param>
/// <param name="Coverage">What was reached of each source, in order of their names; empty unless asked for.</param>
public sealed record RegoTestReport(IReadOnlyList<RegoTestResult> Results, IReadOnlyList<RegoCoverage> Coverage)
{
    /// <summary>Whether none failed.</summary>
    public bool Passed => Results.All(r => r.Outcome is RegoTestOutcome.Passed or RegoTestOutcome.Skipped);

    /// <summary>The share of lines that were reached, in percent; 100 when there are none.</summary>
    public double CoveredPercent => RegoCoverage.Percent(Coverage.Sum(c => c.Covered.Count), Coverage.Sum(c => c.NotCovered.Count));
}
