using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>An answer of 200 chunks, read to its end: raw, governed with nothing to restore, governed with a placeholder in every twentieth chunk.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 3, iterationCount: 10)]
public class StreamingBenchmarks
{
    private readonly NullModel _model = new(Texts.Tokens(200));
    private readonly NullModel _naming = new(Texts.Tokens(200, "[EMAIL_1]"));
    private readonly ChatMessage[] _clean = Texts.Conversation(1024, 1);
    private readonly ChatMessage[] _personal = Texts.Conversation(1024, 1, "Write to " + "anna" + "@" + "contoso.com.");
    private BenchmarkApp _app = null!;
    private IChatClient _governed = null!;
    private IChatClient _restoring = null!;

    [GlobalSetup]
    public void Setup()
    {
        _app = new BenchmarkApp();
        _governed = _app.Govern(_model);
        _restoring = _app.Govern(_naming);
    }

    [GlobalCleanup]
    public void Cleanup() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public Task<int> Raw() => ReadAsync(_model, _clean);

    [Benchmark]
    public Task<int> Governed() => ReadAsync(_governed, _clean);

    [Benchmark]
    public Task<int> GovernedWithRestore() => ReadAsync(_restoring, _personal);

    private static async Task<int> ReadAsync(IChatClient client, ChatMessage[] messages)
    {
        var count = 0;
        await foreach (var update in client.GetStreamingResponseAsync(messages))
            count += update.Contents.Count;
        return count;
    }
}
