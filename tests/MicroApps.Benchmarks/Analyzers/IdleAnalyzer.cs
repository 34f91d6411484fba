using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Benchmarks;

/// <summary>
/// Does nothing, but asks for what .NET's own analyzers ask for in every build: nodes, and the operations of all bodies (CA1416 needs them).
/// A run with it costs what a build costs without further rules.
/// </summary>
#pragma warning disable RS1036, RS1038 // It is an analyzer for this benchmark alone.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(_ => { }, SyntaxKind.CompilationUnit);
        context.RegisterOperationAction(_ => { }, OperationKind.Invocation);
    }
}
