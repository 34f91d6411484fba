namespace MicroApps.Detection;

/// <summary>Finds dates in the layouts of <see cref="DateLayouts"/> with the time behind them (ISO 8601, RFC 3339), and years behind a preposition.</summary>
internal sealed class DateTimeDetector() : Detector(EntityTypes.DateTime, Anchor.Numbers, maxLength: 64, lookBack: MonthNames.Longest + 2)
{
    private const int MaxWord = 8;

    private static readonly StringSet BeforeYears = new(
        "in since of from until till before after during by year seit jahr bis vor nach en depuis desde hasta dal nel sinds sedan od".Split(' '));

    private static readonly StringSet BeforeDays = new("today date on until by due is heute datum am le el il".Split(' '));

    internal override bool GivesWay => true;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (char.IsAsciiLetterOrDigit(text[anchor - 1]) || text[anchor - 1] is '_' or '-' or '/' or '.' or ':' or '$' or '€' or '£' or '#' or '+' or '=')
            return null;
        var month = MonthNames.Before(ref text, anchor);
        var start = month > 0 ? month : anchor;
        text.Hold(start);
        var end = month > 0 ? DateLayouts.DayAndYear(ref text, anchor) : DateLayouts.End(ref text, anchor);
        if (end > 0 && IsUnsure(text.Slice(start, end - start)) && !IsSaid(ref text, start, BeforeDays))
            end = 0;
        var score = 0.9;
        if (end == 0)
            (end, score) = Short(ref text, start, anchor);
        if (end == 0)
            return null;
        end = TimeEnd(ref text, end);
        return char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '/' or '_' or '.' or ':' && char.IsLetterOrDigit(text[end + 1])) ? null : Found(start, end, score);
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        var month = MonthNames.Before(ref text, end);
        return month > 0 ? month : MonthNames.Unfinished(ref text, end);
    }

    // "in 1990", "today is 05/21": only behind words.
    private static (int End, double Score) Short(ref TextWindow text, int start, int anchor)
    {
        var end = text.RunOfDigits(anchor, 5);
        if (start == anchor && end - anchor == 4 && text[anchor] is '1' or '2' && text.Slice(anchor, 2) is "19" or "20" or "18" && IsSaid(ref text, start, BeforeYears))
            return (end, 0.6);
        if (end - anchor > 2 || text[end] != '/')
            return default;
        var last = text.RunOfDigits(end + 1, 3);
        return last - end is 2 or 3 && IsDayOfYear(text.Slice(anchor, end - anchor), text.Slice(end + 1, last - end - 1)) && IsSaid(ref text, start, BeforeDays) ? (last, 0.6) : default;
    }

    // Eight digits may be any number, "5.8.20" a version; and "5.13.2020" is no date, for with points the day comes first.
    private static bool IsUnsure(ReadOnlySpan<char> date)
    {
        var first = date.IndexOfAnyExceptInRange('0', '9');
        if (first < 0)
            return true;
        if (date[first] != '.' || first > 2 || date[first + 1] == ' ')
            return false;
        var second = date[(first + 1)..].IndexOf('.');
        return second is not (1 or 2) || date.Length - first - second - 2 == 2 || !CheckDigits.IsDate(Value(date.Slice(first + 1, second)), Value(date[..first]));
    }

    // Whether the word right before, on the same line, is one of those.
    private static bool IsSaid(ref TextWindow text, int start, StringSet words)
    {
        var before = text.Before(start, MaxWord + 2).TrimEnd(" :");
        var word = before.Length;
        while (word > 0 && char.IsLetter(before[word - 1]))
            word--;
        return text[start - 1] == ' ' && word < before.Length && words.Contains(before[word..]);
    }

    private static bool IsDayOfYear(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        CheckDigits.IsDate(Value(first), Value(second)) || CheckDigits.IsDate(Value(second), Value(first));

    private static int Value(ReadOnlySpan<char> digits) => digits.Length == 1 ? digits[0] - '0' : ((digits[0] - '0') * 10) + digits[1] - '0';

    // "T14:30", " 14:30:00.123", then "Z" or "+02:00".
    private static int TimeEnd(ref TextWindow text, int end)
    {
        var i = text[end] is 'T' or 't' or ' ' ? end + 1 : text[end] == ',' && text[end + 1] == ' ' ? end + 2 : end;
        var time = i == end ? 0 : Clock(ref text, i);
        if (time == 0)
            return end;
        if (text[time] == '.' && text.RunOfDigits(time + 1, 10) is var fraction && fraction > time + 1)
            time = fraction;
        if (text[time] is 'Z' or 'z')
            return time + 1;
        var zone = text[time] is '+' or '-' ? Clock(ref text, time + 1) : 0;
        return zone > 0 ? zone : time;
    }

    private static int Clock(ref TextWindow text, int start)
    {
        var hours = text.RunOfDigits(start, 3);
        if (hours - start is < 1 or > 2 || text[hours] != ':' || text.RunOfDigits(hours + 1, 3) != hours + 3)
            return 0;
        var minutes = hours + 3;
        return text[minutes] == ':' && text.RunOfDigits(minutes + 1, 3) == minutes + 3 ? minutes + 3 : minutes;
    }
}
