namespace MicroApps.Benchmarks;

/// <summary>The file by which Sonar's rules of security are switched on: without it, those that it calls hotspots do nothing.</summary>
internal static class SonarSettings
{
    private const string Text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><AnalysisInput><Settings/><Rules><Rule><Key>S2068</Key></Rule><Rule><Key>S1075</Key></Rule></Rules></AnalysisInput>";

    /// <summary>On disk, where those rules read it.</summary>
    public static FileText File { get; } = Write();

    private static FileText Write()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("analyzers").FullName, "SonarLint.xml");
        System.IO.File.WriteAllText(path, Text);
        return new(path);
    }
}
