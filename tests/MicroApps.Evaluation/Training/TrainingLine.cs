using System.Text.Json;
using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>A line of training text as the model sees it: the features of each token and its right tag.</summary>
internal sealed record TrainingLine(uint[] Features, byte[] Tags)
{
    private const int MostTokens = 256;

    public int Count => Tags.Length;

    public static IEnumerable<TrainingLine> Read(string text, IReadOnlyList<Span> spans, Lexicon lexicon)
    {
        var tokens = new Token[MostTokens];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            var line = text.AsSpan(start, end - start);
            for (var at = 0; at < line.Length;)
            {
                at = Tokenizer.Read(line, at, tokens, lexicon, out var count);
                if (count > 0)
                    yield return Create(tokens.AsSpan(0, count), start, spans);
                line = text.AsSpan(start, end - start);
            }

            start = end + 1;
        }
    }

    public static List<Span> SpansOf(JsonElement record) =>
        [.. record.GetProperty("spans").EnumerateArray().Select(s => new Span(s.GetProperty("start16").GetInt32(), s.GetProperty("end16").GetInt32(), s.GetProperty("type").GetString()!))];

    private static TrainingLine Create(ReadOnlySpan<Token> tokens, int offset, IReadOnlyList<Span> spans)
    {
        var line = new TrainingLine(new uint[tokens.Length * Names.Features.Count], new byte[tokens.Length]);
        var kind = Names.Features.LineOf(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            Names.Features.Of(tokens, i, kind, line.Features.AsSpan(i * Names.Features.Count, Names.Features.Count));
            line.Tags[i] = TagOf(tokens[i].Start + offset, tokens[i].End + offset, spans);
        }

        return line;
    }

    private static byte TagOf(int start, int end, IReadOnlyList<Span> spans)
    {
        foreach (var span in spans)
        {
            var type = span.Type switch { "PERSON" => 1, "LOCATION" => 3, "ORGANIZATION" => 5, _ => 0 };
            if (type > 0 && start < span.End && end > span.Start)
                return (byte)(start <= span.Start ? type : type + 1);
        }

        return 0;
    }
}
