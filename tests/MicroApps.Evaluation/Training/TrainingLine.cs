using System.Text.Json;
using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>A piece of training text as the model sees it: the features of each token and its right tag.</summary>
internal sealed record TrainingLine(uint[] Features, byte[] Tags)
{
    private const int MostTokens = 256;

    public int Count => Tags.Length;

    public static IEnumerable<TrainingLine> Read(string text, IReadOnlyList<Span> spans, Lexicon lexicon, Veil veil)
    {
        var tokens = new Token[MostTokens];
        for (var at = 0; at < text.Length;)
        {
            at = Tokenizer.Read(text, at, tokens, lexicon, out var count);
            if (count > 0)
                yield return Create(tokens.AsSpan(0, count), spans, veil);
        }
    }

    public static List<Span> SpansOf(JsonElement record) =>
        [.. record.GetProperty("spans").EnumerateArray().Select(s => new Span(s.GetProperty("start16").GetInt32(), s.GetProperty("end16").GetInt32(), s.GetProperty("type").GetString()!))];

    private static TrainingLine Create(Span<Token> tokens, IReadOnlyList<Span> spans, Veil veil)
    {
        var line = new TrainingLine(new uint[tokens.Length * Names.Features.Count], new byte[tokens.Length]);
        for (var i = 0; i < tokens.Length; i++)
        {
            line.Tags[i] = TagOf(tokens[i].Start, tokens[i].End, spans);
            veil.Draw(ref tokens[i], line.Tags[i] != 0);
        }

        Line.Mark(tokens);
        for (var i = 0; i < tokens.Length; i++)
            Names.Features.Of(tokens, i, line.Features.AsSpan(i * Names.Features.Count, Names.Features.Count));

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
