using SQLitePCL;

namespace MicroApps.Sqlite.Tests;

public sealed class SqliteFaultTests() : StoreSuite<SqliteKit>(new SqliteKit())
{
    private const int FsyncFailed = raw.SQLITE_IOERR | (4 << 8);

    [Theory]
    [InlineData(raw.SQLITE_IOERR, StoreFault.Unavailable)]
    [InlineData(raw.SQLITE_FULL, StoreFault.Full)]
    [InlineData(raw.SQLITE_BUSY, StoreFault.Locked)]
    [InlineData(raw.SQLITE_CORRUPT, StoreFault.Damaged)]
    [InlineData(raw.SQLITE_NOTADB, StoreFault.Damaged)]
    [InlineData(raw.SQLITE_READONLY, StoreFault.ReadOnly)]
    [InlineData(raw.SQLITE_CANTOPEN, StoreFault.Unavailable)]
    [InlineData(raw.SQLITE_NOMEM, StoreFault.Other)]
    [Trait("Spec", "AUD-5")]
    public async Task Fault_at_the_nth_statement_keeps_what_was_acknowledged(int code, StoreFault fault)
    {
        var (acknowledged, failed) = (0, true);
        for (var n = 1; failed; n++)
        {
            Assert.True(n < 100);
            var left = n;
            Kit.Hook = (_, step) => --left == 0 ? code : step();
            var failure = await Record.ExceptionAsync(() => ActAsync(Kit));
            Kit.Hook = null;

            failed = left <= 0;
            acknowledged += failure is null ? 2 : 0;
            if (failure is not null)
                Assert.Equal((fault, false), (((StoreException)failure).Fault, ((StoreException)failure).IsOutcomeUnknown));
            await Kit.AssertIntactAsync(acknowledged);
        }
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Fault_that_lasts_from_the_nth_statement_on_fails_until_it_is_mended()
    {
        for (var n = 1; n < 15; n++)
        {
            var left = n;
            Kit.Hook = (_, step) => --left <= 0 ? raw.SQLITE_IOERR : step();
            var failure = (StoreException)await Record.ExceptionAsync(() => ActAsync(Kit));
            Kit.Hook = null;

            Assert.Equal(StoreFault.Unavailable, failure.Fault);
            await Kit.AssertIntactAsync(0);
        }
        await ActAsync(Kit);
        await Kit.AssertIntactAsync(2);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Commit_that_reports_an_error_but_landed_is_recognised()
    {
        Kit.Hook = AtCommit(step => { step(); return raw.SQLITE_IOERR; });

        Assert.Equal(0, (await Kit.AppendAsync(Sample.Entry())).Index);
        Assert.Equal(1, (await Kit.AppendAsync(Sample.Entry())).Index);
        await Kit.AssertIntactAsync(2);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Commit_that_the_disk_did_not_confirm_is_reported_as_unknown_and_can_be_repeated()
    {
        var entry = Sample.Entry();
        Kit.Hook = AtCommit(_ => FsyncFailed);

        var failure = await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(entry));

        Assert.True(failure.IsOutcomeUnknown);
        Assert.Equal(0, (await Kit.AppendAsync(entry)).Index);
        await Kit.AssertIntactAsync(1);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Commit_whose_fate_cannot_be_looked_up_is_reported_as_unknown()
    {
        Kit.Hook = (sql, step) =>
        {
            if (sql != "COMMIT")
                return step();
            Kit.Hook = (_, _) => raw.SQLITE_IOERR;
            return raw.SQLITE_IOERR;
        };

        Assert.True((await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(Sample.Entry()))).IsOutcomeUnknown);
        Kit.Hook = null;
        await Kit.AssertIntactAsync(0);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Commit_that_another_writer_overtook_is_not_taken_for_ours()
    {
        await using var other = SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = Kit.Path });
        var entry = Sample.Entry();
        Kit.Hook = AtCommit(_ =>
        {
            // The lock is given up before the fate is looked up: somebody else commits in between.
            Kit.Hook = (sql, step) =>
            {
                if (!sql.StartsWith("SELECT origin", StringComparison.Ordinal))
                    return step();
                Kit.Hook = null;
                other.DoAsync(t => new SqliteAuditStore(other).AppendAsync(t, Sample.Entry(), default)).GetAwaiter().GetResult();
                return step();
            };
            return raw.SQLITE_IOERR;
        });

        Assert.False((await Assert.ThrowsAsync<StoreException>(() => Kit.AppendAsync(entry))).IsOutcomeUnknown);
        Assert.NotEqual(entry.EventId, Assert.Single(await Kit.ReadLogAsync()).Entry.EventId);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Fault_of_one_work_in_a_batch_does_not_touch_the_others()
    {
        var bad = Sample.Entry();
        var works = Enumerable.Range(0, 5).Select(i => Kit.Database.DoAsync(async t =>
        {
            var receipt = await Kit.Audit.AppendAsync(t, i == 2 ? bad : Sample.Entry(), default);
            // The engine undoes the whole transaction on some errors; so does this, once it is reached.
            return i == 2 ? RollBackEverything(t) : receipt;
        }, WriteUrgency.Soon)).ToList();

        await Assert.ThrowsAsync<StoreException>(async () => await Kit.Database.FlushAsync());

        Assert.Equal([true, true, false, true, true], works.Select(w => w.IsCompletedSuccessfully));
        Assert.DoesNotContain(bad.EventId, (await Kit.ReadLogAsync()).Select(r => r.Entry.EventId));
        await Kit.AssertIntactAsync(4);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET kind = 'x'")]
    [InlineData("DELETE FROM audit_entry")]
    [Trait("Spec", "AUD-2")]
    public async Task Records_can_be_neither_changed_nor_deleted_by_plain_statements(string sql)
    {
        await Kit.AppendAsync(Sample.Entry());
        using var connection = SqliteConnection.Open(new SqliteStoreOptions { Path = Kit.Path });

        Assert.Throws<StoreException>(() => connection.Execute(sql));
        await Kit.AssertIntactAsync(1);
    }

    private Func<string, Func<int>, int> AtCommit(Func<Func<int>, int> what) => (sql, step) =>
    {
        if (sql != "COMMIT")
            return step();
        Kit.Hook = null;
        return what(step);
    };

    private static AuditReceipt RollBackEverything(StoreTransaction transaction)
    {
        ((SqliteTransaction)transaction).Connection.Execute("ROLLBACK");
        throw new StoreException(StoreFault.Full, "here", "The disk is full.");
    }

    private static Task<bool> ActAsync(SqliteKit kit) => kit.Database.DoAsync(async t =>
    {
        await kit.Audit.AppendAsync(t, Sample.Entry(), default);
        var reservation = Sample.Reservation(new(1, 1, 1), Sample.Budget());
        await kit.Quota.ReserveAsync(t, reservation, default);
        await kit.Audit.AppendAsync(t, Sample.Entry(), default);
        return await kit.Quota.SettleAsync(t, reservation.CallId, new(1, 1, 1), default);
    });
}
