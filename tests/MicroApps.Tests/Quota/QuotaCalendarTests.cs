using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Tests;

[Trait("Spec", "QUO-1")]
public class QuotaCalendarTests
{
    [Theory]
    [InlineData(QuotaPeriod.Minute, "UTC", "2026-11-23T12:34:56Z", "2026-11-23T12:34:00Z", "2026-11-23T12:35:00Z")]
    [InlineData(QuotaPeriod.Hour, "UTC", "2026-11-23T12:34:56Z", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z")]
    [InlineData(QuotaPeriod.Hour, "Asia/Kolkata", "2026-11-23T12:34:56Z", "2026-11-23T12:30:00Z", "2026-11-23T13:30:00Z")]
    [InlineData(QuotaPeriod.Day, "UTC", "2026-12-31T23:59:59Z", "2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData(QuotaPeriod.Day, "Europe/Berlin", "2026-11-23T23:30:00Z", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z")] // already tomorrow there
    [InlineData(QuotaPeriod.Day, "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")] // 23 hours
    [InlineData(QuotaPeriod.Day, "Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")] // 25 hours
    [InlineData(QuotaPeriod.Hour, "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")] // 02:30 the first time
    [InlineData(QuotaPeriod.Hour, "Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z")] // 02:30 again
    [InlineData(QuotaPeriod.Day, "Africa/Cairo", "2026-04-24T12:00:00Z", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z")] // midnight does not exist
    [InlineData(QuotaPeriod.Day, "America/Havana", "2026-11-01T12:00:00Z", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")] // midnight comes twice
    [InlineData(QuotaPeriod.Month, "UTC", "2026-02-28T23:59:59Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData(QuotaPeriod.Month, "UTC", "2028-02-29T00:00:00Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z")]
    [InlineData(QuotaPeriod.Month, "UTC", "2026-12-31T23:59:59Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData(QuotaPeriod.Month, "America/Los_Angeles", "2026-11-01T06:59:59Z", "2026-10-01T07:00:00Z", "2026-11-01T07:00:00Z")] // still October there
    [InlineData(QuotaPeriod.Month, "America/Los_Angeles", "2026-11-01T07:00:00Z", "2026-11-01T07:00:00Z", "2026-12-01T08:00:00Z")]
    public void Window_follows_the_calendar_of_the_zone(QuotaPeriod period, string zone, string now, string start, string end) =>
        Assert.Equal(
            (DateTimeOffset.Parse(start, null), DateTimeOffset.Parse(end, null)),
            QuotaCalendar.Window(period, TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.Parse(now, null)));

    [Theory]
    [InlineData(QuotaPeriod.Day)]
    [InlineData(QuotaPeriod.Month)]
    public void Windows_of_every_zone_hold_their_instants_and_follow_without_gaps(QuotaPeriod period)
    {
        var zones = TimeZoneInfo.GetSystemTimeZones();
        var origin = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var cases = Gen.Elements<TimeZoneInfo>(zones).Zip(Gen.Choose(0, 10 * 366 * 24 * 60));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var now = origin.AddMinutes(c.Item2);
            var (start, end) = QuotaCalendar.Window(period, c.Item1, now);
            return start <= now && now < end && QuotaCalendar.Window(period, c.Item1, start) == (start, end) && QuotaCalendar.Window(period, c.Item1, end).Start == end;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
