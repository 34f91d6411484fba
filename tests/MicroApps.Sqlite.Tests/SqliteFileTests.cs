using System.Text;
using SQLitePCL;

namespace MicroApps.Sqlite.Tests;

public sealed class SqliteFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microapps-");

    private string File => Path.Combine(_folder.FullName, "microapp.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Open_creates_folder_and_file_for_the_owner_alone()
    {
        var path = Path.Combine(_folder.FullName, "a", "b", "app.db");
        await using var database = Open(path);
        await AppendAsync(database);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(path + "-wal"));
    }

    [Fact]
    public async Task Open_again_finds_everything_and_goes_on()
    {
        AuditHead before;
        await using (var first = Open(File))
        {
            await AppendAsync(first);
            before = await new SqliteAuditStore(first).ReadHeadAsync();
        }

        await using var second = Open(File);
        Assert.Equal(before, await new SqliteAuditStore(second).ReadHeadAsync());
        Assert.Equal(1, (await AppendAsync(second)).Index);
        Assert.True((await AuditVerifier.VerifyAsync(new SqliteAuditStore(second))).IsIntact);
    }

    [Fact]
    public async Task Open_by_many_at_once_makes_one_log()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(File))));
        var origins = new HashSet<string>();
        foreach (var database in databases)
        {
            await AppendAsync(database);
            origins.Add((await new SqliteAuditStore(database).ReadHeadAsync()).Origin);
            await database.DisposeAsync();
        }

        Assert.Single(origins);
    }

    [Fact]
    public void Open_of_a_file_that_is_no_database_says_so()
    {
        System.IO.File.WriteAllText(File, new string('a', 5_000));
        AssertRefused(StoreFault.Damaged, "not a database");
    }

    [Fact]
    public void Open_of_another_programs_database_leaves_it_alone()
    {
        Execute("CREATE TABLE notes (text)");
        AssertRefused(StoreFault.Damaged, "not a store of micro apps");
    }

    [Fact]
    public async Task Open_of_a_newer_schema_says_to_update()
    {
        await Open(File).DisposeAsync();
        Execute("INSERT INTO schema_version VALUES (999, 0)");
        AssertRefused(StoreFault.Damaged, "update the program");
    }

    [Fact]
    public void Open_below_a_file_says_that_the_path_is_wrong()
    {
        System.IO.File.WriteAllText(File, "");
        var failure = Assert.Throws<StoreException>(() => Open(Path.Combine(File, "microapp.db")));
        Assert.Equal(StoreFault.Unavailable, failure.Fault);
    }

    [Fact]
    public async Task Open_for_reading_reads_and_refuses_to_write()
    {
        await using var writer = Open(File);
        await AppendAsync(writer);

        await using var reader = SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = File, IsReadOnly = true });
        Assert.True((await AuditVerifier.VerifyAsync(new SqliteAuditStore(reader))).IsIntact);
        Assert.Equal(StoreFault.ReadOnly, (await Assert.ThrowsAsync<StoreException>(() => AppendAsync(reader))).Fault);
    }

    [Fact]
    public void Open_for_reading_does_not_create_the_file()
    {
        var failure = Assert.Throws<StoreException>(() => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = File, IsReadOnly = true }));

        Assert.Equal(StoreFault.Unavailable, failure.Fault);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Open_of_a_file_that_nobody_may_write_fails()
    {
        // Not even root may write this one, and it looks empty.
        var failure = Assert.Throws<StoreException>(() => Open("/proc/version"));
        Assert.Contains(failure.Fault, new[] { StoreFault.ReadOnly, StoreFault.Unavailable });
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_to_a_file_that_became_read_only_fails_and_keeps_nothing()
    {
        await using var kit = new SqliteKit();
        kit.Hook = (sql, step) => sql.StartsWith("INSERT", StringComparison.Ordinal) ? raw.SQLITE_READONLY : step();
        Assert.Equal(StoreFault.ReadOnly, (await Assert.ThrowsAsync<StoreException>(() => kit.AppendAsync(Sample.Entry()))).Fault);

        kit.Hook = null;
        await kit.AssertIntactAsync(0);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_to_a_file_that_was_deleted_fails()
    {
        await using var kit = new SqliteKit();
        await kit.AppendAsync(Sample.Entry());
        System.IO.File.Delete(kit.Path);

        var failure = await Assert.ThrowsAsync<StoreException>(() => kit.AppendAsync(Sample.Entry()));
        Assert.Equal(StoreFault.Unavailable, failure.Fault);
        Assert.False(System.IO.File.Exists(kit.Path));
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_to_a_full_file_fails_and_keeps_what_was_acknowledged()
    {
        await using var kit = new SqliteKit(o => o.MaxFileBytes = 300_000);
        var (kept, failure) = (0, (StoreException?)null);
        for (; failure is null; kept += failure is null ? 1 : 0)
            failure = await Record.ExceptionAsync(() => kit.AppendAsync(Sample.Entry(padding: 3_000))) as StoreException;

        Assert.Equal((StoreFault.Full, false), (failure.Fault, failure.IsOutcomeUnknown));
        await kit.AssertIntactAsync(kept);
        Assert.InRange(kept, 10, 100);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Write_of_a_batch_to_a_full_file_fails_only_for_what_does_not_fit()
    {
        await using var kit = new SqliteKit(o => o.MaxFileBytes = 300_000);
        var works = Enumerable.Range(0, 100).Select(_ => kit.AppendAsync(Sample.Entry(padding: 10_000), WriteUrgency.Soon)).ToList();
        await Assert.ThrowsAsync<StoreException>(async () => await kit.Database.FlushAsync());

        var kept = works.Count(w => w.IsCompletedSuccessfully);
        Assert.InRange(kept, 10, 30);
        await kit.AssertIntactAsync(kept);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Open_after_the_clock_went_back_goes_on_with_the_time_last_seen()
    {
        await using var kit = new SqliteKit();
        var before = kit.Clock.Now;
        await kit.AppendAsync(Sample.Entry());
        kit.Clock.Now -= TimeSpan.FromHours(1);
        await kit.ReopenAsync();

        Assert.Equal(before, await kit.Database.DoAsync(t => new ValueTask<DateTimeOffset>(t.Now)));
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Open_or_verify_of_a_file_with_random_damage_never_crashes()
    {
        await using (var database = Open(File))
        {
            for (var i = 0; i < 50; i++)
                await AppendAsync(database);
        }
        var (good, random) = (await System.IO.File.ReadAllBytesAsync(File), new Random(50));
        for (var round = 0; round < 100; round++)
        {
            var bad = good.ToArray();
            for (var i = 0; i < 16; i++)
                bad[random.Next(bad.Length)] ^= (byte)random.Next(1, 256);
            await System.IO.File.WriteAllBytesAsync(File, bad);

            var failure = await Record.ExceptionAsync(async () =>
            {
                await using var database = Open(File);
                await AuditVerifier.VerifyAsync(new SqliteAuditStore(database));
            });
            Assert.True(failure is null or StoreException, $"round {round}: {failure}");
        }
    }

    [Fact]
    public async Task Lapse_forgets_windows_a_day_after_their_end_and_lapsed_leases_after_a_month()
    {
        await using var kit = new SqliteKit();
        var (settled, lost) = (Sample.Reservation(new(1, 1, 1), Sample.Budget()), Sample.Reservation(new(1, 2, 2), Sample.Budget(subject: "other")));
        foreach (var reservation in new[] { settled, lost })
            await kit.Database.DoAsync(t => kit.Quota.ReserveAsync(t, reservation, default));
        await kit.Database.DoAsync(t => kit.Quota.SettleAsync(t, settled.CallId, settled.Amount, default));

        kit.Clock.Now = Sample.Day.AddDays(3);
        await kit.Database.DoAsync(t => kit.Quota.LapseAsync(t, default));
        await kit.Database.DoAsync(t => kit.Quota.LapseAsync(t, default));
        Assert.Equal([0, 2], await TokensAsync());

        kit.Clock.Now = Sample.Day.AddDays(40);
        await kit.Database.DoAsync(t => kit.Quota.LapseAsync(t, default));
        Assert.Equal([0, 0], await TokensAsync());
        Assert.False(await kit.Database.DoAsync(t => kit.Quota.SettleAsync(t, lost.CallId, lost.Amount, default)));

        async Task<IEnumerable<long>> TokensAsync() =>
            (await kit.Quota.ReadWindowsAsync([settled.Budgets[0], lost.Budgets[0]])).Select(w => w.Counted.Tokens);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = " " }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = File, BusyTimeout = -TimeSpan.FromSeconds(1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = File, MaxFileBytes = -1 }));
    }

    private static SqliteStoreDatabase Open(string path) => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = path });

    private static Task<AuditReceipt> AppendAsync(SqliteStoreDatabase database) =>
        database.DoAsync(t => new SqliteAuditStore(database).AppendAsync(t, Sample.Entry(), default));

    private void Execute(string sql)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(File, out var db));
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(db, sql));
        raw.sqlite3_close_v2(db);
    }

    private void AssertRefused(StoreFault fault, string words)
    {
        var before = System.IO.File.ReadAllBytes(File);
        var failure = Assert.Throws<StoreException>(() => Open(File));
        Assert.Equal(fault, failure.Fault);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains(File, failure.Message, StringComparison.Ordinal);
        Assert.Equal(Encoding.Latin1.GetString(before)[100..], Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(File))[100..]);
    }
}
