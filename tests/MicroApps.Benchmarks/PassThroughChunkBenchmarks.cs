using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>
/// What one more chunk costs: the middle of an answer, between its first and its last chunk, so that neither the durable commit nor the
/// outcome is in it. One operation is one chunk.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 3, iterationCount: 30)]
public class PassThroughChunkBenchmarks
{
    private const int Chunks = 10_000;
    private readonly NullModel _model = new(Texts.Tokens(Chunks + 2));
    private readonly ChatMessage[] _messages = Texts.Conversation(1024, 1);
    private BenchmarkApp _app = null!;
    private IAsyncEnumerator<ChatResponseUpdate> _answer = null!;

    [GlobalSetup]
    public void Setup() => _app = new BenchmarkApp();

    [GlobalCleanup]
    public void Cleanup() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [IterationSetup(Target = nameof(Raw))]
    public void BeginRaw() => Begin(_model);

    [IterationSetup(Target = nameof(Governed))]
    public void BeginGoverned() => Begin(_app.Govern(_model));

    [IterationCleanup]
    public void End() => _answer.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, OperationsPerInvoke = Chunks)]
    public Task<int> Raw() => ReadAsync();

    [Benchmark(OperationsPerInvoke = Chunks)]
    public Task<int> Governed() => ReadAsync();

    private void Begin(IChatClient client)
    {
        _answer = client.GetStreamingResponseAsync(_messages).GetAsyncEnumerator();
        _answer.MoveNextAsync().AsTask().GetAwaiter().GetResult();
    }

    private async Task<int> ReadAsync()
    {
        var length = 0;
        for (var i = 0; i < Chunks && await _answer.MoveNextAsync(); i++)
            length += _answer.Current.Contents.Count;
        return length;
    }
}
