namespace MicroApps;

/// <summary>Reads lines however long they are: a very long one, such as a dump without line ends, comes in pieces, so that memory stays bounded.</summary>
internal static class TextLines
{
    private const int LongestPiece = 1 << 20;

    public static IEnumerable<(string Text, int Number)> Read(TextReader reader, int number = 1)
    {
        var (buffer, count, isEnd) = (new char[LongestPiece], 0, false);
        while (!isEnd)
        {
            count += reader.ReadBlock(buffer, count, buffer.Length - count);
            isEnd = count < buffer.Length;
            var start = 0;
            while (EndOf(buffer.AsSpan(start, count - start), isEnd) is (var length, var next) && length >= 0)
            {
                yield return (new(buffer, start, length), number++);
                start += next;
            }

            if (start == 0 || isEnd)
            {
                var cut = isEnd ? count : CutOf(buffer.AsSpan(0, count));
                if (cut > start)
                    yield return (new(buffer, start, cut - start), number);
                start = cut;
            }

            buffer.AsSpan(start, count - start).CopyTo(buffer);
            count -= start;
        }
    }

    // The length of the line and where the next begins; -1 when its end is not here.
    private static (int Length, int Next) EndOf(ReadOnlySpan<char> text, bool isEnd)
    {
        var end = text.IndexOfAny('\r', '\n');
        var isLast = end == text.Length - 1;
        if (end < 0 || (text[end] == '\r' && isLast && !isEnd))
            return (-1, 0);
        return (end, end + (text[end] == '\r' && !isLast && text[end + 1] == '\n' ? 2 : 1));
    }

    // Between words if there is a place, so that no value is cut.
    private static int CutOf(ReadOnlySpan<char> text)
    {
        var space = text.LastIndexOfAny(" ,;\t");
        return space > text.Length / 2 ? space + 1 : text.Length - 1;
    }
}
