namespace MicroApps.Sqlite.Tests;

public abstract class QuotaStoreTests(StoreKit kit) : StoreSuite<StoreKit>(kit)
{
    private static readonly QuotaAmount One = new(1, 100, 5_000);

    [Fact]
    [Trait("Spec", "QUO-2")]
    public async Task Reserve_holds_in_every_budget_and_returns_the_lease()
    {
        var reservation = Sample.Reservation(One, Sample.Budget(tokens: 1_000), Sample.Budget(QuotaScope.User, "u1", requests: 5));

        var result = await ReserveAsync(reservation);

        Assert.Equal(new QuotaLease(reservation.CallId, One, Kit.Clock.Now.AddMinutes(5), Sample.Charge), result.Lease);
        Assert.Null(result.Refused);
        Assert.Equal([One, One], result.Windows.Select(w => w.Held));
        Assert.Equal(result.Windows, await Kit.Quota.ReadWindowsAsync(reservation.Budgets));
    }

    [Theory]
    [InlineData(3, null, null)]
    [InlineData(null, 300L, null)]
    [InlineData(null, null, 15_000L)]
    [Trait("Spec", "QUO-1")]
    public async Task Reserve_fits_up_to_the_limit_and_not_beyond(int? requests, long? tokens, long? nanoUsd)
    {
        var budget = Sample.Budget(requests: requests, tokens: tokens, nanoUsd: nanoUsd);
        for (var i = 0; i < 3; i++)
            Assert.NotNull((await ReserveAsync(Sample.Reservation(One, budget))).Lease);

        var refused = await ReserveAsync(Sample.Reservation(One, budget));

        Assert.Null(refused.Lease);
        Assert.Equal(budget, refused.Refused!.Budget);
        Assert.Equal(new QuotaAmount(3, 300, 15_000), refused.Refused.Counted);
    }

    [Fact]
    [Trait("Spec", "QUO-1")]
    public async Task Reserve_that_fits_in_some_budgets_only_leaves_nothing_and_lets_the_work_go_on()
    {
        var (wide, narrow) = (Sample.Budget(tokens: 1_000), Sample.Budget(QuotaScope.User, "u1", tokens: 99));

        var result = await Kit.Database.DoAsync(async t =>
        {
            await Kit.Audit.AppendAsync(t, Sample.Entry(kind: AuditKind.Refusal), default);
            return await Kit.Quota.ReserveAsync(t, Sample.Reservation(One, wide, narrow), default);
        });

        Assert.Equal(narrow, result.Refused!.Budget);
        Assert.All(await Kit.Quota.ReadWindowsAsync([wide, narrow]), w => Assert.Equal(default, w.Counted));
        await Kit.AssertIntactAsync(1);
    }

    [Fact]
    [Trait("Spec", "QUO-1")]
    public async Task Reserve_in_a_soft_budget_is_never_refused()
    {
        var budget = Sample.Budget(tokens: 50, enforcement: QuotaEnforcement.Soft);

        var result = await ReserveAsync(Sample.Reservation(One, budget));

        Assert.NotNull(result.Lease);
        Assert.Equal(100, result.Windows[0].Counted.Tokens);
    }

    [Fact]
    public async Task Reserve_for_the_same_call_again_gives_its_lease_unchanged()
    {
        var reservation = Sample.Reservation(One, Sample.Budget(tokens: 100));
        var first = await ReserveAsync(reservation);
        Kit.Clock.Now += TimeSpan.FromMinutes(1);

        var again = await ReserveAsync(reservation with { Amount = new(1, 90, 0) });

        Assert.Equal(first.Lease, again.Lease);
        Assert.Null(again.Refused);
        Assert.Equal(One, again.Windows[0].Held);
    }

    [Fact]
    [Trait("Spec", "QUO-1")]
    public async Task Reserve_counts_a_call_once_in_a_window_that_two_budgets_limit()
    {
        var (requests, tokens) = (Sample.Budget(requests: 10), Sample.Budget(tokens: 150));
        var first = await ReserveAsync(Sample.Reservation(One, requests, tokens));

        var second = await ReserveAsync(Sample.Reservation(One, requests, tokens));

        Assert.Equal([One, One], first.Windows.Select(w => w.Held));
        Assert.Equal(tokens, second.Refused!.Budget);
        Assert.Equal(One, second.Windows[0].Held);
        Assert.True(await SettleAsync(first.Lease!.CallId, One));
        Assert.Equal(One, (await Kit.Quota.ReadWindowsAsync([requests]))[0].Spent);
    }

    [Fact]
    public async Task Reserve_without_budgets_still_makes_a_lease_that_can_be_settled()
    {
        var result = await ReserveAsync(Sample.Reservation(One));

        Assert.Empty(result.Windows);
        Assert.True(await SettleAsync(result.Lease!.CallId, One));
        Assert.Single(await Kit.Quota.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(170)]
    [Trait("Spec", "QUO-2")]
    public async Task Settle_replaces_the_reservation_with_the_actual_amount(long actualTokens)
    {
        var budget = Sample.Budget(tokens: 1_000);
        var lease = (await ReserveAsync(Sample.Reservation(One, budget))).Lease!;

        Assert.True(await SettleAsync(lease.CallId, new(1, actualTokens, 3)));

        var window = (await Kit.Quota.ReadWindowsAsync([budget]))[0];
        Assert.Equal((new QuotaAmount(1, actualTokens, 3), default, default), (window.Spent, window.Held, window.Suspense));
    }

    [Fact]
    [Trait("Spec", "QUO-2")]
    public async Task Settle_works_once_for_each_lease()
    {
        var lease = (await ReserveAsync(Sample.Reservation(One, Sample.Budget(tokens: 1_000)))).Lease!;

        Assert.True(await SettleAsync(lease.CallId, One));
        Assert.False(await SettleAsync(lease.CallId, One));
        Assert.False(await SettleAsync(Guid.CreateVersion7(), One));
        Assert.Equal(One, Assert.Single(await Kit.Quota.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue)).Spent);
    }

    [Fact]
    [Trait("Spec", "QUO-2")]
    public async Task Settle_after_the_window_has_ended_counts_in_the_window_of_the_reservation()
    {
        var (today, tomorrow) = (Sample.Budget(tokens: 1_000), Sample.Budget(tokens: 1_000, start: Sample.Day.AddDays(1)));
        var lease = (await ReserveAsync(Sample.Reservation(One, today))).Lease!;
        Kit.Clock.Now = tomorrow.WindowStart;

        await SettleAsync(lease.CallId, One);

        var windows = await Kit.Quota.ReadWindowsAsync([today, tomorrow]);
        Assert.Equal([One, default], windows.Select(w => w.Spent));
        Assert.Equal(new DateOnly(2026, 11, 3), Assert.Single(await Kit.Quota.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue)).Day);
    }

    [Fact]
    [Trait("Spec", "QUO-2")]
    public async Task Lapse_moves_expired_leases_to_suspense_once_and_they_still_count()
    {
        var budget = Sample.Budget(tokens: 150);
        var lease = (await ReserveAsync(Sample.Reservation(One, budget))).Lease!;
        Assert.Empty(await LapseAsync());
        Kit.Clock.Now = lease.ExpiresAt;

        Assert.Equal([lease], await LapseAsync());
        Assert.Empty(await LapseAsync());

        var window = (await Kit.Quota.ReadWindowsAsync([budget]))[0];
        Assert.Equal((default, One), (window.Held, window.Suspense));
        Assert.NotNull((await ReserveAsync(Sample.Reservation(One, budget))).Refused);
    }

    [Fact]
    [Trait("Spec", "QUO-2")]
    public async Task Settle_of_a_lapsed_lease_moves_suspense_to_spent_once()
    {
        var budget = Sample.Budget(tokens: 150);
        var lease = (await ReserveAsync(Sample.Reservation(One, budget))).Lease!;
        Kit.Clock.Now = lease.ExpiresAt;
        await LapseAsync();

        Assert.True(await SettleAsync(lease.CallId, new(1, 40, 0)));
        Assert.False(await SettleAsync(lease.CallId, new(1, 40, 0)));

        var window = (await Kit.Quota.ReadWindowsAsync([budget]))[0];
        Assert.Equal((new QuotaAmount(1, 40, 0), default, default), (window.Spent, window.Held, window.Suspense));
    }

    [Fact]
    [Trait("Spec", "QUO-2")]
    public async Task Renew_extends_a_running_lease_and_no_other()
    {
        var lease = (await ReserveAsync(Sample.Reservation(One, Sample.Budget(tokens: 1_000)))).Lease!;
        Kit.Clock.Now += TimeSpan.FromMinutes(4);
        Assert.True(await RenewAsync(lease.CallId));
        Kit.Clock.Now += TimeSpan.FromMinutes(4);
        Assert.Empty(await LapseAsync());
        Kit.Clock.Now += TimeSpan.FromMinutes(1);

        Assert.False(await RenewAsync(lease.CallId));
        Assert.Equal(Kit.Clock.Now, Assert.Single(await LapseAsync()).ExpiresAt);
        Assert.False(await RenewAsync(lease.CallId));
        Assert.False(await RenewAsync(Guid.CreateVersion7()));
    }

    [Fact]
    [Trait("Spec", "QUO-3")]
    public async Task ReadUsage_sums_by_day_and_charge_from_first_to_last_day()
    {
        var other = Sample.Charge with { User = "u2" };
        foreach (var (day, charge) in new[] { (0, Sample.Charge), (0, Sample.Charge), (0, other), (1, Sample.Charge), (2, Sample.Charge) })
        {
            Kit.Clock.Now = Sample.Day.AddDays(day).AddHours(23);
            var lease = (await ReserveAsync(Sample.Reservation(One) with { Charge = charge })).Lease!;
            await SettleAsync(lease.CallId, One);
        }

        var first = new DateOnly(2026, 11, 2);
        Assert.Equal(
            [new(first, Sample.Charge, One + One), new(first, other, One), new(first.AddDays(1), Sample.Charge, One)],
            await Kit.Quota.ReadUsageAsync(first, first.AddDays(1)));
    }

    [Fact]
    public async Task Amounts_below_zero_and_leases_without_length_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReserveAsync(Sample.Reservation(new(1, -1, 0))));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReserveAsync(Sample.Reservation(One) with { LeaseDuration = TimeSpan.Zero }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SettleAsync(Guid.CreateVersion7(), new(0, 0, -1)));
    }

    [Fact]
    [Trait("Spec", "QUO-1")]
    public async Task Sums_beyond_64_bits_are_refused_and_never_wrap()
    {
        var (soft, hard) = (Sample.Budget(enforcement: QuotaEnforcement.Soft), Sample.Budget(tokens: long.MaxValue));
        var huge = new QuotaAmount(1, long.MaxValue, 0);
        await SettleAsync((await ReserveAsync(Sample.Reservation(One, soft))).Lease!.CallId, huge);

        Assert.NotNull((await ReserveAsync(Sample.Reservation(One, hard))).Refused);
        var second = (await ReserveAsync(Sample.Reservation(One, soft))).Lease!;
        await Assert.ThrowsAsync<OverflowException>(() => SettleAsync(second.CallId, huge));

        var window = (await Kit.Quota.ReadWindowsAsync([soft]))[0];
        Assert.Equal((huge, One), (window.Spent, window.Held));
    }

    private Task<QuotaReserveResult> ReserveAsync(QuotaReservation reservation) =>
        Kit.Database.DoAsync(t => Kit.Quota.ReserveAsync(t, reservation, default));

    private Task<bool> SettleAsync(Guid callId, QuotaAmount actual) => Kit.Database.DoAsync(t => Kit.Quota.SettleAsync(t, callId, actual, default));

    private Task<bool> RenewAsync(Guid callId) => Kit.Database.DoAsync(t => Kit.Quota.RenewAsync(t, callId, TimeSpan.FromMinutes(5), default));

    private Task<IReadOnlyList<QuotaLease>> LapseAsync() => Kit.Database.DoAsync(t => Kit.Quota.LapseAsync(t, default));
}
