using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Sqlite.Tests;

public sealed class QuotaRaceTests
{
    [Fact]
    [Trait("Spec", "QUO-1")]
    [Trait("Spec", "QUO-2")]
    public void Reserve_and_settle_in_a_race_with_cancellation_keep_the_promise() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            KeepsPromiseAsync(seed).GetAwaiter().GetResult();
            return true;
        }));

    [Fact]
    [Trait("Spec", "QUO-1")]
    public void Any_sequence_of_steps_leaves_both_stores_with_the_same_answer() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => AgreeAsync(seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static async Task KeepsPromiseAsync(int seed)
    {
        const int Limit = 20_000;
        await using var kit = new SqliteKit();
        QuotaBudget[] budgets = [Sample.Budget(tokens: Limit), Sample.Budget(QuotaScope.Model, "m", requests: 3_000)];
        var overruns = 0L;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(seed, caller));
            for (var i = 0; i < 64; i++)
                Interlocked.Add(ref overruns, await CallAsync(kit, random, budgets));
        })));
        await kit.Database.FlushAsync();
        // Whoever was cancelled while it waited for the answer may hold a lease without knowing.
        kit.Clock.Now += TimeSpan.FromHours(1);
        foreach (var lease in await kit.Database.DoAsync(t => kit.Quota.LapseAsync(t, default)))
            Assert.True(await kit.Database.DoAsync(t => kit.Quota.SettleAsync(t, lease.CallId, default, default)));

        var windows = await kit.Quota.ReadWindowsAsync(budgets);
        Assert.All(windows, w => Assert.Equal((default, default), (w.Held, w.Suspense)));
        Assert.InRange(windows[0].Spent.Tokens, 1, Limit + overruns);
        Assert.InRange(windows[1].Spent.Requests, 1, 3_000);
    }

    /// <summary>One call from its reservation to its settlement; gives by how much it overran.</summary>
    private static async Task<long> CallAsync(SqliteKit kit, Random random, QuotaBudget[] budgets)
    {
        var reservation = Sample.Reservation(new(1, random.Next(1, 40), 1), budgets);
        var actual = new QuotaAmount(1, random.Next(0, 45), 1);
        using var cancellation = new CancellationTokenSource();
        if (random.Next(4) == 0)
            cancellation.CancelAfter(TimeSpan.FromMicroseconds(random.Next(2_000)));
        try
        {
            var result = await kit.Database.DoAsync(t => kit.Quota.ReserveAsync(t, reservation, default), cancellation: cancellation.Token);
            if (result.Lease is null)
                return 0;
            var urgency = random.Next(2) == 0 ? WriteUrgency.Now : WriteUrgency.Soon;
            var settlements = await Task.WhenAll(
                kit.Database.DoAsync(t => kit.Quota.SettleAsync(t, reservation.CallId, actual, default), urgency),
                kit.Database.DoAsync(t => kit.Quota.SettleAsync(t, reservation.CallId, actual, default)));
            Assert.Single(settlements, settled => settled);
            return Math.Max(0, actual.Tokens - reservation.Amount.Tokens);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static async Task<bool> AgreeAsync(int seed)
    {
        await using var durable = new SqliteKit();
        await using var model = new InMemoryKit();
        var random = new Random(seed);
        var calls = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
        QuotaBudget[] budgets = [Sample.Budget(tokens: 200), Sample.Budget(requests: 4), Sample.Budget(QuotaScope.User, "u", nanoUsd: 90, enforcement: QuotaEnforcement.Soft)];
        for (var step = 0; step < 40; step++)
        {
            durable.Clock.Now = model.Clock.Now += TimeSpan.FromSeconds(random.Next(90));
            var (call, amount, act) = (calls[random.Next(calls.Length)], new QuotaAmount(1, random.Next(80), random.Next(50)), random.Next(6));
            var chosen = budgets.Where(_ => random.Next(3) > 0).ToArray();
            Assert.Equal(await StepAsync(model, act, call, amount, chosen), await StepAsync(durable, act, call, amount, chosen));
            Assert.Equal(await model.Quota.ReadWindowsAsync(budgets), await durable.Quota.ReadWindowsAsync(budgets));
        }
        var (first, last) = (DateOnly.MinValue, DateOnly.MaxValue);
        Assert.Equal(await model.Quota.ReadUsageAsync(first, last), await durable.Quota.ReadUsageAsync(first, last));
        return true;
    }

    private static Task<string> StepAsync(StoreKit kit, int act, Guid call, QuotaAmount amount, QuotaBudget[] budgets) => kit.Database.DoAsync(async t =>
    {
        if (act == 5)
            t.RequestRollback();
        return act switch
        {
            0 => string.Join(',', (await kit.Quota.LapseAsync(t, default)).OrderBy(l => l.CallId)),
            1 => $"{await kit.Quota.SettleAsync(t, call, amount, default)}",
            2 => $"{await kit.Quota.RenewAsync(t, call, TimeSpan.FromMinutes(2), default)}",
            _ => Show(await kit.Quota.ReserveAsync(t, new(call, amount, budgets, TimeSpan.FromMinutes(2), Sample.Charge), default)),
        };
    });

    private static string Show(QuotaReserveResult result) => $"{result.Lease} {result.Refused} {string.Join(',', result.Windows)}";
}
