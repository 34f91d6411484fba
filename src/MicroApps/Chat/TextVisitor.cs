namespace MicroApps;

/// <summary>Walks over the texts of a request: the first time it collects them, the second time it gives back what the guards made of them.</summary>
/// <remarks>One walk serves both, so that no position can be seen by the guards and missed when the request is rebuilt, or the other way round.</remarks>
internal sealed class TextVisitor
{
    private readonly List<TextPart> _parts;
    private readonly Dictionary<object, object> _read;
    private readonly bool _replaces;
    private int _next;

    private TextVisitor(List<TextPart> parts, Dictionary<object, object> read, bool replaces)
    {
        _parts = parts;
        _read = read;
        _replaces = replaces;
    }

    /// <summary>Pieces of content that cannot be read.</summary>
    public int UnscannableCount { get; private set; }

    public long UnscannableBytes { get; private set; }

    public static TextVisitor Collect(List<TextPart> parts) => new(parts, new(ReferenceEqualityComparer.Instance), replaces: false);

    /// <summary>The second walk over what <paramref name="collected"/> walked over.</summary>
    public static TextVisitor Replace(TextVisitor collected) => new(collected._parts, collected._read, replaces: true);

    /// <summary>What a sequence gave when it was enumerated, which happens once for both walks.</summary>
    public T Read<TSource, T>(TSource lazy, Func<TSource, T> enumerate)
        where TSource : class
        where T : class
    {
        if (!_read.TryGetValue(lazy, out var read))
            _read[lazy] = read = enumerate(lazy);
        return (T)read;
    }

    /// <summary>The text that takes the place of <paramref name="text"/>: the same object when nothing changes.</summary>
    public string Visit(TextOrigin origin, string text, bool continuesPrevious = false)
    {
        if (!_replaces)
        {
            _parts.Add(new TextPart(origin, text) { ContinuesPrevious = continuesPrevious });
            return text;
        }

        var part = _next < _parts.Count ? _parts[_next++] : null;
        if (part is null || !string.Equals(part.Original, text, StringComparison.Ordinal))
            throw new InvalidOperationException("The request changed while it was being sent. Do not change messages, options or tool results during a call.");
        return part.IsChanged ? part.Text : text;
    }

    public string? VisitOptional(TextOrigin origin, string? text) => string.IsNullOrEmpty(text) ? text : Visit(origin, text);

    public void AddUnscannable(long bytes)
    {
        UnscannableCount++;
        UnscannableBytes += bytes;
    }
}
