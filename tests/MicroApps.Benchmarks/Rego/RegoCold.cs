using System.Diagnostics;
using System.Globalization;
using System.Text;
using MicroApps.Rego;

namespace MicroApps.Benchmarks;

/// <summary>The first decision of a new process: from its start until the answer, with the policy read, compiled and asked once.</summary>
internal static class RegoCold
{
    private const int Processes = 9;

    /// <summary>What the new process does: prints how many milliseconds there are between its start and the answer.</summary>
    public static void Decide(string folder)
    {
        var read = (string name) => File.ReadAllText(Path.Combine(folder, name));
        var query = new RegoCompiler().Add("manifest.rego", read("manifest.rego")).Compile().Prepare("data.manifest.deny");
        var solutions = query.Evaluate(RegoValue.Parse(Encoding.UTF8.GetBytes(read("input.json"))), RegoValue.Parse(read("data.json")));
        var elapsed = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{solutions.Count} {elapsed.TotalMilliseconds:F1}"));
    }

    /// <summary>Starts such processes and prints the middle one beside <c>opa eval</c>.</summary>
    public static void Measure(bool withOracle)
    {
        var workload = RegoWorkloads.All().First(w => w.Name == "manifest, four");
        var folder = Directory.CreateTempSubdirectory("cold");
        foreach (var (name, text) in new[] { ("manifest.rego", workload.Module), ("data.json", workload.Data), ("input.json", workload.Input) })
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        List<double> ours = [], theirs = [];
        for (var i = 0; i < Processes; i++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(RegoCold).Assembly.Location, "rego-cold", folder.FullName]) { RedirectStandardOutput = true })!;
            ours.Add(double.Parse(process.StandardOutput.ReadToEnd().Split(' ')[1], CultureInfo.InvariantCulture));
            process.WaitForExit();
            var start = Stopwatch.GetTimestamp();
            if (withOracle)
                Opa.Evaluate(workload);
            theirs.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        folder.Delete(recursive: true);
        Console.WriteLine($"first decision of a new process: {ours.Order().ElementAt(Processes / 2):F0} ms; opa eval {theirs.Order().ElementAt(Processes / 2):F0} ms");
    }
}
