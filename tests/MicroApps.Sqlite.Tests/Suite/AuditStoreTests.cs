using FsCheck;
using FsCheck.Fluent;
using MicroApps.Ledger;

namespace MicroApps.Sqlite.Tests;

public abstract class AuditStoreTests(StoreKit kit) : StoreSuite<StoreKit>(kit)
{
    [Fact]
    public async Task ReadHead_of_a_new_log_is_the_empty_tree()
    {
        var head = await Kit.Audit.ReadHeadAsync();

        Assert.Equal((0, MerkleHasher.EmptyRoot), (head.Size, head.Root));
        Assert.Contains('/', head.Origin);
        await Kit.AssertIntactAsync(0);
    }

    [Fact]
    [Trait("Spec", "AUD-1")]
    public async Task Append_gives_the_next_index_and_the_leaf_hash_and_moves_the_head()
    {
        var hashes = new List<Hash256>();
        for (var i = 0; i < 40; i++)
        {
            var entry = Sample.Entry();
            hashes.Add(MerkleHasher.Leaf(entry.Leaf.Span));
            var receipt = await Kit.AppendAsync(entry);
            var head = await Kit.Audit.ReadHeadAsync();

            Assert.Equal(new AuditReceipt(head.Origin, i, hashes[i]), receipt);
            Assert.Equal((i + 1, MerkleTree.Root(hashes.ToArray())), (head.Size, head.Root));
        }
    }

    [Fact]
    [Trait("Spec", "AUD-1")]
    public async Task Append_stores_exactly_what_it_was_given()
    {
        var entry = Sample.Entry(callId: Guid.CreateVersion7(), kind: AuditKind.Refusal);
        entry = entry with { Time = entry.Time.ToOffset(TimeSpan.FromHours(2)) };

        await Kit.AppendAsync(entry);
        var record = Assert.Single(await Kit.ReadLogAsync());

        Assert.Equal((0, entry.EventId, entry.CallId, entry.Kind), (record.Index, record.Entry.EventId, record.Entry.CallId, record.Entry.Kind));
        Assert.Equal((entry.Time, TimeSpan.Zero), (record.Entry.Time, record.Entry.Time.Offset));
        Assert.Equal(entry.Leaf.ToArray(), record.Entry.Leaf.ToArray());
        Assert.Equal(MerkleHasher.Leaf(entry.Leaf.Span), record.LeafHash);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Append_of_the_same_event_twice_keeps_one_record_and_gives_the_first_receipt()
    {
        var entry = Sample.Entry();
        var first = await Kit.AppendAsync(entry);
        await Kit.AppendAsync(Sample.Entry());

        var again = await Kit.AppendAsync(entry);
        var inOneWork = await Kit.Database.DoAsync(async t =>
            (await Kit.Audit.AppendAsync(t, entry, default), await Kit.Audit.AppendAsync(t, entry, default)));

        Assert.Equal(first, again);
        Assert.Equal((first, first), inOneWork);
        await Kit.AssertIntactAsync(2);
    }

    [Fact]
    public async Task Append_takes_a_leaf_of_the_largest_size_and_refuses_a_longer_one()
    {
        var frame = Sample.Entry().Leaf.Length;
        await Kit.AppendAsync(Sample.Entry(padding: AuditEntry.MaxLeafBytes - frame));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Kit.AppendAsync(Sample.Entry(padding: AuditEntry.MaxLeafBytes - frame + 1)));

        await Kit.AssertIntactAsync(1);
    }

    [Fact]
    public async Task Read_starts_where_it_is_told_and_goes_over_many_records()
    {
        await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon)).Append(Kit.AppendAsync(Sample.Entry())));

        Assert.Equal(Enumerable.Range(0, 601).Select(i => (long)i), (await Kit.ReadLogAsync()).Select(r => r.Index));
        Assert.Equal([599, 600], (await Kit.ReadLogAsync(599)).Select(r => r.Index));
        Assert.Empty(await Kit.ReadLogAsync(601));
    }

    [Fact]
    public async Task FindByCall_gives_that_call_alone_in_order()
    {
        var call = Guid.CreateVersion7();
        var intent = await Kit.AppendAsync(Sample.Entry(callId: call));
        await Kit.AppendAsync(Sample.Entry());
        var outcome = await Kit.AppendAsync(Sample.Entry(callId: call, kind: AuditKind.Outcome));

        Assert.Equal([intent.Index, outcome.Index], (await Kit.Audit.FindByCallAsync(call)).Select(r => r.Index));
        Assert.Empty(await Kit.Audit.FindByCallAsync(Guid.CreateVersion7()));
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public void Append_in_any_mixture_of_kept_and_undone_works_equals_a_list()
    {
        // Each work appends up to three records; 0 keeps, 1 rolls back, 2 throws.
        var works = Gen.Zip(Gen.Choose(0, 3), Gen.Choose(0, 2)).ListOf(20).ToArbitrary();
        Prop.ForAll(works, plan => MatchesListAsync([.. plan]).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();
    }

    private async Task<bool> MatchesListAsync((int Appends, int Ending)[] plan)
    {
        var expected = (await Kit.ReadLogAsync()).Select(r => r.Entry.EventId).ToList();
        var entries = plan.Select(p => Enumerable.Range(0, p.Appends).Select(_ => Sample.Entry()).ToArray()).ToArray();
        var done = plan.Select((p, i) => Kit.Database.DoAsync(t => RunAsync(t, entries[i], p.Ending), WriteUrgency.Soon)).ToArray();
        await Kit.Database.FlushAsync();
        Assert.All(done.Zip(plan), d => Assert.Equal(d.Second.Ending == 2, d.First.IsFaulted));

        expected.AddRange(plan.Zip(entries).Where(p => p.First.Ending == 0).SelectMany(p => p.Second).Select(e => e.EventId));
        await Kit.AssertIntactAsync(expected.Count);
        return expected.SequenceEqual((await Kit.ReadLogAsync()).Select(r => r.Entry.EventId));
    }

    private async ValueTask<int> RunAsync(StoreTransaction transaction, AuditEntry[] entries, int ending)
    {
        foreach (var entry in entries)
            await Kit.Audit.AppendAsync(transaction, entry, default);
        if (ending == 1)
            transaction.RequestRollback();
        return ending == 2 ? throw new FormatException() : entries.Length;
    }
}
