namespace MicroApps.Benchmarks;

/// <summary>Measures our rules beside Sonar's over the same code, in turns, and compares medians. Prints the table of docs/performance.md.</summary>
internal static class AnalyzerRatios
{
    private const int WarmUps = 1, Rounds = 5;

    public static async Task RunAsync(IReadOnlyCollection<string> folders)
    {
        await AnalyzerProbe.CheckAsync();
        var corpus = Open(folders);
        AnalyzerSet[] sets = [AnalyzerSet.None, AnalyzerSet.SecretsAndEndpoints, AnalyzerSet.AllOurs, AnalyzerSet.SonarTwo];
        var runs = await MeasureAsync(sets, corpus);
        Print(runs, sets[1..]);
        PrintRules(runs[AnalyzerSet.AllOurs]);
        // Slow, and far from all limits: once is enough.
        runs[AnalyzerSet.AllSonar] = [await AnalyzerRun.OfAsync(AnalyzerSet.AllSonar, corpus)];
        Print(runs, AnalyzerSet.AllSonar);
    }

    /// <summary>Our rules alone: quick, for who makes one faster.</summary>
    public static async Task RunOursAsync(IReadOnlyCollection<string> folders) =>
        PrintRules((await MeasureAsync([AnalyzerSet.AllOurs], Open(folders)))[AnalyzerSet.AllOurs]);

    private static Corpus Open(IReadOnlyCollection<string> folders)
    {
        var corpus = Corpus.In(folders);
        Console.WriteLine($"{corpus.Projects.Count} projects, {corpus.Lines:N0} lines, {corpus.Errors().Count()} errors of the compiler");
        return corpus;
    }

    private static async Task<Dictionary<AnalyzerSet, List<AnalyzerRun>>> MeasureAsync(IReadOnlyList<AnalyzerSet> sets, Corpus corpus)
    {
        var runs = sets.ToDictionary(set => set, _ => new List<AnalyzerRun>());
        for (var round = -WarmUps; round < Rounds; round++)
            foreach (var set in sets)
            {
                var run = await AnalyzerRun.OfAsync(set, corpus);
                if (round >= 0)
                    runs[set].Add(run);
            }

        return runs;
    }

    // What a run costs more than the run without rules beside it: with what was bound and walked for the rules. Inside: in the rules' own actions alone.
    private static void Print(Dictionary<AnalyzerSet, List<AnalyzerRun>> runs, params IReadOnlyList<AnalyzerSet> sets)
    {
        var idle = runs[AnalyzerSet.None];
        Console.WriteLine($"a run without rules: {Median(idle.Select(r => r.Processor)):F2} s of processor time, {Median(idle.Select(r => r.Allocated / 1e6)):F0} MB");
        Console.WriteLine($"{"",-26}{"inside",10}{"of Sonar's",12}{"added",10}{"of Sonar's",12}{"MB added",10}{"told",7}");
        var (sonarInside, sonarAdded) = (Inside(runs[AnalyzerSet.SonarTwo]), Added(runs[AnalyzerSet.SonarTwo]));
        foreach (var (set, all) in sets.Select(set => (set, runs[set])))
            Console.WriteLine(
                $"{set.Name,-26}{Inside(all),8:F3} s{Inside(all) / sonarInside,11:P1} {Added(all),8:F2} s{Added(all) / sonarAdded,11:P1} {Median(all.Zip(idle, (r, i) => (r.Allocated - i.Allocated) / 1e6)),9:F0}{all[0].Found.Count,7}");

        double Added(List<AnalyzerRun> all) => Median(all.Zip(idle, (r, i) => r.Processor - i.Processor));
    }

    private static void PrintRules(List<AnalyzerRun> runs)
    {
        foreach (var rule in runs[0].Times.Keys.Order(StringComparer.Ordinal))
            Console.WriteLine($"{rule,-36}{Median(runs.Select(r => r.Times[rule])) * 1000,8:F1} ms");
        Console.WriteLine($"{"all",-36}{Inside(runs) * 1000,8:F1} ms");
    }

    private static double Inside(List<AnalyzerRun> runs) => Median(runs.Select(r => r.Inside));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
