using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>
/// Ratios that hold on a noisy machine: what is compared runs in turns, a few milliseconds apart, and medians are compared. Prints the
/// table of docs/performance.md.
/// </summary>
internal static class Ratios
{
    public static async Task RunAsync(string? only)
    {
        if (only is null or "call")
            await CallAsync();
        if (only is null or "chunk")
            await ChunksAsync();
        if (only is null or "first")
            await FirstAsync();
        if (only is null or "scan")
            Scan();
    }

    private static async Task CallAsync()
    {
        foreach (var (characters, count) in new[] { (1024, 1), (1024, 20), (4096, 1), (4096, 20) })
        {
            using var row = new OneRowCommit();
            await using var app = new BenchmarkApp();
            var model = new NullModel(Texts.Tokens(200));
            var client = app.Govern(model);
            var messages = Texts.Conversation(characters, count);
            var (raw, governed) = await CompareAsync(
                2000,
                async () =>
                {
                    row.Commit();
                    await model.GetResponseAsync(messages);
                },
                async () => await client.GetResponseAsync(messages),
                warmUp: 6000);
            var rate = await AllocatedAsync(async () => await client.GetResponseAsync(messages), 500);
            Console.WriteLine($"call {characters} chars {count,2} messages: raw + one commit {raw:F0} us, governed {governed:F0} us, ratio {governed / raw:F2}; {rate:F0} B a governed call");
        }
    }

    private static async Task ChunksAsync()
    {
        const int Few = 3000, Many = 5000;
        var clean = Texts.Conversation(1024, 1);
        var personal = Texts.Conversation(1024, 1, "Write to " + "anna" + "@" + "contoso.com.");
        foreach (var (name, messages, tokens) in new[]
        {
            ("passing", clean, Texts.PlainTokens(Many)), ("prose", clean, Texts.Tokens(Many)), ("prose with placeholders", personal, Texts.Tokens(Many, "[EMAIL_1]")),
        })
        {
            await using var app = new BenchmarkApp();
            var answer = new NullModel(tokens);
            var (raw, governed) = (await MiddleAsync(answer, messages, Few, Many), await MiddleAsync(app.Govern(answer), messages, Few, Many));
            Console.WriteLine($"chunk {name}: raw {raw.Nanoseconds:F0} ns {raw.Bytes:F1} B, governed {governed.Nanoseconds:F0} ns {governed.Bytes:F1} B, added {governed.Nanoseconds - raw.Nanoseconds:F0} ns a chunk");
        }
    }

    // Between two chunks in the middle of an answer: neither the commit at its start nor the outcome at its end.
    private static async Task<(double Nanoseconds, double Bytes)> MiddleAsync(IChatClient client, ChatMessage[] messages, int from, int to)
    {
        var times = new List<double>();
        var bytes = new List<double>();
        for (var round = -200; round < 100; round++)
        {
            var (index, start, allocated) = (0, 0L, 0L);
            await foreach (var update in client.GetStreamingResponseAsync(messages))
            {
                if (++index == from)
                    (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                if (index != to || round < 0)
                    continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / (to - from));
                bytes.Add((double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / (to - from));
            }
        }

        return (Median(times), Median(bytes));
    }

    private static async Task FirstAsync()
    {
        var messages = Texts.Conversation(4096, 20);
        foreach (var delay in new[] { 0, 5, 20, 200 })
        {
            await using var app = new BenchmarkApp();
            using var row = new OneRowCommit();
            var model = new NullModel(Texts.Tokens(1)) { FirstChunkDelay = TimeSpan.FromMilliseconds(delay) };
            var client = app.Govern(model);
            var (raw, governed) = await CompareAsync(delay < 100 ? 200 : 20, () => FirstOfAsync(model, messages), () => FirstOfAsync(client, messages));
            Console.WriteLine($"first chunk after {delay} ms: raw {raw:F0} us, governed {governed:F0} us, added {governed - raw:F0} us, ratio {governed / raw:F3}");
        }
    }

    private static async Task FirstOfAsync(IChatClient client, ChatMessage[] messages)
    {
        await foreach (var _ in client.GetStreamingResponseAsync(messages))
            return;
    }

    private static void Scan()
    {
        var text = Texts.OfLength(1 << 20);
        var times = new List<double>();
        for (var round = 0; round < 50; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var found = Detection.TextScanner.Default.Scan(text).Count;
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (found != 0)
                throw new InvalidOperationException("The text is not clean.");
        }

        Console.WriteLine($"scan of clean text: {text.Length / Median(times) / 1e6:F0} MB/s");
    }

    private static async Task<(double First, double Second)> CompareAsync(int rounds, Func<Task> first, Func<Task> second, int warmUp = 0)
    {
        var (firsts, seconds) = (new List<double>(rounds), new List<double>(rounds));
        for (var round = -Math.Max(rounds / 4, warmUp); round < rounds; round++)
        {
            var one = await TimeAsync(first);
            var two = await TimeAsync(second);
            if (round < 0)
                continue;
            firsts.Add(one);
            seconds.Add(two);
        }

        return (Median(firsts), Median(seconds));
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static async Task<double> AllocatedAsync(Func<Task> action, int rounds)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < rounds; round++)
            await action();
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / rounds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? double.NaN : values[values.Count / 2];
    }
}
