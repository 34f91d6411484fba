namespace MicroApps.Tests;

[Trait("Spec", "QUO-1")]
public class QuotaRefusalTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly QuotaRule s_rule = new(0, new ManifestQuota { Per = QuotaPeriod.Day, SpendNanoUsd = 5_000_000_000 });

    [Theory]
    [InlineData(4_980, 10, 0, 60, "is used up: $5.00 limit, $4.98 spent, $0.01 held by running calls, this call may need up to $0.06.", "Wait until then, ask for a shorter answer (MaxOutputTokens), or raise quotas[0].spend in microapp.yaml.")]
    [InlineData(1_000, 3_990, 0, 60, "is taken by calls that are running just now: ", "Try again in a moment, ask for a shorter answer (MaxOutputTokens), or raise quotas[0].spend in microapp.yaml.")]
    [InlineData(0, 0, 0, 6_000, "is smaller than what this call may need: ", "Ask for a shorter answer (MaxOutputTokens) or send less text, or raise quotas[0].spend in microapp.yaml.")]
    [InlineData(1_000, 0, 3_990, 60, "$3.99 kept for calls that never reported back, $0.00 held", "Wait until then, ")]
    public void Message_says_what_holds_and_how_to_mend_it(int spent, int held, int suspense, int requested, string message, string mend)
    {
        var refusal = Create(spent, held, suspense, requested);
        Assert.StartsWith("The app's budget for today ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("It resets at 2026-11-24 00:00 UTC.", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith(mend, refusal.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_980, 10, 0, 60, false, 12 * 3600)]
    [InlineData(1_000, 3_990, 0, 60, true, 1)]
    [InlineData(1_000, 0, 3_990, 60, false, 12 * 3600)] // what lapsed does not come back
    [InlineData(0, 0, 0, 6_000, false, null)] // waiting never helps
    public void Waiting_helps_as_the_refusal_says(int spent, int held, int suspense, int requested, bool isTransient, int? seconds)
    {
        var refusal = Create(spent, held, suspense, requested);
        Assert.Equal((isTransient, seconds), (refusal.IsTransient, (int?)refusal.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public void Exception_carries_the_refusal()
    {
        var e = Assert.IsType<QuotaExceededException>(Create(5_000, 0, 0, 60).ToException());
        Assert.Equal((QuotaRefusal.ExceededCode, 5_000_000_000, 60_000_000), (e.Code, e.Quota.Limit, e.Quota.Requested));
        Assert.Contains(e.Quota.Mend, e.Message, StringComparison.Ordinal);
    }

    private static QuotaRefusal Create(int spent, int held, int suspense, int requested)
    {
        var window = new QuotaWindow(s_rule.Budget("store-notes", s_start), Amount(spent), Amount(held), Amount(suspense));
        return QuotaRefusal.Create(s_rule, window, Amount(requested), s_start.AddHours(12));
    }

    private static QuotaAmount Amount(int milliUsd) => new(1, 100, milliUsd * 1_000_000L);
}
