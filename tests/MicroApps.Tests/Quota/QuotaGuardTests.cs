namespace MicroApps.Tests;

[Trait("Spec", "QUO-1")]
public class QuotaGuardTests
{
    [Theory]
    [InlineData(null, null, 4096)] // nobody says: the default
    [InlineData(100, null, 100)] // the caller
    [InlineData(null, 800, 800)] // the manifest
    [InlineData(5000, 800, 800)] // the manifest caps the caller
    public async Task Inspect_sets_the_largest_answer(int? caller, int? declared, int expected)
    {
        var harness = new QuotaHarness();
        var call = harness.Call(max: caller);
        call.Model = call.Model! with { MaxOutputTokens = declared };
        await harness.BeginAllowedAsync(call);
        Assert.Equal(expected, call.MaxOutputTokens);
    }

    [Fact]
    public async Task Inspect_model_with_a_small_maximum_caps_the_answer()
    {
        var harness = new QuotaHarness();
        Assert.Equal(50, (await harness.BeginAllowedAsync(harness.Call(model: "small"))).MaxOutputTokens);
    }

    [Fact]
    public async Task Inspect_unknown_model_is_refused_with_the_line_to_add()
    {
        var harness = new QuotaHarness();
        var refusal = await harness.BeginAsync(harness.Call(model: "mystery"));
        Assert.Equal("quota.unknown-price", refusal!.Code);
        Assert.Contains("\"model\": \"mystery\"", refusal.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_unknown_model_with_a_ceiling_is_charged_the_ceiling()
    {
        var harness = new QuotaHarness(o => (o.CeilingInputUsdPerMillion, o.CeilingOutputUsdPerMillion) = (100, 200), []);
        var call = await harness.BeginAllowedAsync(harness.Call(model: "mystery"));
        await harness.EndAsync(call, usage: QuotaHarness.Reported(1_000, 1_000));
        Assert.Equal(300_000_000, call.CostNanoUsd);
    }

    [Fact]
    public async Task Commit_reserves_what_the_call_can_use_at_most_and_settling_gives_the_rest_back()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(1));
        var call = await harness.BeginAllowedAsync(harness.Call("Hello", max: 1_000));
        var held = (await harness.WindowAsync()).Held;
        Assert.Equal(1, held.Requests);
        Assert.InRange(held.Tokens, 1_005, 1_100);
        Assert.InRange(held.NanoUsd, 10_000_000, 10_200_000);

        await harness.EndAsync(call, usage: QuotaHarness.Reported(10, 20));
        var window = await harness.WindowAsync();
        Assert.Equal((new QuotaAmount(1, 30, 210_000), default(QuotaAmount)), (window.Spent, window.Held));
    }

    [Fact]
    public async Task Commit_full_budget_refuses_and_leaves_nothing_behind()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.01m));
        await harness.EndAsync(await harness.BeginAllowedAsync(harness.Call(max: 900)), usage: QuotaHarness.Reported(100, 900));
        var refused = harness.Call(max: 900);
        var refusal = Assert.IsType<QuotaRefusal>(await harness.BeginAsync(refused));
        Assert.Equal((QuotaUnit.Money, 10_000_000, 9_100_000), (refusal.Unit, refusal.Limit, refusal.Spent));
        Assert.Equal((0, UsageSource.None), (refused.CostNanoUsd, refused.Usage.Source));
        Assert.Equal(9_100_000, (await harness.WindowAsync()).Counted.NanoUsd);
    }

    [Theory]
    [InlineData(0L, null, null, QuotaUnit.Requests)]
    [InlineData(null, 0L, null, QuotaUnit.Tokens)]
    [InlineData(null, null, 0L, QuotaUnit.Money)]
    public async Task Commit_zero_cap_refuses_the_first_call(long? requests, long? tokens, long? money, QuotaUnit unit)
    {
        var harness = new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Month, Requests = requests, Tokens = tokens, SpendNanoUsd = money });
        var refusal = Assert.IsType<QuotaRefusal>(await harness.BeginAsync(harness.Call()));
        Assert.Equal((unit, 0, 0), (refusal.Unit, refusal.Limit, refusal.Spent));
        Assert.IsType<QuotaExceededException>(refusal.ToException());
    }

    [Fact]
    public async Task Commit_model_that_is_free_passes_a_spend_cap_of_zero()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0));
        Assert.Null(await harness.BeginAsync(harness.Call(model: "free")));
    }

    [Fact]
    public async Task Commit_shortens_the_answer_to_what_fits()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.01m));
        var call = await harness.BeginAllowedAsync(harness.Call(max: 4_000));
        Assert.InRange(call.MaxOutputTokens!.Value, 990, 999);
        Assert.InRange((await harness.WindowAsync()).Held.NanoUsd, 9_990_000, 10_000_000);
    }

    [Theory]
    [InlineData("test-model", 0.0025, false)] // room for 245 tokens, floor 256
    [InlineData("test-model", 0.003, true)]
    [InlineData("thinker", 0.01, false)] // a model that reasons needs more to say anything
    [InlineData("thinker", 0.011, true)]
    public async Task Commit_does_not_shorten_below_the_floor(string model, double limit, bool isAllowed)
    {
        var harness = new QuotaHarness(QuotaHarness.Spend((decimal)limit));
        Assert.Equal(isAllowed, await harness.BeginAsync(harness.Call(max: 4_000, model: model)) is null);
    }

    [Fact]
    public async Task Commit_repeated_by_the_database_starts_from_the_wanted_answer()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.01m));
        var call = harness.Call(max: 4_000);
        await harness.Guard.InspectAsync(call, default);
        for (var run = 0; run < 3; run++)
        {
            await harness.Guard.Database.WriteAsync(call, Commit, WriteUrgency.Now, default);
            Assert.InRange(call.MaxOutputTokens!.Value, 990, 999);
        }

        async ValueTask<bool> Commit(StoreTransaction transaction, GovernedCall c, CancellationToken token)
        {
            await harness.Guard.CommitAsync(c, transaction, token);
            transaction.RequestRollback();
            return true;
        }
    }

    [Fact]
    public async Task Commit_held_by_running_calls_is_transient_and_used_up_is_not()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.02m));
        var running = await harness.BeginAllowedAsync(harness.Call(max: 1_900));
        var transient = Assert.IsType<QuotaRefusal>(await harness.BeginAsync(harness.Call(max: 200)));
        Assert.True(transient.IsTransient);
        Assert.Equal(TimeSpan.FromSeconds(1), transient.RetryAfter);

        await harness.EndAsync(running, usage: QuotaHarness.Reported(60, 1_900));
        var spent = Assert.IsType<QuotaRefusal>(await harness.BeginAsync(harness.Call(max: 200)));
        Assert.False(spent.IsTransient);
        Assert.Equal(TimeSpan.FromHours(12), spent.RetryAfter);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), spent.ResetsAt);
    }

    [Fact]
    public async Task Commit_next_window_starts_afresh()
    {
        var harness = new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Minute, Requests = 1 });
        await harness.BeginAllowedAsync(harness.Call());
        Assert.NotNull(await harness.BeginAsync(harness.Call()));
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await harness.BeginAsync(harness.Call()));
    }

    [Fact]
    public async Task Commit_each_user_and_each_model_has_a_budget_alone()
    {
        var harness = new QuotaHarness(
            new ManifestQuota { Per = QuotaPeriod.Day, Scope = QuotaScope.User, Requests = 1 },
            new ManifestQuota { Per = QuotaPeriod.Day, Scope = QuotaScope.Model, Model = "thinker", Requests = 2 });
        Assert.Null(await harness.BeginAsync(harness.Call(user: "anna")));
        Assert.Null(await harness.BeginAsync(harness.Call(user: "ben", model: "thinker")));
        Assert.Null(await harness.BeginAsync(harness.Call(user: "cleo", model: "thinker")));
        Assert.Equal(QuotaScope.User, ((QuotaRefusal)(await harness.BeginAsync(harness.Call(user: "anna")))!).Scope);
        Assert.Equal(QuotaScope.Model, ((QuotaRefusal)(await harness.BeginAsync(harness.Call(user: "dora", model: "thinker")))!).Scope);
    }

    [Fact]
    public async Task Commit_calls_without_a_user_share_one_budget()
    {
        var harness = new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Day, Scope = QuotaScope.User, Requests = 1 });
        Assert.Null(await harness.BeginAsync(harness.Call()));
        Assert.NotNull(await harness.BeginAsync(harness.Call()));
    }

    [Fact]
    public async Task Commit_soft_budget_never_refuses()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(0.001m) with { Enforce = QuotaEnforcement.Soft });
        Assert.Null(await harness.BeginAsync(harness.Call()));
        Assert.Null(await harness.BeginAsync(harness.Call()));
    }

    [Fact]
    public async Task Commit_hard_and_soft_quota_of_the_same_day_count_a_call_once()
    {
        var harness = new QuotaHarness(
            new ManifestQuota { Per = QuotaPeriod.Day, Requests = 2 }, new ManifestQuota { Per = QuotaPeriod.Day, Requests = 1, Enforce = QuotaEnforcement.Soft });
        Assert.Null(await harness.BeginAsync(harness.Call()));
        Assert.Null(await harness.BeginAsync(harness.Call()));
        Assert.Equal("Wait until then, or raise quotas[0].requests in microapp.yaml.", (await harness.BeginAsync(harness.Call()))!.Mend);
    }

    [Fact]
    public async Task Many_calls_at_once_never_exceed_a_hard_cap()
    {
        var harness = new QuotaHarness(o => o.DefaultConcurrency = null, [QuotaHarness.Spend(0.1m)]);
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => Task.Run(async () =>
        {
            var call = harness.Call(max: 100 + (i % 900));
            if (await harness.BeginAsync(call) is not null)
                return;
            await Task.Yield();
            Assert.True((await harness.WindowAsync()).Counted.NanoUsd <= 100_000_000);
            await harness.EndAsync(call, usage: QuotaHarness.Reported(20, call.MaxOutputTokens!.Value));
        })));
        var window = await harness.WindowAsync();
        Assert.InRange(window.Spent.NanoUsd, 90_000_000, 100_000_000);
        Assert.Equal(default, window.Held);
    }

    [Theory]
    [InlineData(Surface.Tool)]
    [InlineData(Surface.Http)]
    [InlineData(Surface.Vector)]
    public async Task Surfaces_without_a_model_are_not_counted(Surface surface)
    {
        var harness = new QuotaHarness(new ManifestQuota { Per = QuotaPeriod.Day, Requests = 0 });
        Assert.Null(await harness.BeginAsync(harness.Call(surface: surface)));
    }

    [Fact]
    public async Task Embeddings_reserve_input_only()
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(1));
        var call = await harness.BeginAllowedAsync(harness.Call(new string('x', 1_000), model: "embedder", surface: Surface.Embedding));
        Assert.Null(call.MaxOutputTokens);
        await harness.EndAsync(call, usage: QuotaHarness.Reported(250, 0));
        Assert.Equal((25_000, UsageSource.Provider), (call.CostNanoUsd, call.Usage.Source));
    }

    [Theory]
    [InlineData(0, 2 + 24)]
    [InlineData(2, 2 + 24 + 60)]
    [InlineData(3, 100)] // more would not fit in the model's context
    public async Task Images_are_bounded_by_the_model_and_input_by_its_context(int images, int input)
    {
        var harness = new QuotaHarness(QuotaHarness.Spend(1));
        await harness.BeginAllowedAsync(harness.Call("Hi", model: "small", images: images));
        Assert.Equal(input + 50, (await harness.WindowAsync()).Held.Tokens);
    }
}
