namespace MicroApps.Detection;

/// <summary>Cuts text into what a <see cref="TextRecognizer"/> sees at once: a paragraph, or a piece of a long one.</summary>
/// <remarks>Where a paragraph ends depends on nothing but the text from its start, so a stream has the same ones as a whole text.</remarks>
internal static class Paragraph
{
    private const int Enough = TextRecognizer.MaxLength / 4;

    /// <summary>The position after the paragraph that begins at <paramref name="start"/>; -1 when more text decides.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, bool complete)
    {
        var rest = text[start..];
        var seen = rest[..Math.Min(rest.Length, TextRecognizer.MaxLength)];
        for (var i = 0; i < seen.Length; i++)
        {
            var next = seen[i..].IndexOf('\n');
            if (next < 0)
                break;
            i += next;
            var after = i + 1;
            if (after >= Enough)
                return start + after;
            if (after < rest.Length && rest[after] == '\r')
                after++;
            if (after >= rest.Length && !complete)
                return -1;
            if (after < rest.Length && rest[after] == '\n')
                return start + after + 1;
        }

        return rest.Length > TextRecognizer.MaxLength ? start + CutOf(seen) : complete ? text.Length : -1;
    }

    private static int CutOf(ReadOnlySpan<char> text)
    {
        var space = text[Enough..].LastIndexOf(' ');
        return space >= 0 ? Enough + space + 1 : char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
