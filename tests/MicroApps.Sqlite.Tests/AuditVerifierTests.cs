namespace MicroApps.Sqlite.Tests;

public sealed class AuditVerifierTests() : StoreSuite<SqliteKit>(new SqliteKit())
{
    public override async Task InitializeAsync()
    {
        for (var i = 0; i < 10; i++)
            await Kit.AppendAsync(Sample.Entry());
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET leaf = CAST(replace(leaf, 'intent', 'refuse') AS BLOB) WHERE idx = 4", 4, "hash")]
    [InlineData("UPDATE audit_entry SET leaf_hash = zeroblob(32) WHERE idx = 4", 4, "hash")]
    [InlineData("UPDATE audit_entry SET leaf = CAST(leaf || ' ' AS BLOB) WHERE idx = 4", 4, "canonical")]
    [InlineData("UPDATE audit_entry SET leaf = CAST('{' AS BLOB) WHERE idx = 4", 4, "canonical")]
    [InlineData("UPDATE audit_entry SET leaf = CAST('[]' AS BLOB) WHERE idx = 4", 4, "event_id")]
    [InlineData("UPDATE audit_entry SET kind = 'call.refusal' WHERE idx = 4", 4, "kind")]
    [InlineData("UPDATE audit_entry SET call_id = zeroblob(16) WHERE idx = 4", 4, "call_id")]
    [InlineData("UPDATE audit_entry SET event_id = zeroblob(16) WHERE idx = 4", 4, "event_id")]
    [InlineData("UPDATE audit_entry SET time = time + 100000 WHERE idx = 4", 4, "time")]
    [InlineData("UPDATE audit_entry SET event_id = zeroblob(3) WHERE idx = 4", 4, "cannot be read")]
    [InlineData("UPDATE audit_entry SET time = -1 WHERE idx = 4", 4, "cannot be read")]
    [InlineData("DELETE FROM audit_entry WHERE idx = 4", 4, "5 follows")]
    [InlineData("DELETE FROM audit_entry WHERE idx = 0", 0, "1 follows")]
    [InlineData("DELETE FROM audit_entry WHERE idx = 9", 9, "head states 10")]
    [InlineData("DELETE FROM audit_entry", 0, "head states 10")]
    [InlineData("UPDATE audit_entry SET idx = 99 WHERE idx = 3; UPDATE audit_entry SET idx = 3 WHERE idx = 7; UPDATE audit_entry SET idx = 7 WHERE idx = 99", 10, "root")]
    [InlineData("INSERT INTO audit_entry SELECT 10, zeroblob(16), call_id, kind, time, leaf, leaf_hash FROM audit_entry WHERE idx = 0", 10, "beyond")]
    [InlineData("UPDATE store_head SET size = 9", 9, "beyond")]
    [InlineData("UPDATE store_head SET root = zeroblob(32)", 10, "root")]
    [InlineData("UPDATE store_head SET root = zeroblob(3)", 0, "cannot be read")]
    [InlineData("DELETE FROM store_head", 0, "cannot be read")]
    [Trait("Spec", "AUD-2")]
    public async Task Verify_of_a_log_that_was_tampered_with_says_where(string sql, long index, string words)
    {
        Kit.Tamper(sql);

        var found = await AuditVerifier.VerifyAsync(Kit.Audit);

        Assert.False(found.IsIntact);
        Assert.Contains(found.Problems, p => p.Index == index && p.What.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Spec", "AUD-2")]
    public async Task Verify_of_an_untouched_log_gives_size_and_root_of_the_head()
    {
        var (head, found) = (await Kit.Audit.ReadHeadAsync(), await AuditVerifier.VerifyAsync(Kit.Audit));

        Assert.True(found.IsIntact);
        Assert.Equal((head.Size, head.Root), (found.Size, found.Root));
    }

    [Fact]
    public async Task Verify_while_records_are_appended_finds_no_fault()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await Kit.AppendAsync(Sample.Entry());
        });
        for (var i = 0; i < 20; i++)
            Assert.Empty((await AuditVerifier.VerifyAsync(Kit.Audit)).Problems);
        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public async Task Verify_stops_after_the_most_problems_that_it_lists()
    {
        for (var i = 0; i < 150; i++)
            await Kit.AppendAsync(Sample.Entry(), WriteUrgency.Soon);
        Kit.Tamper("UPDATE audit_entry SET kind = 'x'");

        Assert.Equal(AuditVerifier.MaxProblems, (await AuditVerifier.VerifyAsync(Kit.Audit)).Problems.Count);
    }

    [Fact]
    [Trait("Spec", "AUD-2")]
    public async Task Append_to_a_log_whose_head_was_changed_is_refused()
    {
        Kit.Tamper("UPDATE store_head SET root = zeroblob(32), commits = commits + 1");

        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(Sample.Entry()))).Fault);
    }

    [Fact]
    [Trait("Spec", "AUD-2")]
    public async Task Append_where_a_record_stands_already_is_refused()
    {
        Kit.Tamper("INSERT INTO audit_entry SELECT 10, zeroblob(16), call_id, kind, time, leaf, leaf_hash FROM audit_entry WHERE idx = 0");

        await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(Sample.Entry()));
    }
}
