namespace MicroApps.Sqlite.Tests;

/// <summary>A clock that shows what it is told; its timers are the system's.</summary>
public sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
