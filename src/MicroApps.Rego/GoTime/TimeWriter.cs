using System.Globalization;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Writes a time in a layout.</summary>
internal static class TimeWriter
{
    public static string Write(ZonedTime time, string layout)
    {
        var text = new StringBuilder();
        foreach (var part in TimeLayout.Split(layout))
            Append(text.Append(part.Literal), time, part);
        return text.ToString();
    }

    private static StringBuilder Append(StringBuilder text, in ZonedTime time, in TimeLayout.Part part) => part.Element switch
    {
        LayoutElement.Year => Number(text, time.Date.Year, 4),
        LayoutElement.ShortYear => Number(text, time.Date.Year % 100, 2),
        LayoutElement.MonthName => text.Append(TimeNames.Months[time.Date.Month - 1]),
        LayoutElement.ShortMonthName => text.Append(TimeNames.ShortMonths[time.Date.Month - 1]),
        LayoutElement.Month => Number(text, time.Date.Month),
        LayoutElement.ZeroMonth => Number(text, time.Date.Month, 2),
        LayoutElement.WeekdayName => text.Append(TimeNames.Weekdays[time.Date.Weekday]),
        LayoutElement.ShortWeekdayName => text.Append(TimeNames.ShortWeekdays[time.Date.Weekday]),
        LayoutElement.Day => Number(text, time.Date.Day),
        LayoutElement.SpaceDay => Number(text, time.Date.Day, 2, ' '),
        LayoutElement.ZeroDay => Number(text, time.Date.Day, 2),
        LayoutElement.SpaceDayOfYear => Number(text, time.Date.DayOfYear, 3, ' '),
        LayoutElement.ZeroDayOfYear => Number(text, time.Date.DayOfYear, 3),
        _ => AppendClock(text, time, part),
    };

    private static StringBuilder AppendClock(StringBuilder text, in ZonedTime time, in TimeLayout.Part part) => part.Element switch
    {
        LayoutElement.Hour => Number(text, time.Hour, 2),
        LayoutElement.Hour12 => Number(text, Hour12(time)),
        LayoutElement.ZeroHour12 => Number(text, Hour12(time), 2),
        LayoutElement.Minute => Number(text, time.Minute),
        LayoutElement.ZeroMinute => Number(text, time.Minute, 2),
        LayoutElement.Second => Number(text, time.Second),
        LayoutElement.ZeroSecond => Number(text, time.Second, 2),
        LayoutElement.Half => text.Append(time.Hour >= 12 ? "PM" : "AM"),
        LayoutElement.SmallHalf => text.Append(time.Hour >= 12 ? "pm" : "am"),
        LayoutElement.ZoneName => time.Period.Name.Length > 0 ? text.Append(time.Period.Name) : AppendOffset(text, time.Period.Offset, "-0700"),
        LayoutElement.Offset => AppendOffset(text, time.Period.Offset, part.Text),
        LayoutElement.Fraction or LayoutElement.TrimmedFraction => AppendFraction(text, time.Nanosecond, part),
        _ => text,
    };

    private static int Hour12(in ZonedTime time) => time.Hour % 12 == 0 ? 12 : time.Hour % 12;

    private static StringBuilder AppendOffset(StringBuilder text, int offset, string form)
    {
        if (form[0] == 'Z' && offset == 0)
            return text.Append('Z');
        // As in Go, less than a minute to the west has a plus, and its sign before the seconds.
        var sign = offset / 60 < 0 ? -1 : 1;
        var minutes = offset / 60 * sign;
        Number(text.Append(sign < 0 ? '-' : '+'), minutes / 60, 2);
        var separator = form.Length > 3 && form[3] == ':' ? ":" : "";
        if (form.Length > 3)
            Number(text.Append(separator), minutes % 60, 2);
        if (form.Length > 6)
            Number(text.Append(separator), offset % 60 * sign, 2);
        return text;
    }

    private static StringBuilder AppendFraction(StringBuilder text, int nanosecond, in TimeLayout.Part part)
    {
        var digits = nanosecond.ToString("000000000", CultureInfo.InvariantCulture);
        digits = digits.Substring(0, Math.Min(9, part.Digits));
        if (part.Element == LayoutElement.TrimmedFraction)
            digits = digits.TrimEnd('0');
        return digits.Length == 0 && part.Element == LayoutElement.TrimmedFraction ? text : text.Append(part.Text[0]).Append(digits);
    }

    private static StringBuilder Number(StringBuilder text, long value, int width = 1, char padding = '0') =>
        text.Append(value.ToString(CultureInfo.InvariantCulture).PadLeft(width, padding));
}
