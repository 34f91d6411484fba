using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Benchmarks;

/// <summary>
/// Tells nothing, but asks for the operations of all bodies, as .NET's own analyzers do in every build (CA1416 needs them). A run with it costs what a build
/// costs without further rules, and rules that run behind it find everything bound.
/// </summary>
#pragma warning disable RS1036, RS1038, RS1041, RS2008 // It is an analyzer for this benchmark alone.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterSyntaxNodeAction(
            c => c.SemanticModel.GetOperation(c.Node, c.CancellationToken),
            SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration, SyntaxKind.OperatorDeclaration, SyntaxKind.ConversionOperatorDeclaration,
            SyntaxKind.GetAccessorDeclaration, SyntaxKind.SetAccessorDeclaration, SyntaxKind.InitAccessorDeclaration, SyntaxKind.ArrowExpressionClause, SyntaxKind.EqualsValueClause);
        context.RegisterOperationAction(_ => { }, OperationKind.Invocation);
    }
}
