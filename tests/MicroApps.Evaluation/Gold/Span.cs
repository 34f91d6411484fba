namespace MicroApps.Evaluation;

/// <summary>A stretch of a text, in UTF-16 units, and its type.</summary>
internal readonly record struct Span(int Start, int End, string Type)
{
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>Intersection over union, 0 to 1.</summary>
    public double Likeness(Span other)
    {
        var common = Math.Min(End, other.End) - Math.Max(Start, other.Start);
        return common <= 0 ? 0 : (double)common / (Math.Max(End, other.End) - Math.Min(Start, other.Start));
    }
}
