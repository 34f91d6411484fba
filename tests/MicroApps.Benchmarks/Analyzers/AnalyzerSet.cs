using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Benchmarks;

/// <summary>Analyzers that are measured together.</summary>
/// <param name="Name">What the table calls them.</param>
/// <param name="Analyzers">The analyzers.</param>
/// <param name="Ids">The rules that are switched on whatever their default is; all others run by theirs.</param>
internal sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers, IReadOnlyList<string> Ids)
{
    private static readonly string[] s_secretsAndEndpoints = ["MAPP1001", "MAPP1002", "MAPP1003", "MAPP1004", "MAPP1005", "MAPP2001", "MAPP2003"];
    // S6418, the third of its kind, came in a version that is not open source.
    private static readonly string[] s_sonarTwo = ["S2068", "S1075"];

    /// <summary>What a run costs by itself.</summary>
    public static AnalyzerSet None { get; } = new("nothing", [new IdleAnalyzer()], []);

    public static AnalyzerSet AllOurs { get; } = new("all MAPP", new AnalyzerFolder(AnalyzerFolder.PlaceOf("Rules")).Load("MicroApps.Analyzers"), []);

    public static AnalyzerSet SecretsAndEndpoints { get; } = AllOurs.Only("secrets and endpoints", s_secretsAndEndpoints);

    public static AnalyzerSet AllSonar { get; } = new("all Sonar", new AnalyzerFolder(AnalyzerFolder.PlaceOf("Sonar")).Load("SonarAnalyzer.CSharp"), s_sonarTwo);

    public static AnalyzerSet SonarTwo { get; } = AllSonar.Only("Sonar S2068 + S1075", s_sonarTwo);

    /// <summary>The set behind what .NET's own analyzers ask for.</summary>
    public AnalyzerSet InCompany() => this with { Analyzers = Analyzers.Insert(0, None.Analyzers[0]) };

    /// <summary>The id and the purpose of an analyzer, of the name of its class.</summary>
    public static string NameOf(DiagnosticAnalyzer analyzer) => analyzer.GetType().Name;

    public ImmutableDictionary<string, ReportDiagnostic> Severities() => Ids.ToImmutableDictionary(id => id, _ => ReportDiagnostic.Warn);

    private AnalyzerSet Only(string name, string[] ids)
    {
        var chosen = Analyzers.Where(a => a.SupportedDiagnostics.Any(d => ids.Contains(d.Id))).ToImmutableArray();
        var missing = ids.Except(chosen.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id)).ToList();
        return missing.Count == 0 ? new(name, chosen, ids) : throw new InvalidOperationException($"{name}: nothing tells {string.Join(", ", missing)}.");
    }
}
