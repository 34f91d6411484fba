namespace MicroApps.Rego;

/// <summary>What a piece of a layout stands for.</summary>
internal enum LayoutElement
{
    /// <summary>Nothing: the end of the layout.</summary>
    None,
    Year,
    ShortYear,
    MonthName,
    ShortMonthName,
    Month,
    ZeroMonth,
    WeekdayName,
    ShortWeekdayName,
    Day,
    SpaceDay,
    ZeroDay,
    SpaceDayOfYear,
    ZeroDayOfYear,
    Hour,
    Hour12,
    ZeroHour12,
    Minute,
    ZeroMinute,
    Second,
    ZeroSecond,
    Half,
    SmallHalf,
    ZoneName,

    /// <summary>In one of many forms, which the piece itself shows.</summary>
    Offset,

    /// <summary>As many digits as the piece has zeros.</summary>
    Fraction,

    /// <summary>At most as many digits as the piece has nines.</summary>
    TrimmedFraction,
}
