using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Benchmarks;

/// <summary>One run of a set over a corpus, each project compiled anew.</summary>
/// <param name="Processor">Seconds of processor time of the process, all threads: the compiler's own work, binding and the analyzers.</param>
/// <param name="Times">Seconds that each analyzer spent in its actions, by its name.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Found">What was told.</param>
internal sealed record AnalyzerRun(double Processor, IReadOnlyDictionary<string, double> Times, long Allocated, IReadOnlyList<Diagnostic> Found)
{
    public double Inside => Times.Where(t => t.Key != nameof(IdleAnalyzer)).Sum(t => t.Value);

    public static async Task<AnalyzerRun> OfAsync(AnalyzerSet set, Corpus corpus)
    {
        var (processor, allocated, times, found) = (TimeSpan.Zero, 0L, new Dictionary<string, double>(), new List<Diagnostic>());
        foreach (var project in corpus.Projects)
        {
            var prepared = Prepare(set, project);
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var (before, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
            var result = await prepared.GetAnalysisResultAsync(CancellationToken.None);
            process.Refresh();
            processor += process.TotalProcessorTime - before;
            allocated += GC.GetTotalAllocatedBytes(precise: true) - bytes;
            found.AddRange(result.GetAllDiagnostics());
            foreach (var (analyzer, telemetry) in result.AnalyzerTelemetryInfo)
                times[AnalyzerSet.NameOf(analyzer)] = times.GetValueOrDefault(AnalyzerSet.NameOf(analyzer)) + telemetry.ExecutionTime.TotalSeconds;
        }

        return new(processor.TotalSeconds, times, allocated, found);
    }

    private static CompilationWithAnalyzers Prepare(AnalyzerSet set, CompilerCall project)
    {
        var files = project.AdditionalFiles().Add(SonarSettings.File);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files, project.Options()), Crashed, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        return project.Compilation(set.Severities()).WithAnalyzers(set.Analyzers, options);
    }

    private static void Crashed(Exception error, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException($"{analyzer} crashed: {error}", error);
}
