using System.Text;

namespace MicroApps.Sqlite.Tests;

public sealed class SqliteShredTests() : StoreSuite<SqliteKit>(new SqliteKit(o => o.BusyTimeout = TimeSpan.FromMilliseconds(100)))
{
    private const string Conversation = "conversation-to-forget";
    private readonly byte[] _marker = Encoding.ASCII.GetBytes("sealed-bytes-of-the-value");

    public override async Task InitializeAsync()
    {
        await Kit.Database.DoAsync(t => Kit.Vault.AddKeyAsync(t, Sample.Key(Conversation), default));
        for (var i = 0; i < 200; i++)
            await Kit.Database.DoAsync(t => Kit.Vault.AddAsync(t, new VaultEntry(Conversation, $"[NAME_{i}]", _marker), default));
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Shred_leaves_no_byte_in_the_files()
    {
        Assert.True(IsInFiles(_marker));

        Assert.True(await ShredAsync());

        Assert.False(IsInFiles(_marker));
        Assert.False(IsInFiles(Encoding.ASCII.GetBytes(Conversation)));
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Shred_says_so_when_a_reader_keeps_the_log_and_finishes_with_a_later_commit()
    {
        using (var reader = SqliteConnection.Open(new SqliteStoreOptions { Path = Kit.Path }))
        {
            reader.Execute("BEGIN; SELECT * FROM vault_key");
            var failure = await Assert.ThrowsAsync<StoreException>(ShredAsync);
            Assert.Equal((StoreFault.Locked, true), (failure.Fault, failure.IsOutcomeUnknown));
            Assert.Null(await Kit.Vault.FindKeyAsync(Conversation));
        }

        await Kit.AppendAsync(Sample.Entry());

        Assert.False(IsInFiles(_marker));
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Shred_that_a_dead_process_did_not_finish_is_finished_by_the_next_one()
    {
        using (var reader = SqliteConnection.Open(new SqliteStoreOptions { Path = Kit.Path }))
        {
            reader.Execute("BEGIN; SELECT * FROM vault_key");
            await Assert.ThrowsAsync<StoreException>(ShredAsync);
        }

        await using var next = SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = Kit.Path });
        await next.DoAsync(t => new SqliteAuditStore(next).AppendAsync(t, Sample.Entry(), default));

        Assert.False(IsInFiles(_marker));
    }

    private Task<bool> ShredAsync() => Kit.Database.DoAsync(t => Kit.Vault.ShredAsync(t, Conversation, default));

    private bool IsInFiles(byte[] bytes) => Directory.GetFiles(Path.GetDirectoryName(Kit.Path)!).Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(bytes) >= 0);
}
