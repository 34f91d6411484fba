using Microsoft.CodeAnalysis;

namespace MicroApps.Benchmarks;

/// <summary>Proves that the rules that are compared do run: each set tells what is planted in a small project.</summary>
internal static class AnalyzerProbe
{
    // Made of pieces: nothing here is to look like a key in this source.
    private static string Source => $$"""
        public class Probe
        {
            private const string Password = "{{Made(11)}}";
            private const string ApiKey = "{{Made(40)}}";
            public string Login() => "Server=db.contoso.example;User=app;Password={{Made(13)}}";
            public System.Uri Model() => new("https://api." + "open{{"ai"}}.com/v1");
            public System.Uri Page() => new System.Uri("https://www.contoso.example/page");
        }
        """;

    public static async Task CheckAsync()
    {
        var project = CompilerCall.OfText(Source);
        await CheckAsync(project, AnalyzerSet.SonarTwo, "S2068", "S1075");
        await CheckAsync(project, AnalyzerSet.AllSonar, "S2068", "S1075");
        await CheckAsync(project, AnalyzerSet.SecretsAndEndpoints, "MAPP1002", "MAPP1003", "MAPP2001");
    }

    private static async Task CheckAsync(CompilerCall project, AnalyzerSet set, params string[] wanted)
    {
        var run = await AnalyzerRun.OfAsync(set, new(project));
        var missing = wanted.Except(run.Found.Select(d => d.Id)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"{set.Name}: {string.Join(", ", missing)} told nothing of what is planted; nothing can be compared.");
    }

    private static string Made(int length)
    {
        var random = new Random(length);
        return string.Concat(Enumerable.Range(0, length).Select(i => i % 3 == 2 ? random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture) : ((char)((i % 2 == 0 ? 'A' : 'a') + random.Next(26))).ToString()));
    }
}
