namespace MicroApps.Sqlite.Tests;

public abstract class StoreDatabaseTests(StoreKit kit) : StoreSuite<StoreKit>(kit)
{
    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_that_throws_keeps_nothing_and_passes_the_exception_on()
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => Kit.Database.DoAsync<int>(async t =>
        {
            await Kit.Audit.AppendAsync(t, Sample.Entry(), default);
            throw new FormatException("mine");
        }));

        Assert.Equal("mine", failure.Message);
        await Kit.AssertIntactAsync(0);
    }

    [Fact]
    public async Task RequestRollback_undoes_that_work_alone_and_returns_its_result()
    {
        await Kit.AppendAsync(Sample.Entry());

        var result = await Kit.Database.DoAsync(async t =>
        {
            t.RequestRollback();
            return (await Kit.Audit.AppendAsync(t, Sample.Entry(), default)).Index;
        });

        Assert.Equal(1, result);
        await Kit.AssertIntactAsync(1);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_from_many_threads_undoes_only_the_works_that_throw_or_ask_for_it()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
        {
            try
            {
                return await Kit.Database.DoAsync(async t =>
                {
                    var receipt = await Kit.Audit.AppendAsync(t, Sample.Entry(), default);
                    if (i % 3 == 1)
                        t.RequestRollback();
                    return i % 3 == 2 ? throw new FormatException() : i % 3 == 0 ? receipt : null;
                });
            }
            catch (FormatException)
            {
                return null;
            }
        })));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), kept.OfType<AuditReceipt>().Select(r => r.Index).Order());
        await Kit.AssertIntactAsync(100);
    }

    [Fact]
    public async Task Write_soon_is_committed_in_order_with_the_next_urgent_work()
    {
        var (first, second) = (Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon), Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon));
        var third = await Kit.AppendAsync(Sample.Entry());

        Assert.Equal(new long[] { 0, 1, 2 }, new[] { (await first).Index, (await second).Index, third.Index });
    }

    [Fact]
    public async Task Write_soon_is_committed_after_a_while_when_nothing_else_comes()
    {
        Assert.Equal(0, (await Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon)).Index);
        Assert.Equal(1, (await Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon)).Index);
    }

    [Fact]
    public async Task Flush_makes_durable_what_was_queued_before()
    {
        var queued = Enumerable.Range(0, 600).Select(_ => Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon)).ToList();

        await Kit.Database.FlushAsync();

        Assert.All(queued, task => Assert.True(task.IsCompletedSuccessfully));
        await Kit.AssertIntactAsync(600);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Flush_tells_once_of_work_that_nobody_waited_for_and_that_failed()
    {
        Kit.FailNextWrite();
        _ = Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon);

        var failure = await Assert.ThrowsAsync<StoreException>(async () => await Kit.Database.FlushAsync());

        Assert.Equal(StoreFault.Full, failure.Fault);
        await Kit.Database.FlushAsync();
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_after_a_failed_one_succeeds_and_nothing_of_the_failed_one_is_kept()
    {
        await Kit.AppendAsync(Sample.Entry());
        Kit.FailNextWrite();

        var failure = await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(Sample.Entry()));
        var next = await Kit.AppendAsync(Sample.Entry());

        Assert.Equal((StoreFault.Full, false), (failure.Fault, failure.IsOutcomeUnknown));
        Assert.Equal(1, next.Index);
        await Kit.AssertIntactAsync(2);
    }

    [Fact]
    public async Task Write_that_is_cancelled_before_it_is_queued_does_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Kit.AppendAsync(Sample.Entry(), cancellation: new CancellationToken(true)));
        await Kit.AssertIntactAsync(0);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_that_is_cancelled_in_the_queue_is_committed_all_the_same()
    {
        var gate = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        var busy = Kit.Database.DoAsync(async _ => { await gate.Task; return 0; });
        var queued = Kit.AppendAsync(Sample.Entry(), cancellation: cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        gate.SetResult();
        await busy;

        await Kit.Database.FlushAsync();
        await Kit.AssertIntactAsync(1);
    }

    [Fact]
    public async Task Now_never_goes_back()
    {
        var before = await Kit.Database.DoAsync(t => new ValueTask<DateTimeOffset>(t.Now));
        Kit.Clock.Now -= TimeSpan.FromHours(1);
        var after = await Kit.Database.DoAsync(t => new ValueTask<DateTimeOffset>(t.Now));

        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Transaction_is_of_no_use_after_its_work()
    {
        var leaked = await Kit.Database.DoAsync(t => new ValueTask<StoreTransaction>(t));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Kit.Audit.AppendAsync(leaked, Sample.Entry(), default));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Kit.Quota.LapseAsync(leaked, default));
    }

    [Fact]
    public async Task Transaction_of_another_database_is_refused()
    {
        await using var other = new InMemoryKit();

        await other.Database.DoAsync(async t =>
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Kit.Vault.AddKeyAsync(t, Sample.Key(), default));
            return 0;
        });
    }

    [Fact]
    public async Task Dispose_commits_what_is_queued_and_closes()
    {
        var queued = Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon);

        await Kit.Database.DisposeAsync();
        await Kit.Database.DisposeAsync();

        Assert.Equal(0, (await queued).Index);
        Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(Sample.Entry()))).Fault);
        Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(async () => await Kit.Audit.ReadHeadAsync())).Fault);
        Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(async () => await Kit.Database.FlushAsync())).Fault);
    }

    [Fact]
    public async Task Dispose_under_load_leaves_nobody_waiting()
    {
        var callers = Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var count = 0; ; count++)
            {
                try
                {
                    await Kit.AppendAsync(Sample.Entry(), i % 2 == 0 ? WriteUrgency.Now : WriteUrgency.Soon);
                }
                catch (StoreException e) when (e.Fault == StoreFault.Closed)
                {
                    return count;
                }
            }
        })).ToList();
        await Kit.AppendAsync(Sample.Entry());

        await Kit.Database.DisposeAsync();

        Assert.Equal(callers.Count, (await Task.WhenAll(callers)).Length);
    }
}
