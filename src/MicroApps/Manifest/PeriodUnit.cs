namespace MicroApps;

/// <summary>The unit of a <see cref="Period"/>.</summary>
public enum PeriodUnit
{
    /// <summary>Written <c>d</c>.</summary>
    Day,

    /// <summary>Written <c>w</c>.</summary>
    Week,

    /// <summary>Written <c>mo</c>: calendar months.</summary>
    Month,

    /// <summary>Written <c>y</c>: calendar years.</summary>
    Year,
}
