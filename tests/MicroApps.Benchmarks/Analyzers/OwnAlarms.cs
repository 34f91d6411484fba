namespace MicroApps.Benchmarks;

/// <summary>Prints everything that our rules tell of a corpus.</summary>
internal static class OwnAlarms
{
    public static async Task PrintAsync(IReadOnlyCollection<string> folders)
    {
        var corpus = Corpus.In(folders);
        foreach (var (project, error) in corpus.Errors())
            Console.Error.WriteLine($"{project}: {error}");
        var run = await AnalyzerRun.OfAsync(AnalyzerSet.AllOurs, corpus);
        foreach (var diagnostic in run.Found.OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Location.ToString(), StringComparer.Ordinal))
            Console.WriteLine(diagnostic);
        Console.WriteLine($"{corpus.Projects.Count} projects, {corpus.Lines:N0} lines, {run.Found.Count} told");
    }
}
