using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>One call with nobody else about: the null model alone, with one durable row beside it, and governed.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 3, iterationCount: 10)]
public class GovernedCallBenchmarks
{
    private readonly NullModel _model = new(Texts.Tokens(200));
    private BenchmarkApp _app = null!;
    private IChatClient _governed = null!;
    private OneRowCommit _row = null!;
    private ChatMessage[] _messages = [];

    [Params(1024, 4096)]
    public int Characters { get; set; }

    [Params(1, 20)]
    public int Messages { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _messages = Texts.Conversation(Characters, Messages);
        _app = new BenchmarkApp();
        _governed = _app.Govern(_model);
        _row = new OneRowCommit();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _row.Dispose();
    }

    [Benchmark]
    public Task<ChatResponse> Raw() => _model.GetResponseAsync(_messages);

    [Benchmark(Baseline = true)]
    public Task<ChatResponse> RawAndOneCommit()
    {
        _row.Commit();
        return _model.GetResponseAsync(_messages);
    }

    [Benchmark]
    public Task<ChatResponse> Governed() => _governed.GetResponseAsync(_messages);
}
