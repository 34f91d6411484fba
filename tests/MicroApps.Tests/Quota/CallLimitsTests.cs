namespace MicroApps.Tests;

[Trait("Spec", "QUO-4")]
public class CallLimitsTests
{
    [Fact]
    public async Task Text_above_the_limit_is_refused_on_every_surface()
    {
        var harness = Create(new() { PayloadBytes = 10 });
        Assert.Null(await harness.BeginAsync(harness.Call("1234567890")));
        Assert.Equal("limit.payload", (await harness.BeginAsync(harness.Call("123456789é")))?.Code);
        Assert.Equal("limit.payload", (await harness.BeginAsync(harness.Call("12345678901", surface: Surface.Http)))?.Code);
    }

    [Fact]
    public async Task Calls_at_once_above_the_limit_are_refused_until_one_ends()
    {
        var harness = Create(new() { Concurrency = 2 });
        var first = await harness.BeginAllowedAsync(harness.Call());
        await harness.BeginAllowedAsync(harness.Call());
        var refusal = Assert.IsType<LimitRefusal>(await harness.BeginAsync(harness.Call()));
        Assert.Equal(("limit.concurrency", true), (refusal.Code, refusal.IsTransient));
        await harness.EndAsync(first);
        Assert.Null(await harness.BeginAsync(harness.Call()));
    }

    [Fact]
    public async Task Call_that_was_refused_for_its_budget_leaves_its_place()
    {
        var harness = new QuotaHarness(null, [new ManifestQuota { Per = QuotaPeriod.Day, Requests = 0 }], new() { Concurrency = 1 });
        for (var i = 0; i < 3; i++)
            Assert.IsType<QuotaRefusal>(await harness.BeginAsync(harness.Call()));
    }

    [Fact]
    public async Task Release_twice_gives_up_one_place()
    {
        var harness = Create(new() { Concurrency = 1 });
        var call = await harness.BeginAllowedAsync(harness.Call());
        await harness.EndAsync(call);
        harness.Guard.Release(call);
        await harness.BeginAllowedAsync(harness.Call());
        Assert.NotNull(await harness.BeginAsync(harness.Call()));
    }

    [Fact]
    public async Task Calls_in_any_minute_stay_within_the_limit()
    {
        var harness = Create(new() { RequestsPerMinute = 3 });
        for (var i = 0; i < 3; i++)
        {
            await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call()));
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var refusal = Assert.IsType<LimitRefusal>(await harness.BeginAsync(harness.Call()));
        Assert.Equal(("limit.rate", TimeSpan.FromSeconds(30)), (refusal.Code, refusal.RetryAfter));
        harness.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await harness.BeginAsync(harness.Call()));
        Assert.NotNull(await harness.BeginAsync(harness.Call())); // the second of the three is still within the minute
    }

    private static QuotaHarness Create(ManifestLimits limits) => new(null, [], limits);
}
