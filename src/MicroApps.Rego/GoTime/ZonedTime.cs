namespace MicroApps.Rego;

/// <summary>An instant as the clocks of a zone show it.</summary>
internal readonly struct ZonedTime
{
    public const int NanosecondsPerSecond = 1_000_000_000;

    public ZonedTime(long nanoseconds, Zone zone)
    {
        (TotalNanoseconds, Zone) = (nanoseconds, zone);
        Nanosecond = (int)CivilDate.Modulo(nanoseconds, NanosecondsPerSecond);
        // Without rounding down first: that could go below the smallest number.
        var seconds = (nanoseconds / NanosecondsPerSecond) - (nanoseconds % NanosecondsPerSecond < 0 ? 1 : 0);
        Period = zone.At(seconds);
        var local = seconds + Period.Offset;
        Date = CivilDate.FromDays(CivilDate.Divide(local, CivilDate.SecondsPerDay));
        SecondOfDay = (int)CivilDate.Modulo(local, CivilDate.SecondsPerDay);
    }

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public long TotalNanoseconds { get; }

    public Zone Zone { get; }

    public ZonePeriod Period { get; }

    public CivilDate Date { get; }

    public int SecondOfDay { get; }

    public int Hour => SecondOfDay / (60 * 60);

    public int Minute => SecondOfDay / 60 % 60;

    public int Second => SecondOfDay % 60;

    public int Nanosecond { get; }

    /// <summary>Nanoseconds since 1970-01-01 UTC; null when 64 bits cannot tell them: before 1677 or after 2262.</summary>
    public static long? ToNanoseconds(long seconds, int nanosecond)
    {
        var sum = ((decimal)seconds * NanosecondsPerSecond) + nanosecond;
        return sum is >= long.MinValue and <= long.MaxValue ? (long)sum : null;
    }
}
