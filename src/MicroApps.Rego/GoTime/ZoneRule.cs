namespace MicroApps.Rego;

/// <summary>How a zone goes on after its last known change: the standard time, and perhaps a daylight saving time each year (the TZ variable of POSIX, RFC 8536 section 3.3).</summary>
internal sealed class ZoneRule
{
    private readonly FileZone.Kind _standard;
    private readonly FileZone.Kind _daylight;
    private readonly YearDay? _start;
    private readonly YearDay _end;

    private ZoneRule(FileZone.Kind standard, FileZone.Kind daylight, YearDay? start, YearDay end) =>
        (_standard, _daylight, _start, _end) = (standard, daylight, start, end);

    /// <summary>Reads "CET-1CEST,M3.5.0,M10.5.0/3"; null when it is empty or wrong.</summary>
    public static ZoneRule? Parse(string text)
    {
        var reader = new RuleReader(text);
        if (!reader.TryName(out var standard) || !reader.TryOffset(out var west))
            return null;
        var kind = new FileZone.Kind(-west, false, standard);
        if (reader.IsAtEnd)
            return new(kind, kind, null, default);
        if (!reader.TryName(out var daylight))
            return null;
        var saved = west - (60 * 60);
        if (!reader.IsAtEnd && !reader.Is(',') && !reader.TryOffset(out saved))
            return null;
        if (reader.IsAtEnd)
            reader = new RuleReader(",M3.2.0,M11.1.0");
        return reader.Skip(',') && reader.TryDay(out var start) && reader.Skip(',') && reader.TryDay(out var end) && reader.IsAtEnd
            ? new(kind, new(-saved, true, daylight), start, end)
            : null;
    }

    /// <summary>What holds at an instant after the last change. Far from a change, the period ends with the year.</summary>
    public ZonePeriod At(long seconds, long lastChange)
    {
        if (_start is not { } start)
            return new(lastChange, long.MaxValue, _standard.Offset, _standard.Name);
        var year = CivilDate.FromDays(CivilDate.Divide(seconds, CivilDate.SecondsPerDay)).Year;
        var (first, next) = (CivilDate.FirstDay(year) * CivilDate.SecondsPerDay, CivilDate.FirstDay(year + 1) * CivilDate.SecondsPerDay);
        var (from, until) = (first + start.SecondIn(year) - _standard.Offset, first + _end.SecondIn(year) - _daylight.Offset);
        // In the south, the year begins and ends with daylight saving time.
        var (outer, inner) = until < from ? (_daylight, _standard) : (_standard, _daylight);
        (from, until) = (Math.Min(from, until), Math.Max(from, until));
        return seconds < from ? new(first, from, outer.Offset, outer.Name)
            : seconds >= until ? new(until, next, outer.Offset, outer.Name)
            : new(from, until, inner.Offset, inner.Name);
    }

    /// <summary>A second of each year.</summary>
    internal readonly struct YearDay(char form, int month, int week, int day, int seconds)
    {
        /// <summary>The second since the year's first, on the clocks before the change.</summary>
        public long SecondIn(long year) => ((long)DayIn(year) * CivilDate.SecondsPerDay) + seconds;

        private int DayIn(long year)
        {
            // J counts from 1 and never February 29, the other from 0 and all days.
            if (form == 'J')
                return day - 1 + (day >= 60 && CivilDate.DaysInYear(year) == 366 ? 1 : 0);
            if (form != 'M')
                return day;
            var first = new CivilDate(year, month, 1);
            var at = (int)CivilDate.Modulo(day - first.Weekday, 7) + (7 * (week - 1));
            // The fifth week is the last.
            return first.DayOfYear - 1 + (at < CivilDate.DaysInMonth(year, month) ? at : at - 7);
        }
    }
}
