using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Sqlite.Tests;

/// <summary>When the store cannot record a call, the call stays inside, the error says why, and nothing is lost once the store works again.</summary>
[Trait("Spec", "AUD-1")]
[Trait("Spec", "CHT-1")]
public sealed class GovernedFaultTests : IDisposable
{
    private const string Manifest = """
        schema: 1
        id: faults
        name: Faults
        version: 1.0.0
        owner: olga@example.org
        ownerGroup: testers
        purpose: Is tested.
        users: { reach: team }
        environments: [sandbox, staging]
        data: []
        models: [{ id: gpt-4o-mini, provider: openai, trust: managed }]
        quotas: [{ per: day, scope: app, requests: 100 }]
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microapps-");
    private readonly FakeChatClient _model = new();

    private string File => Path.Combine(_folder.FullName, "microapp.db");

    public void Dispose()
    {
        _model.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Full_disk_keeps_the_next_call_inside()
    {
        await using var database = Open(o => o.MaxFileBytes = 160 * 1024);
        await using var app = Start(database);
        var client = _model.Govern(app);

        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await client.GetResponseAsync("Hello");
                await app.FlushAsync();
            }
        });

        Assert.Equal(StoreFault.Full, error.Fault);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        var asked = _model.Requests.Count;
        await Assert.ThrowsAsync<StoreException>(() => client.GetResponseAsync("Hello"));
        Assert.Equal(asked, _model.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Locked_file_keeps_the_call_inside_until_it_is_free(bool streams)
    {
        await using var database = Open(o => o.BusyTimeout = TimeSpan.FromMilliseconds(50));
        await using var app = Start(database);
        using (var other = SqliteConnection.Open(new SqliteStoreOptions { Path = File }))
        {
            other.Execute("BEGIN IMMEDIATE");

            var error = await Assert.ThrowsAsync<StoreException>(() => AskAsync(app, streams));

            Assert.Equal(StoreFault.Locked, error.Fault);
            Assert.Empty(_model.Requests);
            other.Execute("ROLLBACK");
        }

        await AskAsync(app, streams);

        await AssertLogAsync(app, "call.intent", "call.outcome");
    }

    [Fact]
    public async Task File_that_was_opened_for_reading_alone_lets_nothing_leave()
    {
        await Open().DisposeAsync();
        await using var database = Open(o => o.IsReadOnly = true);
        await using var app = Start(database);

        var error = await Assert.ThrowsAsync<StoreException>(() => AskAsync(app, streams: false));

        Assert.Equal(StoreFault.ReadOnly, error.Fault);
        Assert.Empty(_model.Requests);
    }

    [Fact]
    public async Task File_that_was_deleted_lets_nothing_leave()
    {
        await using var database = Open();
        await using var app = Start(database);
        await AskAsync(app, streams: false);
        await app.FlushAsync();
        System.IO.File.Delete(File);

        var error = await Assert.ThrowsAsync<StoreException>(() => AskAsync(app, streams: true));

        Assert.Contains("the file is gone", error.Message, StringComparison.Ordinal);
        Assert.Single(_model.Requests);
    }

    private SqliteStoreDatabase Open(Action<SqliteStoreOptions>? change = null)
    {
        var options = new SqliteStoreOptions { Path = File };
        change?.Invoke(options);
        return SqliteStoreDatabase.Open(options);
    }

    private static MicroApp Start(SqliteStoreDatabase database)
    {
        var secrets = new FixedSecretSource();
        secrets.Set("MICROAPP_KEYS", KeyRing.CreateSecret());
        return new MicroApp(new MicroAppOptions { Environment = AppEnvironment.Staging }, new MicroAppComponents
        {
            Manifest = MicroApps.Manifest.Parse(Manifest, "microapp.yaml", null),
            Secrets = secrets,
            AuditStore = new SqliteAuditStore(database),
            QuotaStore = new SqliteQuotaStore(database),
            VaultStore = new SqliteVaultStore(database),
        });
    }

    private async Task AskAsync(MicroApp app, bool streams)
    {
        var client = _model.Govern(app);
        if (streams)
            await client.GetStreamingResponseAsync("Hello").ToChatResponseAsync();
        else
            await client.GetResponseAsync("Hello");
    }

    private static async Task AssertLogAsync(MicroApp app, params string[] kinds)
    {
        await app.FlushAsync();
        Assert.True((await app.Audit.VerifyAsync()).IsIntact);
        var found = new List<string>();
        await foreach (var record in app.Audit.ReadAsync())
            found.Add(record.Entry.Kind);
        Assert.Equal(kinds, found);
    }
}
