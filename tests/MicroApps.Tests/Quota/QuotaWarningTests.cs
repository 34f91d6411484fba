namespace MicroApps.Tests;

[Trait("Spec", "QUO-3")]
public class QuotaWarningTests
{
    private static readonly ManifestQuota s_requests = new() { Per = QuotaPeriod.Hour, Requests = 10, WarnAt = [50, 80] };

    [Fact]
    public async Task Each_threshold_warns_once_in_its_window()
    {
        var harness = new QuotaHarness(s_requests);
        await CallsAsync(harness, 10);
        Assert.Equal([(50, 5L), (80, 8L)], harness.Warnings.Select(w => (w.Threshold, w.Spent + w.Held)));
        harness.Clock.Advance(TimeSpan.FromHours(1));
        await CallsAsync(harness, 5);
        Assert.Equal(3, harness.Warnings.Count);
    }

    [Fact]
    public async Task Several_thresholds_at_once_are_one_warning()
    {
        var harness = new QuotaHarness(s_requests with { Requests = null, Tokens = 1_000 });
        await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call(max: 900)), usage: QuotaHarness.Reported(1, 1));
        Assert.Equal(80, Assert.Single(harness.Warnings).Threshold);
    }

    [Fact]
    public async Task Soft_limit_warns_when_it_is_used_up()
    {
        var harness = new QuotaHarness(s_requests with { Enforce = QuotaEnforcement.Soft, WarnAt = [] });
        await CallsAsync(harness, 12);
        var warning = Assert.Single(harness.Warnings);
        Assert.Equal(100, warning.Threshold);
        Assert.Equal("The app has reached 100 % of its budget for this hour: 9 requests spent, 1 request held by calls, of 10 requests. It resets at 2026-11-23 13:00 UTC.", warning.Message);
    }

    [Fact]
    public async Task Users_warn_apart_and_are_not_named()
    {
        var harness = new QuotaHarness(s_requests with { Scope = QuotaScope.User, Requests = 1, WarnAt = [100] });
        await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call(user: "anna")));
        await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call(user: "ben")));
        Assert.Equal(2, harness.Warnings.Count);
        Assert.DoesNotContain(harness.Warnings, w => w.ToString().Contains("anna", StringComparison.Ordinal) || w.ToString().Contains("hmac", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callback_that_throws_does_not_break_the_call()
    {
        var harness = new QuotaHarness(o => o.OnWarning = _ => throw new InvalidOperationException(), [s_requests with { Requests = 1 }]);
        await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call()));
        Assert.Equal(1, (await harness.WindowAsync()).Spent.Requests);
    }

    private static async Task CallsAsync(QuotaHarness harness, int count)
    {
        for (var i = 0; i < count; i++)
            await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call()));
    }
}
