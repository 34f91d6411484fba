using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>Governed calls a second at several levels of concurrency, each durable before it leaves. The model answers at once.</summary>
internal static class Throughput
{
    public static async Task RunAsync(TimeSpan duration)
    {
        Console.WriteLine("concurrency   calls/s   p50 ms   p99 ms   commits/s of one row alone");
        using var row = new OneRowCommit();
        await using var app = new BenchmarkApp();
        var client = app.Govern(new NullModel(Texts.Tokens(200)));
        var messages = Texts.Conversation(4096, 20);
        await MeasureAsync(client, messages, 64, TimeSpan.FromTicks(duration.Ticks / 4));
        foreach (var concurrency in new[] { 1, 8, 64 })
        {
            var commits = Commits(row, TimeSpan.FromTicks(duration.Ticks / 5));
            var (rate, sorted) = await MeasureAsync(client, messages, concurrency, duration);
            Console.WriteLine($"{concurrency,11} {rate,9:F0} {Milliseconds(sorted, 0.5),8:F2} {Milliseconds(sorted, 0.99),8:F2} {commits,8:F0}");
        }
    }

    private static async Task<(double Rate, List<long> Sorted)> MeasureAsync(IChatClient client, ChatMessage[] messages, int concurrency, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            var times = new List<long>();
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                var before = Stopwatch.GetTimestamp();
                await client.GetResponseAsync(messages);
                times.Add(Stopwatch.GetTimestamp() - before);
            }

            return times;
        }));
        var all = (await Task.WhenAll(workers)).SelectMany(t => t).Order().ToList();
        return (all.Count / Stopwatch.GetElapsedTime(start).TotalSeconds, all);
    }

    private static double Commits(OneRowCommit row, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start) < duration; count++)
            row.Commit();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Milliseconds(List<long> sorted, double quantile) =>
        sorted.Count == 0 ? 0 : sorted[(int)(quantile * (sorted.Count - 1))] * 1000.0 / Stopwatch.Frequency;
}
