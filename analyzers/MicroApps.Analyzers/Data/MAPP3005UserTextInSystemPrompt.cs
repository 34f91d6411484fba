using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP3005: text from outside is put into the system prompt.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP3005UserTextInSystemPrompt : DiagnosticAnalyzer
{
    internal const string Id = "MAPP3005";

    private static readonly string[] s_settings = ["Options", "Settings", "Configuration", "Config", "Manifest", "Profile", "Context"];

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "User text in the system prompt",
        "'{0}' comes from outside and becomes part of the system prompt, where it may give orders; send it as a user message",
        Categories.Data,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A model follows the system prompt before all else. Text of a user in it can change what the app does.",
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
            var message = start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.ChatMessage");
            var system = start.Compilation.GetTypeByMetadataName("OpenAI.Chat.SystemChatMessage");
            var options = start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.ChatOptions");
            if (message is null && system is null)
                return;
            start.RegisterOperationAction(c => AnalyzeMessage(c, message, system), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => AnalyzeAssignment(c, options), OperationKind.SimpleAssignment);
        });
    }

    private static void AnalyzeMessage(OperationAnalysisContext context, INamedTypeSymbol? message, INamedTypeSymbol? system)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (SymbolEqualityComparer.Default.Equals(creation.Type, system) && creation.Arguments.Length > 0)
            Check(context, creation.Arguments[0].Value);
        else if (SymbolEqualityComparer.Default.Equals(creation.Type, message) && creation.Arguments.Length > 1 && IsSystem(creation.Arguments[0].Value))
            Check(context, creation.Arguments[1].Value);
    }

    private static bool IsSystem(IOperation role)
    {
        while (role is IConversionOperation conversion)
            role = conversion.Operand;
        return role is IPropertyReferenceOperation { Property: { Name: "System", ContainingType.Name: "ChatRole" } };
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, INamedTypeSymbol? options)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Instructions", ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, options))
            Check(context, assignment.Value);
    }

    private static void Check(OperationAnalysisContext context, IOperation text)
    {
        while (text is IConversionOperation conversion)
            text = conversion.Operand;
        text = TextPieces.Declared(text, context.CancellationToken);
        var pieces = TextPieces.Of(text);
        // A whole text from elsewhere may well be the prompt itself.
        if (pieces is [var only] && only == text)
            return;
        foreach (var piece in pieces)
            if (piece.Type?.SpecialType == SpecialType.System_String && IsFromOutside(TextPieces.Declared(piece, context.CancellationToken)) && piece.Syntax.GetLocation() is var location && location.IsShown())
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, piece.Syntax.ToString()));
    }

    private static bool IsFromOutside(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsInput(parameter),
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var parameter } } => IsInput(parameter) && !IsSetting(parameter.Type.Name),
        IInvocationOperation { TargetMethod: { Name: "ReadLine", ContainingType.Name: "Console" } } => true,
        _ => false,
    };

    // What a constructor is given is the app's own.
    private static bool IsInput(IParameterSymbol parameter) => parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool IsSetting(string type)
    {
        foreach (var end in s_settings)
            if (type.EndsWith(end, StringComparison.Ordinal))
                return true;
        return false;
    }
}
