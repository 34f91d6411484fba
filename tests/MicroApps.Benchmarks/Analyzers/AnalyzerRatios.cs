namespace MicroApps.Benchmarks;

/// <summary>Measures our rules beside Sonar's over the same code, in turns, and compares medians. Prints the table of docs/performance.md.</summary>
internal static class AnalyzerRatios
{
    private const int WarmUps = 1, Rounds = 5;

    private static readonly AnalyzerSet[] s_sets = [AnalyzerSet.SonarTwo, AnalyzerSet.SecretsAndEndpoints, AnalyzerSet.AllOurs];

    public static async Task RunAsync(IReadOnlyCollection<string> folders)
    {
        await AnalyzerProbe.CheckAsync();
        var corpus = Open(folders);
        var company = s_sets.Select(set => set.InCompany()).ToArray();
        var runs = await MeasureAsync([AnalyzerSet.None, .. s_sets, .. company], corpus);
        Print("behind .NET's own analyzers", company, runs);
        Print("alone: who asks first pays for the binding", s_sets, runs);
        PrintRules(runs[company[^1]]);
        // Slow, and far from all limits: once is enough.
        var all = await AnalyzerRun.OfAsync(AnalyzerSet.AllSonar.InCompany(), corpus);
        Console.WriteLine($"{AnalyzerSet.AllSonar.Name}: {all.Inside:F1} s, {all.Found.Count} told");
    }

    /// <summary>Our rules alone: quick, for who makes one faster.</summary>
    public static async Task RunOursAsync(IReadOnlyCollection<string> folders)
    {
        var set = AnalyzerSet.AllOurs.InCompany();
        PrintRules((await MeasureAsync([set], Open(folders)))[set]);
    }

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

    // Inside: in the rules' own actions. Added: what the process needed more than in the run without rules beside it; with small sets mostly noise.
    private static void Print(string title, AnalyzerSet[] sets, Dictionary<AnalyzerSet, List<AnalyzerRun>> runs)
    {
        var idle = runs[AnalyzerSet.None];
        Console.WriteLine($"{title}; a run without rules: {Median(idle.Select(r => r.Processor)):F2} s");
        Console.WriteLine($"{"",-26}{"inside",10}{"of Sonar's",12}{"added",10}{"MB added",10}{"told",7}");
        var sonar = Inside(runs[sets[0]]);
        foreach (var set in sets)
            Console.WriteLine(
                $"{set.Name,-26}{Inside(runs[set]) * 1000,7:F0} ms{Inside(runs[set]) / sonar,11:P1} {Median(runs[set].Zip(idle, (r, i) => r.Processor - i.Processor)),8:F2} s{Median(runs[set].Zip(idle, (r, i) => (r.Allocated - i.Allocated) / 1e6)),10:F1}{runs[set][0].Found.Count,7}");
    }

    private static void PrintRules(List<AnalyzerRun> runs)
    {
        foreach (var rule in runs[0].Times.Keys.Order(StringComparer.Ordinal))
            Console.WriteLine($"{rule,-36}{Median(runs.Select(r => r.Times[rule])) * 1000,8:F1} ms");
        Console.WriteLine($"{"rules",-36}{Inside(runs) * 1000,8:F1} ms");
    }

    private static double Inside(List<AnalyzerRun> runs) => Median(runs.Select(r => r.Inside));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
