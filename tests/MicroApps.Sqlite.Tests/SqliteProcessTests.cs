namespace MicroApps.Sqlite.Tests;

public sealed class SqliteProcessTests() : StoreSuite<SqliteKit>(new SqliteKit(o => o.BusyTimeout = TimeSpan.FromMilliseconds(200)))
{
    public const int TokenLimit = 1_000;
    private const int GuidLength = 36;

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Append_in_a_process_that_is_killed_twenty_times_loses_no_acknowledged_record()
    {
        var (acknowledged, random) = (new HashSet<Guid>(), new Random(20));
        for (var round = 0; round < 20; round++)
        {
            using var worker = new WorkerProcess("append", Kit.Path, "1000000");
            for (var lines = random.Next(1, 200); lines > 0; lines--)
                acknowledged.Add(Guid.Parse((await worker.ReadLineAsync())!));
            worker.Kill();
            acknowledged.UnionWith((await worker.ReadToEndAsync()).Where(l => l.Length == GuidLength).Select(Guid.Parse));
        }

        var stored = (await Kit.ReadLogAsync()).Select(r => r.Entry.EventId).ToHashSet();
        Assert.Subset(stored, acknowledged);
        await Kit.AssertIntactAsync(stored.Count);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Append_in_four_processes_at_once_leaves_no_gap()
    {
        var workers = Enumerable.Range(0, 4).Select(_ => new WorkerProcess("append", Kit.Path, "500")).ToList();
        var acknowledged = (await Task.WhenAll(workers.Select(w => w.ReadToEndAsync()))).SelectMany(l => l).Select(Guid.Parse).ToHashSet();

        Assert.All(workers, w => Assert.Equal(0, w.ExitCode));
        Assert.Equal(2_000, acknowledged.Count);
        Assert.Equal(acknowledged, (await Kit.ReadLogAsync()).Select(r => r.Entry.EventId).ToHashSet());
        await Kit.AssertIntactAsync(2_000);
        workers.ForEach(w => w.Dispose());
    }

    [Fact]
    [Trait("Spec", "QUO-1")]
    public async Task Reserve_in_four_processes_at_once_never_exceeds_the_limit()
    {
        var workers = Enumerable.Range(0, 4).Select(_ => new WorkerProcess("spend", Kit.Path, "200")).ToList();
        var spent = (await Task.WhenAll(workers.Select(w => w.ReadToEndAsync()))).Sum(lines => int.Parse(lines.Single(), null));

        var window = (await Kit.Quota.ReadWindowsAsync([Sample.Budget(tokens: TokenLimit)]))[0];
        Assert.Equal((spent, default), (window.Spent.Tokens, window.Held));
        // The last reservation that fits needs three tokens and uses two.
        Assert.InRange(spent, TokenLimit - 2, TokenLimit);
        workers.ForEach(w => w.Dispose());
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_while_another_process_holds_the_file_fails_as_locked_and_works_afterwards()
    {
        using var worker = new WorkerProcess("hold", Kit.Path);
        Assert.Equal("held", await worker.ReadLineAsync());

        var failure = await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(Sample.Entry()));
        Assert.Equal((StoreFault.Locked, true, false), (failure.Fault, failure.IsTransient, failure.IsOutcomeUnknown));
        Assert.Contains(Kit.Path, failure.Message, StringComparison.Ordinal);
        await Kit.AssertIntactAsync(0);

        worker.EndInput();
        await worker.ReadToEndAsync();
        await Kit.AppendAsync(Sample.Entry());
    }
}
