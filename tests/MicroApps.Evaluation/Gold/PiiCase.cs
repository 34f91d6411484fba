using System.Text.Json;

namespace MicroApps.Evaluation;

/// <summary>A text whose values of the types in <paramref name="Scope"/> are all annotated.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Source">Where the text comes from.</param>
/// <param name="Text">The text.</param>
/// <param name="Scope">The types that count here.</param>
/// <param name="Spans">What must be found.</param>
/// <param name="Weak">What may be found or not.</param>
internal sealed record PiiCase(string Id, string Source, string Text, IReadOnlySet<string> Scope, IReadOnlyList<Span> Spans, IReadOnlyList<Span> Weak)
{
    public static PiiCase Read(JsonElement line)
    {
        var spans = line.GetProperty("spans").EnumerateArray()
            .Select(s => (Span: new Span(s.GetProperty("start16").GetInt32(), s.GetProperty("end16").GetInt32(), s.GetProperty("type").GetString()!), IsWeak: s.TryGetProperty("weak", out var weak) && weak.GetBoolean()))
            .ToList();
        return new(
            line.GetProperty("id").GetString()!,
            line.GetProperty("source").GetString()!,
            line.GetProperty("text").GetString()!,
            line.GetProperty("scope").EnumerateArray().Select(t => t.GetString()!).ToHashSet(),
            [.. spans.Where(s => !s.IsWeak).Select(s => s.Span)],
            [.. spans.Where(s => s.IsWeak).Select(s => s.Span)]);
    }
}
