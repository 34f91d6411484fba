using System.Runtime.CompilerServices;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Sqlite.Tests;

/// <summary>64 callers with 64 calls each through the governed client, streaming and not, given up or failing anywhere: the budget and the log keep their promise.</summary>
[Trait("Spec", "QUO-1")]
[Trait("Spec", "QUO-2")]
[Trait("Spec", "AUD-1")]
public sealed class GovernedRaceTests
{
    private const int Callers = 64, CallsEach = 64, Cap = 40_000;

    private const string Manifest = """
        schema: 1
        id: race
        name: Race
        version: 1.0.0
        owner: olga@example.org
        ownerGroup: testers
        purpose: Is tested.
        users: { reach: team }
        environments: [sandbox, staging]
        data: []
        models: [{ id: gpt-4o-mini, provider: openai, trust: managed }]
        quotas: [{ per: day, scope: app, tokens: 40000 }]
        limits: { concurrency: 1000 }
        """;

    [Fact]
    public void Calls_through_sqlite_keep_the_promise() => Check(static () => new SqliteKit(), 2);

    [Fact]
    public void Calls_through_memory_keep_the_promise() => Check(static () => new InMemoryKit(), 4);

    private static void Check(Func<StoreKit> create, int tests) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => KeepsPromiseAsync(create, seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static async Task<bool> KeepsPromiseAsync(Func<StoreKit> create, int seed)
    {
        await using var kit = create();
        await using var app = Start(kit);
        using var model = new OverrunningModel(seed);
        var client = model.Govern(app);
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(seed, caller));
            for (var i = 0; i < CallsEach; i++)
                Interlocked.Add(ref refused, await CallAsync(client, random) ? 0 : 1);
        })));
        await app.FlushAsync();

        var window = Assert.Single(await app.Quota.ReadWindowsAsync());
        Assert.Equal((default, default), (window.Held, window.Suspense));
        Assert.InRange(window.Spent.Tokens, Cap / 2, Cap + model.Overruns);
        Assert.True(refused > 0, "The cap was never reached, so nothing was proved.");
        await AssertRecordedAsync(kit, model.Calls);
        return true;
    }

    private static MicroApp Start(StoreKit kit)
    {
        var secrets = new FixedSecretSource();
        secrets.Set("MICROAPP_KEYS", KeyRing.CreateSecret());
        return new MicroApp(new MicroAppOptions { Environment = AppEnvironment.Staging }, new MicroAppComponents
        {
            Manifest = MicroApps.Manifest.Parse(Manifest, "microapp.yaml", null),
            Secrets = secrets,
            AuditStore = kit.Audit,
            QuotaStore = kit.Quota,
            VaultStore = kit.Vault,
            TimeProvider = kit.Clock,
        });
    }

    /// <summary>One call that may be given up at any point; false when it was refused.</summary>
    private static async Task<bool> CallAsync(IChatClient client, Random random)
    {
        using var cancellation = new CancellationTokenSource();
        var (streams, leaveAt, cancelAt) = (random.Next(2) == 0, random.Next(12), random.Next(12));
        if (random.Next(8) == 0)
            cancellation.CancelAfter(TimeSpan.FromMicroseconds(random.Next(3000)));
        var options = new ChatOptions { MaxOutputTokens = random.Next(1, 40) };
        try
        {
            if (!streams)
            {
                await client.GetResponseAsync("How are you today?", options, cancellation.Token);
                return true;
            }

            var chunk = 0;
            await foreach (var _ in client.GetStreamingResponseAsync("How are you today?", options, cancellation.Token))
            {
                if (chunk++ == cancelAt)
                    await cancellation.CancelAsync();
                if (chunk == leaveAt)
                    break;
            }

            return true;
        }
        catch (QuotaExceededException)
        {
            return false;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or CallRefusedException)
        {
            return true;
        }
    }

    private static async Task AssertRecordedAsync(StoreKit kit, int callsOfTheModel)
    {
        var kinds = new Dictionary<Guid, List<string>>();
        foreach (var record in await kit.ReadLogAsync())
        {
            using var leaf = JsonDocument.Parse(record.Entry.Leaf);
            var call = Guid.Parse(leaf.RootElement.GetProperty("call_id").GetString()!);
            (kinds.TryGetValue(call, out var list) ? list : kinds[call] = []).Add(leaf.RootElement.GetProperty("kind").GetString()!);
        }

        Assert.All(kinds.Values, k => Assert.True(k is ["call.intent", "call.outcome"] or ["call.refusal"] or ["call.outcome"], string.Join(',', k)));
        Assert.True(kinds.Values.Count(k => k[0] == "call.intent") >= callsOfTheModel);
        Assert.Empty((await AuditVerifier.VerifyAsync(kit.Audit)).Problems);
    }

    /// <summary>Answers in ten chunks; its usage is sometimes above what it was allowed, and sometimes it breaks off.</summary>
    private sealed class OverrunningModel(int seed) : IChatClient
    {
        private readonly ChatClientMetadata _metadata = new("openai", new Uri("https://models.example/v1"), "gpt-4o-mini");
        private int _calls;
        private long _overruns;

        public int Calls => _calls;

        public long Overruns => _overruns;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var random = Begin();
            cancellationToken.ThrowIfCancellationRequested();
            if (random.Next(10) == 0)
                throw new HttpRequestException("The model is out of order.");
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Fine.")) { Usage = Use(random, options!.MaxOutputTokens!.Value) });
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var (random, allowed) = (Begin(), options!.MaxOutputTokens!.Value);
            var failAt = random.Next(60);
            for (var chunk = 0; chunk < 10; chunk++)
            {
                if (random.Next(4) == 0)
                    await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                if (chunk == failAt)
                    throw new HttpRequestException("The model is out of order.");
                yield return new ChatResponseUpdate(ChatRole.Assistant, chunk == 0 ? "Fine" : ".");
            }

            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Use(random, allowed))]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? _metadata : null;

        public void Dispose()
        {
        }

        private Random Begin() => new(HashCode.Combine(seed, Interlocked.Increment(ref _calls)));

        private UsageDetails Use(Random random, int allowed)
        {
            var output = random.Next(allowed + (allowed / 2) + 1);
            Interlocked.Add(ref _overruns, Math.Max(0, output - allowed));
            return new UsageDetails { InputTokenCount = 5, OutputTokenCount = output, TotalTokenCount = 5 + output };
        }
    }
}
