using System.Text.Json;
using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>Trains the model of names from a folder with <c>ner_train.jsonl.gz</c> and <c>gazetteers/</c>.</summary>
internal static class TrainNames
{
    private const int Buckets = 1 << 18;
    private const int TimesPerTemplate = 50;

    public static void Run(string folder, string output, bool includeShareAlike, int epochs)
    {
        var lists = new Gazetteer(Path.Combine(folder, "gazetteers"));
        var lexicon = new LexiconBuilder(lists).Build();
        var annotated = JsonLines.Read(Path.Combine(folder, "ner_train.jsonl.gz")).Where(r => includeShareAlike || !IsShareAlike(r)).Select(Read);
        var synthetic = new Synthesizer(lists).Write(TimesPerTemplate).Select(d => (d.Text, d.Spans));
        var variety = new Variety();
        var lines = annotated.SelectMany(variety.Of).SelectMany(v => TrainingLine.Read(v.Text, v.Spans, lexicon, new(v.HideNames)))
            .Concat(synthetic.SelectMany(variety.Of).SelectMany(v => TrainingLine.Read(v.Text, v.Spans, lexicon, new(v.HideNames, variety.Dice))))
            .ToArray();
        Console.Error.WriteLine($"{lines.Length} lines, {lines.Sum(l => l.Count)} tokens");
        var trainer = new NameTrainer(lexicon, Buckets);
        trainer.Train(lines, epochs);
        using var file = File.Create(output);
        trainer.Finish().Save(file);
        Console.WriteLine($"{{\"model\":\"{Path.GetFileName(output)}\",\"bytes\":{file.Length}}}");
    }

    private static bool IsShareAlike(JsonElement record) => record.GetProperty("lic").GetString()!.Contains("BY-SA", StringComparison.Ordinal);

    private static (string Text, List<Span> Spans) Read(JsonElement record) => (record.GetProperty("text").GetString()!, TrainingLine.SpansOf(record));
}
