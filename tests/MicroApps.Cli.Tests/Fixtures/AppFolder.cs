using Microsoft.Extensions.AI;
using MicroApps.Sqlite;
using SQLitePCL;

namespace MicroApps.Cli.Tests;

/// <summary>The folder of an app with manifest, key and database, in which real governed calls were made.</summary>
internal sealed class AppFolder : IDisposable
{
    public const string Email = "anna.berg@example.com";

    public const string Yaml = """
        schema: 1
        id: store-notes
        name: Store notes
        version: 1.0.0
        owner: anna@contoso.com
        ownerGroup: retail-ops
        purpose: Summarises customer notes for store managers
        costCentre: cc-7
        users: { reach: team }
        environments: [staging]
        data:
          - { id: customer-notes, class: confidential }
        models:
          - { id: gpt-4o-mini, version: "2024-07-18", provider: openai, endpoint: "https://models.example.com/v1", trust: managed, region: eu }

        """;

    public AppFolder()
    {
        Write("microapp.yaml", Yaml);
        Write(".microapp/keys", KeyRing.CreateSecret());
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("microapps-").FullName;

    public string Db => System.IO.Path.Combine(Path, ".microapp", "microapp.db");

    public string Manifest => System.IO.Path.Combine(Path, "microapp.yaml");

    /// <summary>A folder in which <paramref name="calls"/> calls were made: two records each.</summary>
    public static async Task<AppFolder> WithCallsAsync(int calls)
    {
        var folder = new AppFolder();
        await folder.CallAsync(calls);
        return folder;
    }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public SqliteStoreDatabase OpenDatabase() => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = Db });

    public async Task CallAsync(int calls)
    {
        await using var database = OpenDatabase();
        await CallAsync(database, calls);
    }

    public async Task CallAsync(SqliteStoreDatabase database, int calls)
    {
        await using var app = new MicroApp(new MicroAppOptions { Environment = AppEnvironment.Staging, KeySecret = "keys" }, new MicroAppComponents
        {
            Manifest = MicroApps.Manifest.Load(Manifest),
            Secrets = new FileSecretSource(System.IO.Path.GetDirectoryName(Db)!),
            AuditStore = new SqliteAuditStore(database),
            QuotaStore = new SqliteQuotaStore(database),
            VaultStore = new SqliteVaultStore(database),
        });
        await app.StartAsync();
        using var client = new EchoClient().Govern(app);
        for (var i = 0; i < calls; i++)
            await client.GetResponseAsync($"Write to {Email} about note {i}.", new ChatOptions().ForUser("ben").InConversation("talk-1"));
        await app.FlushAsync();
    }

    /// <summary>What somebody does who can write the file: the triggers are no hindrance.</summary>
    public void Attack(string sql)
    {
        raw.sqlite3_open(Db, out var db);
        var script = "DROP TRIGGER IF EXISTS audit_entry_no_update; DROP TRIGGER IF EXISTS audit_entry_no_delete;" + sql;
        var code = raw.sqlite3_exec(db, script);
        var message = raw.sqlite3_errmsg(db).utf8_to_string();
        raw.sqlite3_close_v2(db);
        Assert.True(code == raw.SQLITE_OK, message);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private sealed class EchoClient : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, messages.Last().Text))
            {
                ModelId = "gpt-4o-mini",
                Usage = new UsageDetails { InputTokenCount = 12, OutputTokenCount = 5 },
            });

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", new Uri("https://models.example.com/v1"), "gpt-4o-mini") : null;

        public void Dispose()
        {
        }
    }
}
