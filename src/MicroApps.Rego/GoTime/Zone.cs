namespace MicroApps.Rego;

/// <summary>A time zone: what its clocks show at every instant.</summary>
internal abstract class Zone
{
    public static Zone Utc { get; } = new FileZone([long.MinValue], [0], [new(0, false, "UTC")], null);

    public abstract ZonePeriod At(long seconds);

    /// <summary>The instant at which the clocks show a date and a time of day, both given in seconds as if they were in UTC; near a change, as Go guesses it.</summary>
    public long ToInstant(long local)
    {
        var guess = At(local);
        var instant = local - guess.Offset;
        if (guess.Offset == 0 || (instant >= guess.Start && instant < guess.End))
            return instant;
        return local - At(instant).Offset;
    }
}
