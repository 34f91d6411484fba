using System.CommandLine;
using System.Diagnostics;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary><c>microapp policy bench</c>: what an evaluation costs.</summary>
internal sealed class PolicyBenchCommand : PolicyQueryVerb
{
    private const int MostSamples = 1_000_000;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(500);

    private readonly Option<double?> _seconds = Checked.Option<double>("--seconds", "NUMBER", "How long to measure; 2 by default.", "a number above 0 and up to 600", ReadSeconds);
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object." };

    public PolicyBenchCommand()
        : base("bench", "Measures evaluations of a query: time and memory for each.", "microapp policy bench data.app.allow -d policies/ -i input.json")
    {
        Add(_seconds);
        Add(_json);
    }

    protected override int Run(ParseResult line, RegoBundle bundle, string query, RegoValue? input, CancellationToken cancellationToken)
    {
        var prepared = PolicySources.Compile(bundle).Prepare(query);
        Measure(prepared, input, bundle.Data, s_warmUp, cancellationToken);
        var (samples, bytes) = Measure(prepared, input, bundle.Data, TimeSpan.FromSeconds(line.GetValue(_seconds) ?? 2), cancellationToken);
        samples.Sort();
        (string Name, double Value)[] figures =
        [
            ("operations", samples.Count), ("mean_ns", Nanoseconds(samples.Average())), ("p50_ns", Percentile(samples, 0.5)), ("p90_ns", Percentile(samples, 0.9)),
            ("p99_ns", Percentile(samples, 0.99)), ("max_ns", Nanoseconds(samples[^1])), ("bytes_per_op", (double)bytes / samples.Count),
        ];
        if (line.GetValue(_json))
            Out(line).WriteLine(JsonText.Write(json => Array.ForEach(figures, f => json.WriteNumber(f.Name, Math.Round(f.Value)))));
        else
            Array.ForEach(figures, f => Out(line).WriteLine($"{f.Name,-14}{Plain.Number((long)Math.Round(f.Value)),14}"));
        return ExitCode.Ok;
    }

    private static (List<long> Samples, long Bytes) Measure(RegoQuery query, RegoValue? input, RegoValue data, TimeSpan time, CancellationToken cancellationToken)
    {
        var samples = new List<long>(MostSamples);
        var (begin, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            query.Evaluate(input, data, cancellation: cancellationToken);
            samples.Add(Stopwatch.GetTimestamp() - start);
        }
        while (Stopwatch.GetElapsedTime(begin) < time && samples.Count < MostSamples);

        return (samples, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static double Percentile(List<long> sorted, double share) => Nanoseconds(sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))]);

    private static double Nanoseconds(double ticks) => ticks * 1e9 / Stopwatch.Frequency;

    private static bool ReadSeconds(string text, out double seconds) =>
        double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out seconds) && seconds is > 0 and <= 600;
}
