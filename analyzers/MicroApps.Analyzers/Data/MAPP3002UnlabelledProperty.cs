using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP3002: a text property of a record for a vector store has no label.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP3002UnlabelledProperty : DiagnosticAnalyzer
{
    internal const string Id = "MAPP3002";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Unlabelled property of a vector record",
        "'{0}' is written to a vector store without a label; say with an attribute what class of data it holds",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is in a vector store comes back in answers to others. The label says who may see it and how long it is kept.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var data = start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.VectorData.VectorStoreDataAttribute")
                ?? start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.VectorData.VectorStoreRecordDataAttribute");
            if (data is not null && Classification.In(start.Compilation) is { } classification)
                start.RegisterSymbolAction(c => Analyze(c, data, classification), SymbolKind.Property);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol data, Classification classification)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (!IsText(property.Type) || !IsData(property, data) || classification.IsLabelled(property) || classification.IsLabelled(property.ContainingType))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, property.Locations[0], property.Name));
    }

    private static bool IsData(IPropertySymbol property, INamedTypeSymbol data)
    {
        foreach (var attribute in property.GetAttributes())
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, data))
                return true;
        return false;
    }

    // Numbers, dates and choices say little by themselves; text and lists of text may say anything.
    private static bool IsText(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } => true,
        IArrayTypeSymbol list => IsText(list.ElementType),
        INamedTypeSymbol { TypeArguments: [var element], ContainingNamespace.Name: "Generic" } => IsText(element),
        INamedTypeSymbol { TypeArguments: [_, var value], ContainingNamespace.Name: "Generic" } => IsText(value),
        _ => false,
    };
}
