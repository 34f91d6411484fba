namespace MicroApps.Rego;

/// <summary>A day of the Gregorian calendar, which is thought on into all past and future; there is a year 0.</summary>
internal readonly struct CivilDate(long year, int month, int day)
{
    public const int SecondsPerDay = 24 * 60 * 60;

    public const int DaysPer400Years = 146_097;

    /// <summary>Days before each month of a year without leap day.</summary>
    private static readonly int[] DaysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    public long Year { get; } = year;

    public int Month { get; } = month;

    public int Day { get; } = day;

    /// <summary>The day of the year, from 1.</summary>
    public int DayOfYear => DaysBeforeMonth(Year, Month) + Day;

    /// <summary>Days since 1970-01-01, a Thursday.</summary>
    public long Days => FirstDay(Year) + DayOfYear - 1;

    /// <summary>The day of the week; 0 is Sunday.</summary>
    public int Weekday => (int)Modulo(Days + 4, 7);

    public static CivilDate FromDays(long days)
    {
        // A year of average length may miss by one.
        var year = 1970 + Divide(days * 400, DaysPer400Years);
        while (FirstDay(year) > days)
            year--;
        while (FirstDay(year + 1) <= days)
            year++;
        return FromDayOfYear(year, (int)(days - FirstDay(year)) + 1);
    }

    /// <summary>The day with a number from 1 to 365 or 366.</summary>
    public static CivilDate FromDayOfYear(long year, int dayOfYear)
    {
        var month = 1;
        while (month < 12 && DaysBeforeMonth(year, month + 1) < dayOfYear)
            month++;
        return new(year, month, dayOfYear - DaysBeforeMonth(year, month));
    }

    public static int DaysInMonth(long year, int month) => DaysBeforeMonth(year, month + 1) - DaysBeforeMonth(year, month);

    public static int DaysInYear(long year) => DaysBeforeMonth(year, 13);

    /// <summary>The first day of a year, in days since 1970-01-01.</summary>
    public static long FirstDay(long year) => ((year - 1970) * 365) + LeapYearsBefore(year) - LeapYearsBefore(1970);

    /// <summary>The quotient, rounded down.</summary>
    public static long Divide(long dividend, long divisor) => (dividend - Modulo(dividend, divisor)) / divisor;

    /// <summary>What is left of a division that rounds down: never negative.</summary>
    public static long Modulo(long dividend, long divisor) => ((dividend % divisor) + divisor) % divisor;

    private static int DaysBeforeMonth(long year, int month) => DaysBefore[month - 1] + (month > 2 && IsLeap(year) ? 1 : 0);

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static long LeapYearsBefore(long year) => Divide(year - 1, 4) - Divide(year - 1, 100) + Divide(year - 1, 400);
}
