using System.Text.Json;
using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>Trains the model of names from a folder with <c>ner_train.jsonl.gz</c> and <c>gazetteers/</c>.</summary>
internal static class TrainNames
{
    private const int Buckets = 1 << 18;

    public static void Run(string folder, string output, bool includeShareAlike, int epochs)
    {
        var lexicon = new LexiconBuilder(Path.Combine(folder, "gazetteers")).Build();
        var lines = JsonLines.Read(Path.Combine(folder, "ner_train.jsonl.gz"))
            .Where(r => includeShareAlike || !IsShareAlike(r))
            .SelectMany((r, i) => Variants(r, i))
            .SelectMany(v => TrainingLine.Read(v.Text, v.Spans, lexicon))
            .ToArray();
        Console.Error.WriteLine($"{lines.Length} lines, {lines.Sum(l => l.Count)} tokens");
        var trainer = new NameTrainer(lexicon, Buckets);
        trainer.Train(lines, epochs);
        using var file = File.Create(output);
        trainer.Finish().Save(file);
        Console.WriteLine($"{{\"model\":\"{Path.GetFileName(output)}\",\"bytes\":{file.Length}}}");
    }

    private static bool IsShareAlike(JsonElement record) => record.GetProperty("lic").GetString()!.Contains("BY-SA", StringComparison.Ordinal);

    // People also write without capitals, and shout: one record in ten is seen so as well.
    private static IEnumerable<(string Text, List<Span> Spans)> Variants(JsonElement record, int index)
    {
        var (text, spans) = (record.GetProperty("text").GetString()!, TrainingLine.SpansOf(record));
        yield return (text, spans);
        if (index % 10 == 3)
            yield return (string.Concat(text.Select(char.ToLowerInvariant)), spans);
        if (index % 20 == 7)
            yield return (string.Concat(text.Select(char.ToUpperInvariant)), spans);
    }
}
