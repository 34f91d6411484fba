using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP3003: classified data is put into a prompt as it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP3003ClassifiedInPrompt : DiagnosticAnalyzer
{
    internal const string Id = "MAPP3003";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Classified data in a prompt",
        "'{0}' is labelled {1} and goes into a prompt as it is; pass it through a redactor, or leave it out",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The label says that this value must not leave unredacted. Detection finds what looks like personal data; the label knows.",
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
            if (ChatTypes.In(start.Compilation) is not { } types || Classification.In(start.Compilation) is not { } labels)
                return;
            start.RegisterOperationAction(
                c => Analyze(c, ((IInvocationOperation)c.Operation).TargetMethod, ((IInvocationOperation)c.Operation).Arguments, types, labels), OperationKind.Invocation);
            start.RegisterOperationAction(
                c => Analyze(c, ((IObjectCreationOperation)c.Operation).Constructor, ((IObjectCreationOperation)c.Operation).Arguments, types, labels), OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments, ChatTypes types, Classification labels)
    {
        if (method is null || !types.IsPrompt(method))
            return;
        foreach (var argument in arguments)
            foreach (var piece in TextPieces.Of(argument.Value))
                if (SymbolOf(piece) is { } symbol && labels.Find(symbol) is { } label && piece.Syntax.GetLocation() is var location && location.IsShown())
                    context.ReportDiagnostic(Diagnostic.Create(Rule, location, piece.Syntax.ToString(), label.Replace("Attribute", "")));
    }

    private static ISymbol? SymbolOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: var property } => property,
        IFieldReferenceOperation { Field: var field } => field,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };
}
