using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>MAPP3004: a record with classified members is turned into text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP3004ClassifiedAsText : DiagnosticAnalyzer
{
    internal const string Id = "MAPP3004";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Classified record as text",
        "The text of '{0}' shows its classified member '{1}'; write the members that may be shown, or override ToString",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The compiler's ToString of a record prints every public member, whatever its label.",
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
            if (Classification.In(start.Compilation) is not { } labels)
                return;
            start.RegisterOperationAction(c => Check(c, ((IInterpolationOperation)c.Operation).Expression, labels), OperationKind.Interpolation);
            start.RegisterOperationAction(c => AnalyzeSum(c, labels), OperationKind.Binary);
            start.RegisterOperationAction(c => AnalyzeCall(c, labels), OperationKind.Invocation);
        });
    }

    private static void AnalyzeSum(OperationAnalysisContext context, Classification labels)
    {
        if (context.Operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
            return;
        Check(context, sum.LeftOperand, labels);
        Check(context, sum.RightOperand, labels);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, Classification labels)
    {
        if (context.Operation is IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: { } instance })
            Check(context, instance, labels);
    }

    private static void Check(OperationAnalysisContext context, IOperation value, Classification labels)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (labels.PrintedMember(value.Type) is { } member && value.Syntax.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, value.Type!.Name, member));
    }
}
