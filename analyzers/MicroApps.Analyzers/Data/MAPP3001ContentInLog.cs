using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP3001: a prompt or an answer is written to a log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP3001ContentInLog : DiagnosticAnalyzer
{
    internal const string Id = "MAPP3001";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Prompt or answer in a log",
        "'{0}' holds a prompt or an answer, which may hold personal data; log its length, an id or the call's provenance instead",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Logs are kept longer and read by more people than the conversation itself, and nothing redacts them.",
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
            if (ChatTypes.In(start.Compilation) is { } types)
                start.RegisterOperationAction(c => Analyze(c, types), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ChatTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!LogCalls.IsOne(call.TargetMethod))
            return;
        for (var i = call.TargetMethod.IsExtensionMethod ? 1 : 0; i < call.Arguments.Length; i++)
            foreach (var piece in TextPieces.Of(call.Arguments[i].Value))
                if (IsContent(piece, types, context.CancellationToken) && piece.Syntax.GetLocation() is var location && location.IsShown())
                    context.ReportDiagnostic(Diagnostic.Create(Rule, location, piece.Syntax.ToString()));
    }

    private static bool IsContent(IOperation piece, ChatTypes types, CancellationToken cancellation) =>
        types.IsContent(piece)
        || (piece.Type?.SpecialType == SpecialType.System_String && (IsTextOfOne(piece, types, cancellation) || IsSent(piece, types, cancellation)));

    private static bool IsTextOfOne(IOperation piece, ChatTypes types, CancellationToken cancellation)
    {
        if (TextPieces.Declared(piece, cancellation) is not { } declared || declared == piece)
            return false;
        foreach (var part in TextPieces.Of(declared))
            if (types.IsContent(part))
                return true;
        return false;
    }

    // A text that the same member also sends is a prompt.
    private static bool IsSent(IOperation piece, ChatTypes types, CancellationToken cancellation)
    {
        if (piece is not (ILocalReferenceOperation or IParameterReferenceOperation) || piece.Syntax is not IdentifierNameSyntax { Identifier.ValueText: var name } || piece.SemanticModel is not { } model)
            return false;
        var member = piece.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax);
        foreach (var node in member!.DescendantNodes())
            if (node is ArgumentSyntax { Expression: IdentifierNameSyntax sent, Parent.Parent: { } call } && sent.Identifier.ValueText == name && call is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
                && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && types.IsPrompt(method))
                return true;
        return false;
    }
}
