using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroApps;

/// <summary>The running app: its manifest, its guards and its stores. Clients become governed with <c>client.Govern(app)</c>.</summary>
/// <remarks>Thread-safe. One instance for each process and manifest; dispose it last, so that the last outcomes are written.</remarks>
public sealed class MicroApp : IAsyncDisposable, IDisposable
{
    private readonly KeySource _keys;
    private readonly Telemetry _telemetry;
    private readonly MicroAppComponents _components;
    private bool _isStarted;
    private int _disposed;

    /// <summary>Puts an app together and checks that it may run.</summary>
    /// <exception cref="MicroAppStartException">A setting, a secret or a store is missing or unusable; the message says which and how to mend it.</exception>
    public MicroApp(MicroAppOptions options, MicroAppComponents components)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(components);
        options.Validate();
        Manifest = components.Manifest;
        Environment = options.Environment;
        TimeProvider = components.TimeProvider;
        StartCheck.Run(options, Manifest);

        Options = options;
        _components = components;
        _keys = new KeySource(components.Secrets, options.KeySecret, TimeProvider);
        OwnerCommitment = Keys.Commit(Manifest.Owner);
        var loggers = components.LoggerFactory ?? NullLoggerFactory.Instance;
        _telemetry = new Telemetry(loggers.CreateLogger<MicroApp>(), Manifest, Environment);
        Redaction = new RedactionPlan(Manifest, options.Redaction);
        Restore = new RestoreGuard(Redaction);
        var quota = new QuotaGuard(Manifest, components.QuotaStore, options.Quota, () => Keys, TimeProvider, loggers.CreateLogger<QuotaLedger>());
        Prices = quota.Prices;
        Pipeline = new GuardPipeline(Order(quota), options.Audit.AwaitOutcome, _telemetry);
        Audit = new AuditLog(components.AuditStore);
        Quota = new QuotaLedger(Manifest, components.QuotaStore, () => Keys, TimeProvider);
        Vault = new Vault(this, components.VaultStore, components.AuditStore);
    }

    /// <summary>What the app declares itself to be.</summary>
    public Manifest Manifest { get; }

    /// <summary>The environment that the app runs in.</summary>
    public AppEnvironment Environment { get; }

    /// <summary>The app's clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The app's keys as the secret source has them now.</summary>
    public KeyRing Keys => _keys.Current;

    /// <summary>The app's audit log.</summary>
    public AuditLog Audit { get; }

    /// <summary>What the app has spent and may still spend.</summary>
    public QuotaLedger Quota { get; }

    /// <summary>The encrypted map from placeholders back to values.</summary>
    public Vault Vault { get; }

    /// <summary>The price list that calls are priced with.</summary>
    public PriceCatalogue Prices { get; }

    internal MicroAppOptions Options { get; }

    internal RedactionPlan Redaction { get; }

    internal RestoreGuard Restore { get; }

    internal bool IsClosed => Volatile.Read(ref _disposed) != 0;

    internal GuardPipeline Pipeline { get; }

    internal string OwnerCommitment { get; }

    /// <summary>Opens the stores and records what an earlier run left open. Called by the host; without a host the first call does it.</summary>
    /// <exception cref="StoreException">A store cannot be opened or written.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await RecoverAsync(cancellationToken).ConfigureAwait(false);
        if (!Interlocked.Exchange(ref _isStarted, true))
            _telemetry.Started(Manifest.Version, Manifest.Models.Count);
    }

    /// <summary>Records calls whose lease lapsed because their process died as <c>unknown</c>; their quota stays counted. The host repeats it.</summary>
    /// <exception cref="StoreException">A store refuses.</exception>
    public async Task RecoverAsync(CancellationToken cancellationToken = default)
    {
        var sameDatabase = _components.QuotaStore.Database == _components.AuditStore.Database;
        var lapsed = await _components.QuotaStore.Database.WriteAsync(
            (App: this, sameDatabase),
            static async (transaction, state, token) =>
            {
                var leases = await state.App._components.QuotaStore.LapseAsync(transaction, token).ConfigureAwait(false);
                return state.sameDatabase ? await state.App.RecordLostAsync(transaction, leases, token).ConfigureAwait(false) : leases;
            },
            WriteUrgency.Now,
            cancellationToken).ConfigureAwait(false);
        if (lapsed.Count == 0)
            return;

        if (!sameDatabase)
            await _components.AuditStore.Database.WriteAsync(lapsed, RecordLostAsync, WriteUrgency.Now, cancellationToken).ConfigureAwait(false);
        _telemetry.Recovered(lapsed.Count);
    }

    /// <summary>Waits until every outcome so far is durable.</summary>
    /// <exception cref="StoreException">A store refuses.</exception>
    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => Pipeline.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            await FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Redacts text that comes up while a call runs, such as the result of a tool that the inner client invokes.</summary>
    internal void RedactLate(GovernedCall call, IReadOnlyList<TextPart> parts)
    {
        if (call.Find<RedactionState>() is not { } state)
            throw new InvalidOperationException("The call was not redacted yet.");

        var redactor = new Redactor(Redaction, state.Map, Keys, call.Findings);
        for (var i = 0; i < parts.Count; i++)
            redactor.Redact(parts, i, 1);
        if (redactor.Blocked is { } blocked)
            throw blocked.ToException();
    }

    // The order is a security property: what leaves has been redacted, what is recorded is what leaves, and nothing leaves unrecorded.
    private Guard[] Order(QuotaGuard quota) =>
    [
        new StateGuard(),
        new RoutingGuard(),
        .. Own(GuardPoint.BeforeRedaction),
        new RedactionGuard(Redaction, _components.VaultStore),
        Restore,
        .. Own(GuardPoint.AfterRedaction),
        quota,
        new AuditGuard(_components.AuditStore),
        new ProvenanceGuard(Prices.Digest),
    ];

    private IEnumerable<Guard> Own(GuardPoint point) => _components.Guards.Where(g => g.Point == point).Select(g => g.Guard);

    /// <inheritdoc />
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Starts the app with its first call when no host has started it.</summary>
    internal ValueTask EnsureStartedAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _isStarted) ? default : new ValueTask(StartAsync(cancellationToken));

    private async ValueTask<IReadOnlyList<QuotaLease>> RecordLostAsync(StoreTransaction transaction, IReadOnlyList<QuotaLease> leases, CancellationToken cancellationToken)
    {
        foreach (var lease in leases)
            await _components.AuditStore.AppendAsync(transaction, AuditRecordWriter.Lost(this, lease, transaction.Now), cancellationToken).ConfigureAwait(false);
        return leases;
    }
}
