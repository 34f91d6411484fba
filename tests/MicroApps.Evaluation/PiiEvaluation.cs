using System.Text.Json.Nodes;
using MicroApps.Detection;
using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>Precision and recall of personal data, for each type and in all.</summary>
internal static class PiiEvaluation
{
    public static void Run(EvaluationOptions options)
    {
        var scanner = Scanner();
        var known = scanner.Types.Select(t => t.Name).ToHashSet();
        var (all, sources) = (new SpanScore(), new SortedDictionary<string, SpanScore>(StringComparer.Ordinal));
        using (var predictions = new Predictions(options.Out))
        {
            foreach (var item in JsonLines.Read(options.Gold).Select(PiiCase.Read))
            {
                List<Span> spans = [.. scanner.Scan(item.Text).Select(f => Compared(f, item))];
                predictions.Write(item.Id, spans);
                var (missed, wrong) = all.Add(item, spans);
                if (!sources.TryGetValue(item.Source, out var source))
                    sources[item.Source] = source = new();
                source.Add(item, spans);
                Show(options.Errors, item, missed, wrong);
            }
        }

        var report = Report(all, known);
        if (options.BySource)
            report["sources"] = new JsonObject(sources.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Report(s.Value, known))));
        Console.WriteLine(report.ToJsonString());
    }

    private static TextScanner Scanner()
    {
        var options = new TextScannerOptions { Recognizers = { new NameRecognizer() } };
        options.Types.UnionWith(EntityTypes.All);
        return new TextScanner(options);
    }

    // Where dates are annotated and dates of birth are not set apart, one of birth is a date.
    private static Span Compared(Finding finding, PiiCase item) =>
        new(finding.Start, finding.End, finding.Type == EntityTypes.DateOfBirth && !item.Scope.Contains(finding.Type.Name) ? EntityTypes.DateTime.Name : finding.Type.Name);

    private static JsonObject Report(SpanScore score, HashSet<string> known) => new()
    {
        ["micro"] = score.Micro.ToJson(),
        ["micro_of_types_we_find"] = Counts.Sum(score.ByType.Where(t => known.Contains(t.Key)).Select(t => t.Value)).ToJson(),
        ["types"] = new JsonObject(score.ByType.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value.ToJson()))),
    };

    private static void Show(string? type, PiiCase item, List<Span> missed, List<Span> wrong)
    {
        foreach (var (mark, span) in missed.Select(s => ("miss ", s)).Concat(wrong.Select(s => ("false", s))))
        {
            if (type == span.Type || type == "ALL")
                Console.Error.WriteLine($"{mark} {span.Type} {item.Source} «{item.Text[span.Start..span.End]}» in {Around(item.Text, span)}");
        }
    }

    private static string Around(string text, Span span)
    {
        const int Context = 60;
        var (start, end) = (Math.Max(0, span.Start - Context), Math.Min(text.Length, span.End + Context));
        return text[start..end].ReplaceLineEndings("⏎");
    }
}
