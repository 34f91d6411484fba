using System.Diagnostics;
using System.Text;
using MicroApps.Rego;

namespace MicroApps.Benchmarks;

/// <summary>Measures evaluations of policies beside OPA, one policy after the other in one run, after checking that both answer the same. Prints the table of docs/performance.md.</summary>
internal static class RegoRatios
{
    private const int Rounds = 7;
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(60);

    public static void Run(string? only, bool withOracle)
    {
        Console.WriteLine($"{"policy",-42}{"from values",12}{"from bytes",12}{"bytes/op",10}{"OPA",12}{"OPA bytes",11}{"times",8}{"2 threads",11}");
        foreach (var workload in RegoWorkloads.All().Where(w => only is null || w.Name.Contains(only, StringComparison.Ordinal)))
            Measure(workload, withOracle);
        Compile();
        RegoCold.Measure(withOracle);
    }

    private static void Measure(RegoWorkload workload, bool withOracle)
    {
        var query = workload.Prepare();
        var (data, input, bytes) = (RegoValue.Parse(workload.Data), RegoValue.Parse(workload.Input), Encoding.UTF8.GetBytes(workload.Input));
        if (withOracle && Opa.Evaluate(workload) is var expected && Answer(query, input, data) is var answer && answer != expected)
            throw new InvalidOperationException($"{workload.Name}: {answer} is not OPA's {expected}");
        var values = Time(() => query.Evaluate(input, data));
        var parsed = Time(() => query.Evaluate(RegoValue.Parse(bytes), data));
        var allocated = Allocated(() => query.Evaluate(input, data));
        var scaling = Scaling(() => query.Evaluate(input, data));
        var oracle = withOracle ? Opa.Measure(workload) : default;
        Console.WriteLine($"{(workload.IsMicro ? "micro " : "") + workload.Name,-42}{values,9:F0} ns{parsed,9:F0} ns{allocated,10:F0}{oracle.Nanoseconds,9:F0} ns{oracle.Bytes,11:F0}{oracle.Nanoseconds / values,8:F1}{scaling,11:F2}");
    }

    private static string Answer(RegoQuery query, RegoValue input, RegoValue data) =>
        query.Evaluate(input, data) is [var solution, ..] ? solution["result"].ToJson() : "undefined";

    private static double Time(Action action)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < TimeSpan.FromMilliseconds(400);)
            action();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (start, count) = (Stopwatch.GetTimestamp(), 0);
            do
            {
                for (var i = 0; i < 50; i++)
                    action();
                count += 50;
            }
            while (Stopwatch.GetElapsedTime(start) < s_round);
            times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
        }

        times.Sort();
        return times[Rounds / 2];
    }

    private static double Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
    }

    // How much more two threads do in the same time than one.
    private static double Scaling(Action action)
    {
        var best = 0.0;
        for (var round = 0; round < 3; round++)
            best = Math.Max(best, Throughput(action, 2) / Throughput(action, 1));
        return best;
    }

    private static double Throughput(Action action, int threads)
    {
        long total = 0;
        using var start = new Barrier(threads);
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            var count = 0L;
            for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < TimeSpan.FromMilliseconds(80); count += 20)
                for (var i = 0; i < 20; i++)
                    action();
            Interlocked.Add(ref total, count);
        })).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        return total;
    }

    private static void Compile()
    {
        var workload = RegoWorkloads.All().First(w => w.Name.StartsWith("manifest", StringComparison.Ordinal));
        Console.WriteLine($"compiling {workload.Module.Split('\n').Length} lines and a query, warm: {Time(() => workload.Prepare()) / 1e6:F2} ms");
    }
}
