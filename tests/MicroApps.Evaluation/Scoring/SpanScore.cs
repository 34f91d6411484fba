namespace MicroApps.Evaluation;

/// <summary>Compares what was found with what is annotated: a hit has the same type and overlaps by at least half of the union, one to one.</summary>
internal sealed class SpanScore
{
    private const double EnoughLikeness = 0.5;
    private readonly SortedDictionary<string, Counts> _byType = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Counts> ByType => _byType;

    public Counts Micro => Counts.Sum(_byType.Values);

    /// <summary>Counts one text and gives the misses and false hits.</summary>
    public (List<Span> Missed, List<Span> False) Add(PiiCase item, IEnumerable<Span> found)
    {
        var open = item.Spans.Where(s => item.Scope.Contains(s.Type)).ToList();
        var wrong = new List<Span>();
        foreach (var span in found.Where(s => item.Scope.Contains(s.Type)))
        {
            var best = open.Where(g => g.Type == span.Type).OrderByDescending(g => g.Likeness(span)).FirstOrDefault();
            if (best.Type is not null && best.Likeness(span) >= EnoughLikeness)
            {
                open.Remove(best);
                Of(span.Type).Hits++;
                Of(span.Type).Exact += best == span ? 1 : 0;
            }
            else if (!item.Weak.Any(w => w.Type == span.Type && w.Overlaps(span)))
            {
                Of(span.Type).FalseHits++;
                wrong.Add(span);
            }
        }

        foreach (var span in open)
            Of(span.Type).Misses++;
        return (open, wrong);
    }

    private Counts Of(string type) => _byType.TryGetValue(type, out var counts) ? counts : _byType[type] = new();
}
