using System.Text.Json.Nodes;
using MicroApps.Detection;

namespace MicroApps.Evaluation;

/// <summary>How many secrets are found, and in how many clean texts something is.</summary>
internal static class SecretsEvaluation
{
    public static void Run(EvaluationOptions options)
    {
        var secrets = new TextScannerOptions();
        foreach (var type in EntityTypes.All.Where(t => t.Kind != EntityKind.Secret))
            secrets.Types.Remove(type);
        var scanner = new TextScanner(secrets);
        var (all, sources) = (new SecretScore(), new SortedDictionary<string, SecretScore>(StringComparer.Ordinal));
        using (var predictions = new Predictions(options.Out))
        {
            foreach (var item in JsonLines.Read(options.Gold).Select(SecretCase.Read))
            {
                var findings = scanner.Scan(item.Text);
                predictions.Write(item.Id, [.. findings.Select(f => new Span(f.Start, f.End, f.Type.Name))]);
                var isWrong = all.Add(item, findings);
                if (!sources.TryGetValue(item.Source, out var source))
                    sources[item.Source] = source = new();
                source.Add(item, findings);
                if (isWrong && (options.Errors == item.Kind || options.Errors == "ALL"))
                    Console.Error.WriteLine($"{(item.HasSecret ? "miss " : "false")} {item.Kind} {item.Source} {item.Text.ReplaceLineEndings("⏎")}");
            }
        }

        var report = all.ToJson();
        if (options.BySource)
            report["sources"] = new JsonObject(sources.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value.ToJson())));
        Console.WriteLine(report.ToJsonString());
    }
}
