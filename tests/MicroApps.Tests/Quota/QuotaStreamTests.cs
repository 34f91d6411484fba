using MicroApps.Testing;

namespace MicroApps.Tests;

[Trait("Spec", "QUO-2")]
public class QuotaStreamTests
{
    private static readonly string s_words = string.Concat(Enumerable.Repeat("wonderful ", 200));

    [Fact]
    public async Task Stream_far_beyond_its_reservation_is_stopped()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5));
        var call = await harness.BeginAllowedAsync(harness.Call(max: 500));
        Assert.Null(await harness.ReceiveAsync(call, s_words));
        Assert.Null(await harness.ReceiveAsync(call, s_words));
        Assert.Equal("quota.overrun", (await harness.ReceiveAsync(call, s_words))?.Code);
    }

    [Fact]
    public async Task Stream_of_spaces_and_lines_is_not_mistaken_for_many_tokens()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5));
        var call = await harness.BeginAllowedAsync(harness.Call(max: 100));
        Assert.Null(await harness.ReceiveAsync(call, new string(' ', 50_000) + new string('-', 50_000)));
    }

    [Theory]
    [InlineData(QuotaEnforcement.Soft, null)]
    [InlineData(QuotaEnforcement.Hard, 10L)]
    public async Task Stream_without_a_hard_limit_on_tokens_or_money_is_left_alone(QuotaEnforcement enforce, long? requests)
    {
        var harness = new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Day, Requests = requests, Tokens = requests is null ? 10 : null, Enforce = enforce });
        var call = await harness.BeginAllowedAsync(harness.Call(max: 10));
        Assert.Null(await harness.ReceiveAsync(call, s_words));
    }

    [Fact]
    public async Task Long_stream_keeps_its_lease()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5));
        var call = await harness.BeginAllowedAsync(harness.Call());
        for (var minute = 0; minute < 30; minute++)
        {
            harness.Clock.Advance(TimeSpan.FromMinutes(1));
            await harness.ReceiveAsync(call, "word ");
            Assert.Empty(await harness.Store.Database.WriteAsync(harness.Store, (t, s, c) => s.LapseAsync(t, c), WriteUrgency.Now, default));
        }
    }

    [Fact]
    public async Task Lease_is_renewed_only_when_half_of_it_has_passed()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5));
        var database = (InMemoryStoreDatabase)harness.Store.Database;
        var call = await harness.BeginAllowedAsync(harness.Call());
        var before = database.WriteCount;
        harness.Clock.Advance(TimeSpan.FromMinutes(2));
        await harness.ReceiveAsync(call, "word ");
        Assert.Equal(before, database.WriteCount);
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        await harness.ReceiveAsync(call, "word ");
        Assert.Equal(before + 1, database.WriteCount);
    }

    [Fact]
    public async Task Lease_that_cannot_be_renewed_does_not_break_the_answer()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(5));
        var call = await harness.BeginAllowedAsync(harness.Call());
        harness.Clock.Advance(TimeSpan.FromMinutes(3));
        ((InMemoryStoreDatabase)harness.Store.Database).FailWrite(1, StoreFault.Locked);
        Assert.Null(await harness.ReceiveAsync(call, "word "));
    }

    [Fact]
    public async Task Transform_changes_nothing()
    {
        var harness = new QuotaHarness();
        var call = await harness.BeginAllowedAsync(harness.Call());
        var transform = harness.Guard.CreateTransform(call, ResponseTextKind.Answer)!;
        var output = new TextOutput();
        transform.Append("held back", output);
        transform.Complete(output);
        Assert.Equal("held back", output.Text.ToString());
    }
}
