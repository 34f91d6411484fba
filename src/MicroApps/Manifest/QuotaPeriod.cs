namespace MicroApps;

/// <summary>The calendar period after which a quota starts afresh.</summary>
public enum QuotaPeriod
{
    /// <summary>A calendar minute.</summary>
    Minute,

    /// <summary>A calendar hour.</summary>
    Hour,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,
}
