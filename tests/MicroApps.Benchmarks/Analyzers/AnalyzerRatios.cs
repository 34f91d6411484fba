namespace MicroApps.Benchmarks;

/// <summary>Measures our rules beside Sonar's over the same code, in turns, and compares medians. Prints the table of docs/performance.md.</summary>
internal static class AnalyzerRatios
{
    private const int WarmUps = 2, Rounds = 5, SlowRounds = 1;

    public static async Task RunAsync(IReadOnlyCollection<string> folders)
    {
        await AnalyzerProbe.CheckAsync();
        var corpus = Corpus.In(folders);
        Console.WriteLine($"{corpus.Projects.Count} projects, {corpus.Lines:N0} lines, {corpus.Errors().Count()} errors of the compiler");
        AnalyzerSet[] sets = [AnalyzerSet.None, AnalyzerSet.SecretsAndEndpoints, AnalyzerSet.AllOurs, AnalyzerSet.SonarTwo];
        var runs = await MeasureAsync(sets, corpus, WarmUps, Rounds);
        runs[AnalyzerSet.AllSonar] = (await MeasureAsync([AnalyzerSet.AllSonar], corpus, SlowRounds, SlowRounds))[AnalyzerSet.AllSonar];
        Print(runs);
        await PrintRulesAsync(corpus, runs[AnalyzerSet.AllOurs]);
    }

    private static async Task<Dictionary<AnalyzerSet, List<AnalyzerRun>>> MeasureAsync(IReadOnlyList<AnalyzerSet> sets, Corpus corpus, int warmUps, int rounds)
    {
        var runs = sets.ToDictionary(set => set, _ => new List<AnalyzerRun>());
        for (var round = -warmUps; round < rounds; round++)
            foreach (var set in sets)
            {
                var run = await AnalyzerRun.OfAsync(set, corpus);
                if (round >= 0)
                    runs[set].Add(run);
            }

        return runs;
    }

    private static void Print(Dictionary<AnalyzerSet, List<AnalyzerRun>> runs)
    {
        var (idle, bytes) = (Median(runs[AnalyzerSet.None], r => r.Processor), Median(runs[AnalyzerSet.None], r => r.Allocated));
        var (sonar, inside) = (Median(runs[AnalyzerSet.SonarTwo], r => r.Processor) - idle, Median(runs[AnalyzerSet.SonarTwo], r => r.Inside));
        Console.WriteLine($"a run without rules: {idle:F2} s of processor time, {bytes / 1e6:F0} MB");
        Console.WriteLine($"{"",-26}{"added",10}{"of Sonar's",12}{"inside",10}{"of Sonar's",12}{"MB added",10}{"told",7}");
        foreach (var (set, all) in runs.Where(r => r.Key != AnalyzerSet.None))
        {
            var (added, own) = (Median(all, r => r.Processor) - idle, Median(all, r => r.Inside));
            Console.WriteLine($"{set.Name,-26}{added,8:F3} s{added / sonar,11:P1} {own,8:F3} s{own / inside,11:P1} {(Median(all, r => r.Allocated) - bytes) / 1e6,9:F1}{all[0].Found.Count,7}");
        }
    }

    // In the company of all others, where the first to ask pays for what is bound; and alone, where each pays for itself.
    private static async Task PrintRulesAsync(Corpus corpus, List<AnalyzerRun> together)
    {
        Console.WriteLine($"{"",-36}{"with all",10}{"alone",10}{"told",7}");
        foreach (var one in AnalyzerSet.AllOurs.Single())
        {
            var alone = await MeasureAsync([one], corpus, 0, 3);
            Console.WriteLine($"{one.Name,-36}{Median(together, r => r.Times[one.Name]) * 1000,7:F1} ms{Median(alone[one], r => r.Inside) * 1000,7:F1} ms{alone[one][0].Found.Count,7}");
        }
    }

    private static double Median(List<AnalyzerRun> runs, Func<AnalyzerRun, double> value)
    {
        var sorted = runs.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
