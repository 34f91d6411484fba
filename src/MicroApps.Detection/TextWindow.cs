namespace MicroApps.Detection;

/// <summary>The stretch of text around an anchor that a <see cref="Detector"/> may look at.</summary>
/// <remarks>
/// Reading outside gives <c>'\0'</c>. The window notices when an answer depended on text that has not arrived yet; that is what makes
/// a stream give the same findings as a whole text, so a detector reads only through these members.
/// </remarks>
public ref struct TextWindow
{
    /// <summary>How far before its anchor a detector can see, in UTF-16 units.</summary>
    public const int LookBehind = 128;

    /// <summary>How far past the longest match a detector can see, in UTF-16 units.</summary>
    public const int LookAhead = 32;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _floor;
    private readonly int _ceiling;
    private readonly bool _open;

    internal TextWindow(ReadOnlySpan<char> text, int floor, int ceiling, bool open, int start)
    {
        _text = text;
        _floor = floor;
        _ceiling = ceiling;
        _open = open;
        Start = start;
    }

    internal int Start { get; private set; }

    internal bool TouchedEnd { get; private set; }

    /// <summary>The UTF-16 unit at a position, or <c>'\0'</c> outside the window.</summary>
    /// <param name="position">A position in the same count as the anchor.</param>
    public char this[int position]
    {
        get
        {
            if (position >= _floor && position < _ceiling)
                return _text[position];
            if (position >= _ceiling)
                TouchedEnd |= _open;
            return '\0';
        }
    }

    /// <summary>Says where a match would begin; until then it is taken to begin at the anchor. Call it before reading on.</summary>
    /// <param name="start">The earliest position at which the match could begin.</param>
    public void Hold(int start) => Start = start;

    /// <summary>Text from <paramref name="start"/>, cut at the window's edges and at <paramref name="length"/>.</summary>
    public ReadOnlySpan<char> Slice(int start, int length)
    {
        var end = start + length;
        if (end > _ceiling)
            TouchedEnd |= _open;
        start = Math.Max(_floor, Math.Min(start, _ceiling));
        return _text[start..Math.Max(start, Math.Min(end, _ceiling))];
    }

    /// <summary>Text from <paramref name="start"/> that has arrived. Who reads to its end asks for the unit behind it as well, so that the window notices.</summary>
    internal readonly ReadOnlySpan<char> Peek(int start, int length) =>
        _text[Math.Min(start, _ceiling)..Math.Min(start + length, _ceiling)];

    /// <summary>The text that ends at <paramref name="end"/>, at most <paramref name="length"/> long.</summary>
    public readonly ReadOnlySpan<char> Before(int end, int length)
    {
        end = Math.Max(_floor, Math.Min(end, _ceiling));
        return _text[Math.Max(_floor, end - length)..end];
    }

    /// <summary>Whether the text at <paramref name="start"/> is exactly <paramref name="literal"/>.</summary>
    public bool Matches(int start, ReadOnlySpan<char> literal)
    {
        for (var i = 0; i < literal.Length; i++)
            if (this[start + i] != literal[i])
                return false;
        return true;
    }

    /// <summary>Distance from <paramref name="start"/> to the first <paramref name="literal"/> that begins less than <paramref name="limit"/> units on; -1 for none.</summary>
    public int IndexOf(int start, ReadOnlySpan<char> literal, int limit)
    {
        start = Math.Max(_floor, Math.Min(start, _ceiling));
        var end = Math.Min(start + limit + literal.Length - 1, _ceiling);
        var found = _text[start..Math.Max(start, end)].IndexOf(literal);
        if (found < 0 && end == _ceiling)
            _ = this[_ceiling];
        return found;
    }

    internal int Run(int start, CharSet set, int limit)
    {
        var wanted = Math.Min(limit, _ceiling - start);
        if (wanted <= 0)
        {
            if (limit > 0)
                _ = this[start];
            return start;
        }

        var length = set.RunLength(_text.Slice(start, wanted));
        if (length == wanted && wanted < limit)
            _ = this[start + length];
        return start + length;
    }

    // Numbers are short: a vectorised search costs more than it finds.
    internal int RunOfDigits(int start, int limit)
    {
        var end = start;
        var stop = Math.Min(start + limit, _ceiling);
        while (end < stop && char.IsAsciiDigit(_text[end]))
            end++;
        if (end == _ceiling && end < start + limit)
            TouchedEnd |= _open;
        return end;
    }

    internal readonly int RunBack(int end, CharSet set, int limit)
    {
        var stop = Math.Max(_floor, end - limit);
        var i = Math.Min(end, _ceiling);
        while (i > stop && set.Contains(_text[i - 1]))
            i--;
        return i;
    }
}
