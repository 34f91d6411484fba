using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using MicroApps.Testing;

namespace MicroApps.Tests;

/// <summary>The quota guard of a small app over an in-memory store, driven the way the pipeline drives it.</summary>
internal sealed class QuotaHarness
{
    public static readonly ManifestModel Model = new() { Id = "test-model", Provider = "test", Trust = ModelTrust.Managed };
    private const string Prices = """
        { "date": "2026-01-01", "prices": [
          { "provider": "test", "model": "test-model", "from": "2024-01-01", "input": 1, "cachedInput": 0.1, "cacheWrite": 1.25, "output": 10 },
          { "provider": "test", "model": "thinker", "from": "2024-01-01", "input": 1, "output": 10, "reasoning": true },
          { "provider": "test", "model": "embedder", "from": "2024-01-01", "input": 0.1, "output": 0 },
          { "provider": "test", "model": "small", "from": "2024-01-01", "input": 1, "output": 10, "contextWindow": 100, "maxOutputTokens": 50, "imageTokens": 30 },
          { "provider": "test", "model": "free", "from": "2024-01-01", "input": 0, "output": 0 } ] }
        """;

    private readonly MicroApp _app;

    public QuotaHarness(params ManifestQuota[] quotas)
        : this(null, quotas)
    {
    }

    public QuotaHarness(Action<QuotaOptions>? configure, ManifestQuota[] quotas, ManifestLimits? limits = null, InMemoryQuotaStore? store = null)
    {
        Clock = new ManualTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        Store = store ?? new InMemoryQuotaStore(new InMemoryStoreDatabase(Clock));
        Manifest = CreateManifest(quotas) with { Limits = limits };
        Options.OnWarning = Warnings.Add;
        configure?.Invoke(Options);
        Options.Validate();
        _app = CreateApp();
        Guard = CreateGuard();
        Ledger = _app.Quota;
    }

    public ManualTimeProvider Clock { get; }

    public Manifest Manifest { get; }

    public QuotaOptions Options { get; } = new();

    public QuotaGuard Guard { get; }

    public InMemoryQuotaStore Store { get; }

    public QuotaLedger Ledger { get; }

    public List<QuotaWarning> Warnings { get; } = [];

    public static ManifestQuota Spend(decimal usd, QuotaPeriod per = QuotaPeriod.Day) =>
        new() { Per = per, SpendNanoUsd = (long)(usd * Money.NanoPerUsd), WarnAt = [80] };

    public static Manifest CreateManifest(params ManifestQuota[] quotas) => new()
    {
        Id = "store-notes",
        Name = "Store notes",
        Version = "1.0.0",
        Owner = "owner@example.com",
        OwnerGroup = "retail",
        CostCentre = "cc-7",
        Purpose = "Tests.",
        Users = new ManifestUsers { Reach = Reach.Team },
        Environments = [AppEnvironment.Sandbox],
        Data = [],
        Models = [Model, Model with { Id = "thinker" }],
        Quotas = quotas,
    };

    public GovernedCall Call(
        string text = "Hello", int? max = null, string model = "test-model", string? user = null, Surface surface = Surface.Chat, int images = 0) =>
        new(_app, surface, new CallTarget(model, "test", null), [new TextPart(TextOrigin.User, text)], Clock.GetUtcNow())
        {
            Model = Model with { Id = model },
            MaxOutputTokens = max,
            UserId = user,
            UnscannableCount = images,
            IsStreaming = true,
        };

    /// <summary>Inspects and commits; the refusal, or null when the call may leave.</summary>
    public async Task<Refusal?> BeginAsync(GovernedCall call)
    {
        var refusal = (await Guard.InspectAsync(call, default)).Refusal ?? await Guard.Database.WriteAsync(call, CommitAsync, WriteUrgency.Now, default);
        if (refusal is null)
            return null;
        call.Refusal = refusal;
        await EndAsync(call, CallStatus.Refused);
        return refusal;
    }

    public async Task<GovernedCall> BeginAllowedAsync(GovernedCall call)
    {
        Assert.Null(await BeginAsync(call));
        return call;
    }

    /// <summary>A piece of the answer arrives; the refusal that stops it, or null.</summary>
    public async Task<Refusal?> ReceiveAsync(GovernedCall call, string chunk)
    {
        if (call.Find<TextTransform>() is not { } transform)
            call.Set(transform = Guard.CreateTransform(call, ResponseTextKind.Answer)!);
        Assert.True(transform.TryPassThrough(chunk));
        call.ResponseBytes += Encoding.UTF8.GetByteCount(chunk);
        return (await Guard.ContinueAsync(call, default)).Refusal;
    }

    public async Task EndAsync(GovernedCall call, CallStatus status = CallStatus.Completed, CallUsage? usage = null)
    {
        call.Status = status;
        call.Usage = usage ?? default;
        Guard.Conclude(call);
        await CompleteAsync(call);
        Guard.Release(call);
    }

    public async Task<bool> CompleteAsync(GovernedCall call) => await Guard.Database.WriteAsync(
        call,
        async (transaction, c, token) =>
        {
            await Guard.CompleteAsync(c, transaction, token);
            return true;
        },
        WriteUrgency.Now,
        default);

    public async Task<QuotaWindow> WindowAsync(int index = 0) => (await Ledger.ReadWindowsAsync())[index];

    public static CallUsage Reported(long input, long output) => new(input, output, 0, 0, UsageSource.Provider);

    private MicroApp CreateApp()
    {
        var database = (InMemoryStoreDatabase)Store.Database;
        return new(new MicroAppOptions(), new()
        {
            Manifest = Manifest,
            Secrets = new OneSecret(),
            AuditStore = new InMemoryAuditStore(database),
            QuotaStore = Store,
            VaultStore = new InMemoryVaultStore(database),
            TimeProvider = Clock,
        });
    }

    private QuotaGuard CreateGuard()
    {
        var file = Path.Combine(Path.GetTempPath(), $"prices-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, Prices);
        Options.PriceFile = file;
        try
        {
            return new QuotaGuard(Manifest, Store, Options, () => _app.Keys, Clock, NullLogger<QuotaLedger>.Instance);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class OneSecret : SecretSource
    {
        private readonly string _secret = KeyRing.CreateSecret();

        public override string Description => "the test";

        protected override string? FindCore(string name) => _secret;
    }

    private async ValueTask<Refusal?> CommitAsync(StoreTransaction transaction, GovernedCall call, CancellationToken cancellationToken)
    {
        var verdict = await Guard.CommitAsync(call, transaction, cancellationToken);
        if (verdict.Refusal is not null)
            transaction.RequestRollback();
        return verdict.Refusal;
    }
}
