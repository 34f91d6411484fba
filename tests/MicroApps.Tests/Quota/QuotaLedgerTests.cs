namespace MicroApps.Tests;

[Trait("Spec", "QUO-3")]
public class QuotaLedgerTests
{
    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Fact]
    public async Task Windows_show_limit_spent_and_held()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5), new ManifestQuota { Per = QuotaPeriod.Month, Scope = QuotaScope.Model, Tokens = 1_000_000 });
        await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call(model: "thinker")), usage: QuotaHarness.Reported(100, 100));
        var windows = await harness.Ledger.ReadWindowsAsync();
        Assert.Equal(["store-notes", "store-notes/test-model", "store-notes/thinker"], windows.Select(w => w.Budget.Subject));
        Assert.Equal([200, 0, 200], windows.Select(w => w.Spent.Tokens));
    }

    [Fact]
    public async Task Windows_of_a_user_are_found_by_the_user()
    {
        var harness = new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Day, Scope = QuotaScope.User, Requests = 5 });
        await harness.BeginAllowedAsync(harness.Call(user: "anna"));
        Assert.Equal(1, Assert.Single(await harness.Ledger.ReadWindowsAsync("anna")).Held.Requests);
        Assert.Equal(0, Assert.Single(await harness.Ledger.ReadWindowsAsync("ben")).Held.Requests);
        Assert.DoesNotContain("anna", Assert.Single(await harness.Ledger.ReadWindowsAsync("anna")).Budget.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(QuotaScope.App, "store-notes")]
    [InlineData(QuotaScope.Owner, "retail")]
    [InlineData(QuotaScope.CostCentre, "cc-7")]
    [InlineData(QuotaScope.Model, "test-model")]
    public async Task Totals_are_summed_by_whom_they_are_charged_to(QuotaScope by, string key)
    {
        var harness = new QuotaHarness();
        for (var i = 0; i < 2; i++)
            await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call(user: $"user-{i}")), usage: QuotaHarness.Reported(1_000, 100));
        var totals = await harness.Ledger.ReadTotalsAsync(by, s_today, s_today);
        Assert.Equal(KeyValuePair.Create(key, new QuotaAmount(2, 2_200, 4_000_000)), Assert.Single(totals));
        Assert.Equal(2, (await harness.Ledger.ReadUsageAsync(s_today, s_today)).Count);
    }

    [Fact]
    public void Plan_unknown_time_zone_stops_the_start()
    {
        var e = Assert.Throws<MicroAppStartException>(() => new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Day, TimeZone = "Mars/Olympus" }));
        Assert.Contains("quotas[0].timeZone", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_cost_centre_that_is_missing_stops_the_start()
    {
        var manifest = QuotaHarness.CreateManifest(new ManifestQuota { Per = QuotaPeriod.Day, Scope = QuotaScope.CostCentre }) with { CostCentre = null };
        Assert.Throws<MicroAppStartException>(() => new QuotaPlan(manifest));
    }
}
