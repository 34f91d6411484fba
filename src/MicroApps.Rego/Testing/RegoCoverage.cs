namespace MicroApps.Rego;

/// <summary>Which lines of a source the tests reached: lines on which an expression or the head of a rule begins.</summary>
/// <param name="File">The source.</param>
/// <param name="Covered">The lines reached, in order.</param>
/// <param name="NotCovered">The lines not reached, in order.</param>
public sealed record RegoCoverage(string File, IReadOnlyList<int> Covered, IReadOnlyList<int> NotCovered)
{
    /// <summary>The share of lines that were reached, in percent.</summary>
    public double CoveredPercent => Percent(Covered.Count, NotCovered.Count);

    internal static double Percent(int covered, int missed) => covered + missed == 0 ? 100 : 100.0 * covered / (covered + missed);

    internal static IReadOnlyList<RegoCoverage> Of(Probes probes, IReadOnlyCollection<string> files)
    {
        List<RegoCoverage> coverage = [];
        foreach (var file in probes.All.Where(p => files.Contains(p.Location.File)).GroupBy(p => p.Location.File).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var lines = file.GroupBy(p => p.Location.Line).OrderBy(g => g.Key).ToList();
            coverage.Add(new(file.Key, [.. lines.Where(l => l.Any(p => p.IsCovered)).Select(l => l.Key)], [.. lines.Where(l => !l.Any(p => p.IsCovered)).Select(l => l.Key)]));
        }

        return coverage;
    }
}
