using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP2005: the client of a provider is taken out of a governed one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2005InnerClient : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2005";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Inner client taken out of the pipeline",
        "'{0}' taken out of the client sends past everything that is wrapped around it; call the client itself",
        Categories.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "GetService reaches through redaction, quota and audit to the provider's own client.",
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
            var chat = start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IChatClient");
            var embeddings = start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IEmbeddingGenerator");
            if (chat is null || ClientTypes.In(start.Compilation) is not { } clients)
                return;
            start.RegisterOperationAction(c => Analyze(c, clients, chat, embeddings), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ClientTypes clients, INamedTypeSymbol chat, INamedTypeSymbol? embeddings)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("GetService" or "GetRequiredService") || !(IsOrHas(ReceiverOf(call), chat) || IsOrHas(ReceiverOf(call), embeddings)))
            return;
        if (clients.Find(AskedOf(call)) is { } inner && call.Syntax.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, inner.Name));
    }

    private static ITypeSymbol? ReceiverOf(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        return receiver is IConversionOperation conversion ? conversion.Operand.Type : receiver?.Type;
    }

    private static ITypeSymbol? AskedOf(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments.Length == 1)
            return call.TargetMethod.TypeArguments[0];
        foreach (var argument in call.Arguments)
            if (argument.Value is ITypeOfOperation type)
                return type.TypeOperand;
        return null;
    }

    private static bool IsOrHas(ITypeSymbol? type, INamedTypeSymbol? contract)
    {
        if (type is null || contract is null)
            return false;
        if (SymbolEqualityComparer.Default.Equals(type, contract))
            return true;
        foreach (var one in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(one, contract))
                return true;
        return false;
    }
}
