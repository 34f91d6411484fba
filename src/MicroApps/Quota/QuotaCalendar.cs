namespace MicroApps;

/// <summary>Which calendar minute, hour, day or month an instant belongs to in a time zone.</summary>
/// <remarks>
/// Days and months begin at the first instant of the local date: 23 and 25 hour days included, and also where midnight does not exist or comes
/// twice. Minutes and hours follow the clock on the wall; the hour that a clock repeats is two windows.
/// </remarks>
internal static class QuotaCalendar
{
    public static (DateTimeOffset Start, DateTimeOffset End) Window(QuotaPeriod period, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return period switch
        {
            QuotaPeriod.Minute => Floor(local, TimeSpan.TicksPerMinute),
            QuotaPeriod.Hour => Floor(local, TimeSpan.TicksPerHour),
            QuotaPeriod.Day => Days(zone, local.Date, local.Date.AddDays(1)),
            _ => Months(zone, new DateTime(local.Year, local.Month, 1)),
        };
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Months(TimeZoneInfo zone, DateTime first) => Days(zone, first, first.AddMonths(1));

    private static (DateTimeOffset Start, DateTimeOffset End) Days(TimeZoneInfo zone, DateTime first, DateTime next) => (StartOf(zone, first), StartOf(zone, next));

    private static (DateTimeOffset Start, DateTimeOffset End) Floor(DateTimeOffset local, long ticks)
    {
        var start = new DateTimeOffset(local.Ticks - (local.Ticks % ticks), local.Offset).ToUniversalTime();
        return (start, start.AddTicks(ticks));
    }

    private static DateTimeOffset StartOf(TimeZoneInfo zone, DateTime midnight)
    {
        if (zone.IsAmbiguousTime(midnight))
            return Utc(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max());

        // In a gap the offset that held before it leads to the instant of the change.
        return zone.IsInvalidTime(midnight) ? Utc(midnight, zone.GetUtcOffset(midnight.AddHours(-3))) : Utc(midnight, zone.GetUtcOffset(midnight));
    }

    private static DateTimeOffset Utc(DateTime local, TimeSpan offset) => new(DateTime.SpecifyKind(local - offset, DateTimeKind.Utc));
}
