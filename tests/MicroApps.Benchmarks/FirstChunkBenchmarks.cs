using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>Time to the first chunk of a model that takes a while to begin; governed, it includes the durable commit.</summary>
[SimpleJob(launchCount: 1, warmupCount: 2, iterationCount: 20)]
public class FirstChunkBenchmarks
{
    private readonly ChatMessage[] _messages = Texts.Conversation(4096, 20);
    private BenchmarkApp _app = null!;
    private NullModel _model = null!;
    private IChatClient _governed = null!;

    /// <summary>Until the first chunk, in milliseconds. Hosted models take 200 and more.</summary>
    [Params(5, 20, 200)]
    public int ModelDelay { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _app = new BenchmarkApp();
        _model = new NullModel(Texts.Tokens(1)) { FirstChunkDelay = TimeSpan.FromMilliseconds(ModelDelay) };
        _governed = _app.Govern(_model);
    }

    [GlobalCleanup]
    public void Cleanup() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public Task Raw() => FirstAsync(_model);

    [Benchmark]
    public Task Governed() => FirstAsync(_governed);

    private async Task FirstAsync(IChatClient client)
    {
        await foreach (var _ in client.GetStreamingResponseAsync(_messages))
            return;
    }
}
