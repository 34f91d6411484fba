using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP2007: a tool that the provider runs by itself is handed to a client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2007UngovernedTool : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2007";

    private const string Hosted = "runs at the provider, where its calls are not redacted, metered or recorded; hand over an AIFunction instead";
    private const string Inside = "stands inside of the governed client, where its rounds are not metered and recorded; call it on what Govern returns";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Tool that nobody governs",
        "'{0}' {1}",
        Categories.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The governed client wraps functions: their arguments and results pass redaction and audit. A tool that the provider hosts has neither.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            // Without the SDK there is no governed client that it could be handed to.
            if (start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.AITool") is not { } tool
                || start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.AIFunctionDeclaration") is not { } function
                || start.Compilation.GetTypeByMetadataName("MicroApps.MicroApp") is null)
                return;
            start.RegisterOperationAction(c => Analyze(c, tool, function), OperationKind.ObjectCreation);
            start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol tool, INamedTypeSymbol function)
    {
        var isTool = false;
        for (var type = context.Operation.Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, function))
                return;
            isTool |= SymbolEqualityComparer.Default.Equals(type, tool);
        }

        if (isTool && context.Operation.Syntax.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, ((IObjectCreationOperation)context.Operation).Type!.Name, Hosted));
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Govern", ContainingType: { Name: "GovernChatClientExtensions", ContainingNamespace.Name: "MicroApps" } } && call.Arguments.Length > 0
            && LoopWithin(call.Arguments[0].Value, context.CancellationToken) is { } loop && loop.Syntax.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, loop.TargetMethod.Name, Inside));
    }

    // client.InvokeTools().Govern(app), client.AsBuilder().UseFunctionInvocation().Build().Govern(app); also by way of a variable
    private static IInvocationOperation? LoopWithin(IOperation? client, CancellationToken cancellation)
    {
        IInvocationOperation? loop = null;
        for (var isStep = false; ;)
            switch (client)
            {
                case IConversionOperation conversion:
                    client = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "Govern" }:
                    return null;
                case IInvocationOperation call:
                    loop ??= IsLoop(call.TargetMethod) ? call : null;
                    client = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
                    break;
                case ILocalReferenceOperation when !isStep:
                    (client, isStep) = (TextPieces.Declared(client, cancellation), true);
                    break;
                default:
                    return loop;
            }
    }

    private static bool IsLoop(IMethodSymbol method) =>
        method is { Name: "InvokeTools" or "UseFunctionInvocation", IsExtensionMethod: true, ContainingNamespace.Name: "MicroApps" or "AI" };
}
