namespace MicroApps.Tests;

[Trait("Spec", "QUO-2")]
public class QuotaSettlementTests
{
    private const string Prose = "The parcel was sent on Monday and should arrive within two working days. ";

    [Fact]
    public async Task Completed_with_usage_is_charged_as_reported()
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call());
        await harness.ReceiveAsync(call, Prose);
        var usage = new CallUsage(1_000, 15, 800, 0, UsageSource.Provider) { CacheWriteTokens = 100 };
        await harness.EndAsync(call, usage: usage);
        Assert.Equal(usage, call.Usage);
        Assert.Equal(100_000 + 80_000 + 125_000 + 150_000, call.CostNanoUsd);
    }

    [Fact]
    public async Task Completed_without_usage_is_estimated_and_never_free()
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call(Prose));
        await harness.ReceiveAsync(call, Prose);
        await harness.EndAsync(call);
        Assert.Equal(UsageSource.Estimated, call.Usage.Source);
        Assert.InRange(call.Usage.InputTokens, 14, 30);
        Assert.InRange(call.Usage.OutputTokens, 14, 25);
        Assert.True(call.CostNanoUsd > 0);
    }

    [Theory]
    [InlineData(CallStatus.Cancelled)]
    [InlineData(CallStatus.Failed)]
    public async Task Call_that_ended_before_it_could_leave_costs_nothing(CallStatus status)
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(1));
        var call = await harness.BeginAllowedAsync(harness.Call(Prose));
        call.HasStayed = true;

        await harness.EndAsync(call, status);

        Assert.Equal((UsageSource.None, 0L), (call.Usage.Source, call.CostNanoUsd));
        var window = await harness.WindowAsync();
        Assert.Equal((default, default, default), (window.Spent, window.Held, window.Suspense));
    }

    [Theory]
    [InlineData(0, 0)] // zeros beside text are not a report
    [InlineData(12, 0)]
    [InlineData(0, 12)]
    public async Task Completed_with_part_of_the_usage_is_filled_up(long input, long output)
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call(Prose));
        await harness.ReceiveAsync(call, Prose);
        await harness.EndAsync(call, usage: QuotaHarness.Reported(input, output));
        Assert.Equal(UsageSource.Estimated, call.Usage.Source);
        Assert.True(call.Usage is { InputTokens: >= 12, OutputTokens: >= 12 });
    }

    [Fact]
    public async Task Reasoning_model_without_usage_is_charged_its_reservation()
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call(model: "thinker", max: 2_000));
        await harness.ReceiveAsync(call, Prose);
        await harness.EndAsync(call);
        Assert.Equal(2_000, call.Usage.OutputTokens);
    }

    [Fact]
    public async Task Reasoning_model_without_usage_may_be_estimated_instead()
    {
        var harness = new QuotaHarness(o => o.ChargeReservationForUnreportedReasoning = false, []);
        var call = await harness.BeginAllowedAsync(harness.Call(model: "thinker", max: 2_000));
        await harness.ReceiveAsync(call, Prose);
        await harness.EndAsync(call);
        Assert.InRange(call.Usage.OutputTokens, 14, 25);
    }

    [Fact]
    public async Task Cancelled_at_every_chunk_is_settled_once_with_what_arrived()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5));
        long spent = 0;
        for (var chunks = 0; chunks <= 8; chunks++)
        {
            var call = await harness.BeginAllowedAsync(harness.Call());
            for (var i = 0; i < chunks; i++)
                await harness.ReceiveAsync(call, Prose);
            await harness.EndAsync(call, CallStatus.Cancelled);
            await harness.CompleteAsync(call); // a repeated write changes nothing
            Assert.Equal(TokenEstimator.Estimate(string.Concat(Enumerable.Repeat(Prose, chunks))), call.Usage.OutputTokens);
            Assert.True(call.Usage.InputTokens > 0);
            spent += call.CostNanoUsd;
        }

        var window = await harness.WindowAsync();
        Assert.Equal((spent, 9, 0), (window.Spent.NanoUsd, window.Spent.Requests, window.Held.NanoUsd));
    }

    [Theory]
    [InlineData(CallStatus.Cancelled)]
    [InlineData(CallStatus.Stopped)]
    [InlineData(CallStatus.Failed)]
    public async Task Cut_off_after_an_early_report_is_charged_what_arrived(CallStatus status)
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call());
        for (var i = 0; i < 10; i++)
            await harness.ReceiveAsync(call, Prose);
        await harness.EndAsync(call, status, QuotaHarness.Reported(40, 1)); // what a provider sends at the start of a stream
        Assert.Equal((40, UsageSource.Estimated), (call.Usage.InputTokens, call.Usage.Source));
        Assert.True(call.Usage.OutputTokens > 100);
    }

    [Theory]
    [InlineData("ClientResultException", 0)] // turned down: nothing billed
    [InlineData("TimeoutException", 1)] // may have been read
    [InlineData("HttpRequestException", 1)]
    [InlineData(null, 1)]
    public async Task Failed_before_an_answer_is_charged_its_input_unless_turned_down(string? error, int isCharged)
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(1));
        var call = await harness.BeginAllowedAsync(harness.Call());
        call.ErrorType = error;
        await harness.EndAsync(call, CallStatus.Failed);
        Assert.Equal((isCharged, 0), (Math.Sign(call.CostNanoUsd), call.Usage.OutputTokens));
        Assert.Equal((1, 0), ((await harness.WindowAsync()).Spent.Requests, (await harness.WindowAsync()).Held.Requests));
    }

    [Fact]
    public async Task Tool_calls_without_usage_are_not_free()
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call());
        call.ToolsCalled.Add("search");
        await harness.EndAsync(call);
        Assert.True(call.Usage.OutputTokens > 0);
    }

    [Fact]
    public async Task Overrun_is_recorded_in_full()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.01m));
        var call = await harness.BeginAllowedAsync(harness.Call(max: 300));
        await harness.EndAsync(call, usage: QuotaHarness.Reported(20, 5_000));
        Assert.Equal(50_020_000, (await harness.WindowAsync()).Spent.NanoUsd);
    }

    [Fact]
    public async Task Crashed_call_stays_counted_until_its_window_ends()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.042m, QuotaPeriod.Hour));
        var lost = await harness.BeginAllowedAsync(harness.Call(max: 4_000));
        harness.Clock.Advance(TimeSpan.FromMinutes(6));
        var lapsed = await harness.Store.Database.WriteAsync(harness.Store, (t, s, c) => s.LapseAsync(t, c), WriteUrgency.Now, default);
        Assert.Equal(lost.Id, Assert.Single(lapsed).CallId);

        var refusal = Assert.IsType<QuotaRefusal>(await harness.BeginAsync(harness.Call(max: 1_000)));
        Assert.False(refusal.IsTransient);
        Assert.Contains("never reported back", refusal.Message, StringComparison.Ordinal);
        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await harness.BeginAsync(harness.Call(max: 4_000)));
    }
}
