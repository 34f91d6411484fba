using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

/// <summary>How an identifier is grouped: columns of figures, coordinates and dates have groups too.</summary>
internal static class IdLayout
{
    // Of a table of numbers, any part has the length of some identifier.
    private const int MostSingles = 2, MostSeparators = 2;

    /// <summary>Whether the groups are such as people write, so that the number may count without a word.</summary>
    public static bool IsTidy(ref TextWindow text, IdFormat format, in IdToken token, int groups, int start)
    {
        var end = token.EndOf(groups);
        if (text[end] == ' ' && char.IsAsciiDigit(text[end + 1]) && token.LengthOf(1) < token.LengthOf(groups))
            return false;
        if (format.Layouts is { } layouts)
            return IsOneOf(text.Slice(start, end - start), layouts);
        var (dots, spaces, others, singles) = (0, 0, 0, 0);
        for (var group = 1; group < groups; group++)
        {
            var separator = text[token.EndOf(group)];
            (dots, spaces, others) = separator switch { '.' => (dots + 1, spaces, others), ' ' or '\u00A0' => (dots, spaces + 1, others), _ => (dots, spaces, others + 1) };
            singles += token.LengthOf(group) - token.LengthOf(group - 1) == 1 ? 1 : 0;
        }

        var kinds = (dots > 0 ? 1 : 0) + (spaces > 0 ? 1 : 0) + (others > 0 ? 1 : 0);
        return singles <= MostSingles && kinds <= MostSeparators && !(dots > 0 && spaces > 0) && !(dots == 1 && groups == 2);
    }

    /// <summary>Whether bare digits are a date, a span of years or a part of a row of numbers, whatever word is near.</summary>
    public static bool IsOtherwise(ref TextWindow text, in IdToken token, int groups, int start, scoped ReadOnlySpan<char> id)
    {
        if (groups == 1)
            return false;
        if (text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2]) && text[token.EndOf(1)] == ' ')
            return true;
        // "71.535004"
        if (groups == 2 && text[token.EndOf(1)] == '.' && token.LengthOf(1) <= 3 && id.Length - token.LengthOf(1) >= 5)
            return true;
        if (id.Length != 8 || text[token.EndOf(1)] is ' ')
            return false;
        var (first, second) = (token.LengthOf(1), token.LengthOf(2));
        return first switch
        {
            4 when groups == 2 => IsCentury(id) && IsCentury(id[4..]),
            4 => groups == 3 && second == 6 && IsCentury(id) && IsDate(Two(id, 4), Two(id, 6)),
            2 => groups == 3 && second == 4 && IsCentury(id[4..]) && (IsDate(Two(id, 0), Two(id, 2)) || IsDate(Two(id, 2), Two(id, 0))),
            _ => false,
        };
    }

    private static bool IsCentury(ReadOnlySpan<char> id) => Two(id, 0) is 19 or 20;

    private static bool IsOneOf(ReadOnlySpan<char> written, ReadOnlySpan<char> layouts)
    {
        while (true)
        {
            var end = layouts.IndexOf('|');
            if (Is(written, end < 0 ? layouts : layouts[..end]))
                return true;
            if (end < 0)
                return false;
            layouts = layouts[(end + 1)..];
        }
    }

    private static bool Is(ReadOnlySpan<char> written, ReadOnlySpan<char> layout)
    {
        var i = 0;
        for (var at = 0; at < layout.Length;)
        {
            if (!char.IsAsciiDigit(layout[at]))
            {
                if (i >= written.Length || Plain(written[i++]) != layout[at++])
                    return false;
                continue;
            }

            var length = 0;
            while (at < layout.Length && char.IsAsciiDigit(layout[at]))
                length = (length * 10) + Digit(layout[at++]);
            for (; length > 0; length--)
                if (i >= written.Length || !char.IsAsciiLetterOrDigit(written[i++]))
                    return false;
        }

        return i == written.Length;
    }

    private static char Plain(char separator) => separator switch { '\u00A0' => ' ', '\u2011' => '-', _ => separator };
}
