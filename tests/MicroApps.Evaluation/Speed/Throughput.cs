using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using MicroApps.Detection;
using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>Megabytes (of UTF-16 units, 10^6 a second) that each family of detectors reads, beside regular expressions for the same types in the same run.</summary>
internal static class Throughput
{
    private static readonly NameRecognizer s_recognizer = new();
    private static readonly List<Finding> s_names = [];
    private static readonly TimeSpan s_slice = TimeSpan.FromSeconds(1);

    public static void Run(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            var text = Read(file);
            var report = new JsonObject { ["file"] = Path.GetFileName(file), ["units"] = text.Length };
            // The families share code, which is compiled anew for what each of them does most: all of them run before one is measured.
            var families = Families().ToList();
            foreach (var (_, scanner) in families)
                Measure(text, t => scanner.Scan(t).Count);
            foreach (var (name, scanner) in families)
                report[name] = Measure(text, t => scanner.Scan(t).Count);
            report["names"] = Measure(text, Names);
            report["regexes_one_after_another"] = Measure(text, RegexBaseline.OneAfterAnother);
            report["one_nonbacktracking_alternation"] = Measure(text, RegexBaseline.Alternation);
            Console.WriteLine(report.ToJsonString());
        }
    }

    private static int Names(string text)
    {
        s_names.Clear();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is var found && found < 0 ? text.Length : found;
            s_recognizer.Recognize(text.AsSpan(start, end - start), s_names);
            start = end + 2;
        }

        return s_names.Count;
    }

    private static IEnumerable<(string Name, TextScanner Scanner)> Families()
    {
        yield return ("all", TextScanner.Default);
        foreach (var kind in Enum.GetValues<EntityKind>())
        {
            var options = new TextScannerOptions();
            foreach (var type in EntityTypes.All.Where(t => t.Kind != kind))
                options.Types.Remove(type);
            yield return (kind.ToString().ToLowerInvariant(), new TextScanner(options));
        }
    }

    private static string Read(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }

    private static double Measure(string text, Func<string, int> scan)
    {
        var times = new List<double>();
        var total = Stopwatch.StartNew();
        while (total.Elapsed < s_slice * 2 || times.Count < 3)
        {
            var start = Stopwatch.GetTimestamp();
            scan(text);
            // What ran before is compiled again while it runs.
            if (total.Elapsed > s_slice || times.Count > 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        times.Sort();
        return Math.Round(text.Length / times[times.Count / 2] / 1e6, 1);
    }
}
