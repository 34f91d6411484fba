using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MicroApps.Tests;

namespace MicroApps.Benchmarks;

/// <summary>Open Policy Agent, to compare with.</summary>
internal static class Opa
{
    /// <summary>What a query gives, as JSON: the value of its variable <c>result</c>.</summary>
    public static string Evaluate(RegoWorkload workload)
    {
        using var output = Run(workload, "eval", "--format", "json");
        if (!output.RootElement.TryGetProperty("result", out var results))
            return "undefined";
        var value = results[0].GetProperty("bindings").GetProperty("result");
        return MicroApps.Rego.RegoValue.Parse(value.GetRawText()).ToJson();
    }

    /// <summary>Nanoseconds and bytes of one evaluation, as <c>opa bench</c> measures them in its own process.</summary>
    public static (double Nanoseconds, double Bytes) Measure(RegoWorkload workload)
    {
        using var output = Run(workload, "bench", "--format", "json");
        var root = output.RootElement;
        var operations = root.GetProperty("N").GetDouble();
        return (root.GetProperty("T").GetDouble() / operations, root.GetProperty("MemBytes").GetDouble() / operations);
    }

    private static JsonDocument Run(RegoWorkload workload, string command, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("opa");
        try
        {
            var (module, data, input) = (Path.Combine(folder.FullName, "policy.rego"), Path.Combine(folder.FullName, "data.json"), Path.Combine(folder.FullName, "input.json"));
            File.WriteAllText(module, workload.Module);
            File.WriteAllText(data, workload.Data);
            File.WriteAllText(input, workload.Input);
            string[] line = [command, "--v1-compatible", "-d", module, "-d", data, "-i", input, .. options, workload.Query];
            using var process = Process.Start(new ProcessStartInfo(OpaProgram.Path, line) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonDocument.Parse(text) : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"opa {command} ended with {process.ExitCode} for {workload.Name}."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
