using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

/// <summary>The ways in which a whole date is written; each method gives the position after it, or 0.</summary>
internal static class DateLayouts
{
    /// <summary>A date that begins with digits: <c>1980-03-05</c>, <c>05/03/80</c>, <c>5. März 1980</c>, <c>1980年3月5日</c>, <c>19800305</c>.</summary>
    public static int End(ref TextWindow text, int start)
    {
        var (end, first) = Number(ref text, start);
        return (end - start, text[end]) switch
        {
            (8, _) => IsCompact(text.Slice(start, 8)) ? end : 0,
            (4, '-' or '/' or '.') => Three(ref text, end, first, yearFirst: true),
            (1 or 2, '-' or '/' or '.') when char.IsAsciiDigit(text[end + 1]) => Three(ref text, end, first, yearFirst: false),
            (4, '年' or '년') => EastAsian(ref text, end),
            (1 or 2, _) when first is >= 1 and <= 31 => NamedMonth(ref text, end),
            _ => 0,
        };
    }

    /// <summary>What stands behind the name of a month: <c>5, 1980</c> or <c>5th 1980</c>.</summary>
    public static int DayAndYear(ref TextWindow text, int start)
    {
        var (end, day) = Number(ref text, start);
        if (end - start > 2 || day is < 1 or > 31)
            return 0;
        return Year(ref text, SkipMarks(ref text, end));
    }

    private static int Three(ref TextWindow text, int end, int first, bool yearFirst)
    {
        var separator = text[end];
        var (secondEnd, second) = Number(ref text, end + 1);
        if (secondEnd - end is < 2 or > 3 || text[secondEnd] != separator)
            return 0;
        var (last, third) = Number(ref text, secondEnd + 1);
        var length = last - secondEnd - 1;
        if (yearFirst)
            return length is 1 or 2 && IsYear(first) && IsDate(second, third, first) ? last : 0;
        var year = length == 4 && IsYear(third) || length == 2;
        return year && (IsDate(second, first) || IsDate(first, second)) ? last : 0;
    }

    private static int NamedMonth(ref TextWindow text, int end)
    {
        var month = MonthNames.After(ref text, SkipMarks(ref text, end));
        return month > 0 ? Year(ref text, SkipMarks(ref text, month)) : 0;
    }

    private static int EastAsian(ref TextWindow text, int end)
    {
        var (month, _) = Number(ref text, Skip(ref text, end + 1));
        if (text[month] is not ('月' or '월'))
            return 0;
        var (day, _) = Number(ref text, Skip(ref text, month + 1));
        return text[day] is '日' or '일' ? day + 1 : 0;
    }

    private static int Year(ref TextWindow text, int start)
    {
        var (end, year) = Number(ref text, start);
        return end - start == 4 && IsYear(year) ? end : 0;
    }

    // "5th of", "5. ", "5 de ", ", ": what stands between day, month and year.
    private static int SkipMarks(ref TextWindow text, int at)
    {
        if (text[at] is 's' or 'n' or 'r' or 't' && text[at + 1] is 't' or 'd' or 'h' && !char.IsAsciiLetter(text[at + 2]))
            at += 2;
        while (text[at] is ' ' or '.' or ',' or '-' or '\u00A0')
            at++;
        if ((text.Matches(at, "de ") || text.Matches(at, "of ")) && at > 0)
            at += 3;
        return at;
    }

    private static int Skip(ref TextWindow text, int at) => text[at] == ' ' ? at + 1 : at;

    private static (int End, int Value) Number(ref TextWindow text, int start)
    {
        var end = text.RunOfDigits(start, 9);
        var value = 0;
        foreach (var c in text.Slice(start, end - start))
            value = (value * 10) + Digit(c);
        return (end, value);
    }

    private static bool IsCompact(ReadOnlySpan<char> date) =>
        Two(date, 0) is 18 or 19 or 20 && IsDate(Two(date, 4), Two(date, 6), (Two(date, 0) * 100) + Two(date, 2));

    private static bool IsYear(int year) => year is >= 1850 and <= 2100;
}
