using BenchmarkDotNet.Attributes;
using MicroApps.Detection;

namespace MicroApps.Benchmarks;

/// <summary>The search for personal data and secrets in clean text. Characters per nanosecond are GB/s: the texts are ASCII.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 3, iterationCount: 10)]
public class RedactionBenchmarks
{
    private string _text = "";

    [Params(1024, 65536)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Setup() => _text = Texts.OfLength(Characters);

    [Benchmark(Baseline = true)]
    public int FindOneCharacter() => _text.AsSpan().IndexOf('\u00FF');

    [Benchmark]
    public int Scan() => TextScanner.Default.Scan(_text).Count;
}
