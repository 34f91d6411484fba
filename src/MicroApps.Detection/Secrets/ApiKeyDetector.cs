namespace MicroApps.Detection;

/// <summary>Finds keys of one format of the table.</summary>
internal sealed class ApiKeyDetector : Detector
{
    private readonly KeyPattern _pattern;
    private readonly ApiKeyFormat _format;

    public ApiKeyDetector(ApiKeyFormat format)
        : this(format, new KeyPattern(format.Pattern))
    {
    }

    private ApiKeyDetector(ApiKeyFormat format, KeyPattern pattern)
        : base(EntityTypes.ApiKey, Anchor.Literals(pattern.Anchor), pattern.MaxLength, format.Lead, pattern.LookBack) => (_format, _pattern) = (format, pattern);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        text.Hold(anchor + _format.Lead);
        if (_pattern.Match(ref text, anchor) is not var (start, end))
            return null;
        start += _format.Lead;
        if (char.IsAsciiLetterOrDigit(text[end]) || (char.IsAsciiLetterOrDigit(text[start - 1]) && _format.Lead == 0))
            return null;
        var body = start < anchor && _format.Lead == 0 ? start : anchor + _pattern.Anchor.Length;
        if (Placeholder.IsMask(text.Slice(body, end - body)) || (_format.MayBeWord && IsWord(text.Slice(body, end - body))))
            return null;
        return Found(start, end, _format.Checksum is { } holds && holds(text.Slice(start, end - start).ToString()) ? 1 : 0.9);
    }

    private static bool IsWord(ReadOnlySpan<char> body) =>
        body.IndexOfAnyExceptInRange('A', 'Z') < 0 || body.IndexOfAnyExceptInRange('a', 'z') < 0;

    protected internal override int Tail(ref TextWindow text, int end) => _pattern.Tail(ref text, end);
}
