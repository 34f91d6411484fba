using Microsoft.Extensions.AI;

namespace MicroApps.Testing;

/// <summary>A running app for tests: stores in memory, keys of its own, the environment staging unless the options say otherwise.</summary>
/// <remarks>Two apps over the same <see cref="TestMicroApp"/> stores stand for a restart: see <see cref="Restart"/>.</remarks>
public sealed class TestMicroApp : IAsyncDisposable
{
    private readonly Manifest _manifest;
    private readonly MicroAppOptions _options;
    private readonly GuardRegistration[] _guards;
    private readonly InMemoryVaultStore _vault;

    /// <summary>Starts an app.</summary>
    /// <param name="manifest">Lines that are added to a short manifest with the OpenAI model <c>gpt-4o-mini</c> and no data.</param>
    /// <param name="dataClass">The class of the data that the app works with; null for none.</param>
    /// <param name="configure">Changes the options.</param>
    /// <param name="guards">The app's own guards.</param>
    /// <param name="timeProvider">The clock; the system's when left out.</param>
    public TestMicroApp(
        string manifest = "", string? dataClass = null, Action<MicroAppOptions>? configure = null, IEnumerable<GuardRegistration>? guards = null, TimeProvider? timeProvider = null)
        : this(Manifest.Parse(Write(manifest, dataClass), "microapp.yaml", null), Configure(configure), [.. guards ?? []], timeProvider ?? TimeProvider.System, null)
    {
    }

    private TestMicroApp(Manifest manifest, MicroAppOptions options, GuardRegistration[] guards, TimeProvider timeProvider, TestMicroApp? before)
    {
        _manifest = manifest;
        _options = options;
        _guards = guards;
        Secrets = before?.Secrets ?? NewSecrets();
        Database = before?.Database ?? new InMemoryStoreDatabase(timeProvider);
        AuditStore = before?.AuditStore ?? new InMemoryAuditStore(Database);
        QuotaStore = before?.QuotaStore ?? new InMemoryQuotaStore(Database);
        _vault = before?._vault ?? new InMemoryVaultStore(Database);
        App = new MicroApp(options, new MicroAppComponents
        {
            Manifest = manifest,
            Secrets = Secrets,
            AuditStore = AuditStore,
            QuotaStore = QuotaStore,
            VaultStore = _vault,
            Guards = guards,
            TimeProvider = timeProvider,
        });
    }

    /// <summary>The app.</summary>
    public MicroApp App { get; }

    /// <summary>The database of all its stores; makes writes fail on demand.</summary>
    public InMemoryStoreDatabase Database { get; }

    /// <summary>The audit log.</summary>
    public InMemoryAuditStore AuditStore { get; }

    /// <summary>The quota ledger.</summary>
    public InMemoryQuotaStore QuotaStore { get; }

    /// <summary>The app's secrets.</summary>
    public FixedSecretSource Secrets { get; }

    /// <summary>The model of <see cref="Chat"/>.</summary>
    public FakeChatClient Model { get; } = new();

    /// <summary>The model, governed by the app.</summary>
    public IChatClient Chat => field ??= Model.Govern(App);

    /// <summary>Another app with the same manifest, keys and stores, as after a restart of the process.</summary>
    public TestMicroApp Restart() => new(_manifest, _options, _guards, App.TimeProvider, this);

    /// <summary>All audit records, once every outcome has been written.</summary>
    public async Task<IReadOnlyList<AuditRecord>> ReadAuditAsync()
    {
        await App.FlushAsync().ConfigureAwait(false);
        var records = new List<AuditRecord>();
        await foreach (var record in AuditStore.ReadAsync().ConfigureAwait(false))
            records.Add(record);
        return records;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static FixedSecretSource NewSecrets()
    {
        var secrets = new FixedSecretSource();
        secrets.Set("MICROAPP_KEYS", KeyRing.CreateSecret());
        return secrets;
    }

    private static MicroAppOptions Configure(Action<MicroAppOptions>? configure)
    {
        var options = new MicroAppOptions { Environment = AppEnvironment.Staging };
        configure?.Invoke(options);
        return options;
    }

    private static string Write(string more, string? dataClass) => $$"""
        schema: 1
        id: test-app
        name: Test
        version: 1.0.0
        owner: olga@example.org
        ownerGroup: testers
        purpose: Is tested.
        users: { reach: team }
        environments: [sandbox, staging]
        data: [{{(dataClass is null ? "" : $"{{ id: notes, class: {dataClass} }}")}}]
        models: [{ id: gpt-4o-mini, version: "2024-07-18", provider: openai, trust: managed, region: eu-west-1 }]

        """ + more;
}
