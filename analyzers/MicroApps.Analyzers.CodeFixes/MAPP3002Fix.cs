using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Labels a property with one of the labels that the project declares.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP3002Fix)), Shared]
public sealed class MAPP3002Fix : CodeFixProvider
{
    private const string Suffix = "Attribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [MAPP3002UnlabelledProperty.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || Classification.In(model.Compilation) is not { } classification)
            return;
        var labels = new SortedDictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        Collect(model.Compilation.Assembly.GlobalNamespace, classification, labels);
        foreach (var diagnostic in context.Diagnostics)
        {
            var property = root!.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
            if (property is not { AttributeLists: [.., var list] })
                continue;
            foreach (var label in labels.Values)
            {
                var name = label.ToMinimalDisplayString(model, property.SpanStart);
                name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
                context.Offer(diagnostic, $"Label it [{name}]", "MAPP3002." + name, new TextSpan(list.Attributes.Last().Span.End, 0), ", " + name);
            }
        }
    }

    private static void Collect(INamespaceOrTypeSymbol outer, Classification classification, SortedDictionary<string, INamedTypeSymbol> labels)
    {
        foreach (var member in outer.GetMembers())
            if (member is INamespaceSymbol inner)
                Collect(inner, classification, labels);
            else if (member is INamedTypeSymbol { IsAbstract: false } type && type.Name != "DataClassificationAttribute" && classification.IsLabel(type) && HasPlainConstructor(type))
                labels[type.ToDisplayString()] = type;
    }

    private static bool HasPlainConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
            if (constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
                return true;
        return false;
    }
}
