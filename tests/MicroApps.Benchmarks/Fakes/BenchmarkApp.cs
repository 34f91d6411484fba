using MicroApps.Sqlite;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>A governed app as it runs in production: every guard, two quotas, all stores durable in one SQLite file.</summary>
internal sealed class BenchmarkApp : IAsyncDisposable
{
    public const string ModelId = "gpt-4o-mini";

    private const string ManifestText =
        """
        schema: 1
        id: bench-notes
        name: Bench notes
        version: 1.0.0
        owner: owner@example.com
        ownerGroup: bench
        purpose: Measures what governing a call costs.
        users: { reach: team }
        environments: [sandbox, production]
        data:
          - { id: notes, class: confidential }
        models:
          - { id: gpt-4o-mini, provider: openai, trust: public, maxOutputTokens: 16000 }
        quotas:
          - { per: day, scope: app, requests: 1000000000000, tokens: 1000000000000000 }
          - { per: month, scope: cost-centre, spend: 9000000 }
        costCentre: BENCH
        limits: { concurrency: 1000 }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("microapps-bench-").FullName;
    private readonly SqliteStoreDatabase _database;

    public BenchmarkApp()
    {
        _database = SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = Path.Combine(_folder, "microapp.db") });
        App = new MicroApp(new MicroAppOptions { Environment = AppEnvironment.Production }, new MicroAppComponents
        {
            Manifest = Manifest.Parse(ManifestText, "microapp.yaml", null),
            Secrets = new FixedSecret(KeyRing.CreateSecret()),
            AuditStore = new SqliteAuditStore(_database),
            QuotaStore = new SqliteQuotaStore(_database),
            VaultStore = new SqliteVaultStore(_database),
        });
    }

    public MicroApp App { get; }

    public IChatClient Govern(IChatClient client) => client.Govern(App);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class FixedSecret(string value) : SecretSource
    {
        public override string Description => "the benchmark";

        protected override string? FindCore(string name) => value;
    }
}
