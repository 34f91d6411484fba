using System.Diagnostics;
using System.Globalization;

namespace MicroApps.Benchmarks;

/// <summary>
/// How long a warm rebuild of a new app takes: without rules, with ours from the packed package, with SonarAnalyzer beside none of ours. One compiler server, many rounds, the order turned in each;
/// what counts is the middle of the differences within a round. Needs the packages: <c>dotnet pack Sdk.sln -c Release</c>.
/// </summary>
internal static class RebuildTime
{
    private const int WarmUps = 3;

    private static readonly (string Name, string[] Properties)[] s_builds =
        [("no rules", ["-p:MicroAppAnalyzers=false"]), ("ours", []), ("SonarAnalyzer", ["-p:MicroAppAnalyzers=false", "-p:Beside=sonar"])];

    public static void Measure(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("rebuild").FullName;
        try
        {
            var app = MakeApp(folder);
            for (var i = 0; i < WarmUps; i++)
                _ = s_builds.Select(b => Rebuild(app, b.Properties)).ToList();
            var times = s_builds.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round < rounds; round++)
                for (var i = 0; i < s_builds.Length; i++)
                    times[(round + i) % s_builds.Length].Add(Rebuild(app, s_builds[(round + i) % s_builds.Length].Properties));
            for (var i = 0; i < s_builds.Length; i++)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{s_builds[i].Name,-14} {Middle(times[i]),6:F2} s  {Middle(times[i].Zip(times[0], (a, b) => a - b)),+6:+0.00;-0.00;0.00} s"));
        }
        finally
        {
            Dotnet(folder, "build-server", "shutdown", "--vbcscompiler");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string MakeApp(string folder)
    {
        var feed = Path.Combine(AnalyzerFolder.PlaceOf("Repository"), "artifacts", "feed");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{AnalyzerFolder.PlaceOf("Packages")}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), $"""
            <Project><ItemGroup Condition="'$(Beside)' == 'sonar'"><Analyzer Include="{AnalyzerFolder.PlaceOf("Sonar")}/*.dll" /></ItemGroup></Project>
            """);
        Dotnet(folder, "new", "install", Directory.GetFiles(feed, "MicroApps.Templates.*.nupkg").Single(), "--debug:custom-hive", Path.Combine(folder, "hive"));
        Dotnet(folder, "new", "microapp", "-n", "Demo", "--skip-restore", "--debug:custom-hive", Path.Combine(folder, "hive"));
        var app = Path.Combine(folder, "Demo");
        Dotnet(app, "restore");
        return app;
    }

    private static double Rebuild(string app, string[] properties)
    {
        var start = Stopwatch.GetTimestamp();
        Dotnet(app, ["build", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=true", .. properties]);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.EndsWith("Demo", StringComparison.Ordinal) ? Path.GetDirectoryName(folder)! : folder, "packages");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} exited {process.ExitCode}: {output}");
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
