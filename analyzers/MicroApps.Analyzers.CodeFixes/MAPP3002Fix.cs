using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Labels a property with one of the labels that the project declares, or with the SDK's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP3002Fix)), Shared]
public sealed class MAPP3002Fix() : SourceFix(MAPP3002UnlabelledProperty.Id)
{
    private const string Suffix = "Attribute", Own = "DataLabel", Namespace = "MicroApps";

    // What most text is comes first; what anybody may see comes last.
    private static readonly string[] s_classes = ["Confidential", "Internal", "Regulated", "Public"];

    private protected override void Offer(FixPlace place)
    {
        var property = place.Root.FindToken(place.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
        if (Classification.In(place.Model.Compilation) is not { } classification || property is not { AttributeLists: [.., var list] })
            return;
        var labels = new SortedDictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        Collect(place.Model.Compilation.Assembly.GlobalNamespace, classification, labels);
        var end = new TextSpan(list.Attributes.Last().Span.End, 0);
        foreach (var label in labels.Values)
        {
            var name = label.ToMinimalDisplayString(place.Model, property.SpanStart);
            name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
            place.Offer($"Label it [{name}]", "MAPP3002." + name, end, ", " + name);
        }

        if (place.Model.Compilation.GetTypeByMetadataName(Classification.OwnName) is { } own)
            OfferOwn(place, property, own, end);
    }

    private static void OfferOwn(FixPlace place, PropertyDeclarationSyntax property, INamedTypeSymbol own, TextSpan end)
    {
        var (label, choice) = (Found(place.Model, property, own), Found(place.Model, property, own.InstanceConstructors[0].Parameters[0].Type));
        var isInScope = label == true && choice == true;
        // A name that means something else here stays what it is.
        var usings = isInScope || label == false || choice == false ? null : UsingDirective.For(Namespace, property);
        var prefix = isInScope || usings is not null ? "" : $"global::{Namespace}.";
        foreach (var name in s_classes)
        {
            var added = new TextChange(end, $", {prefix}{Own}({prefix}DataClass.{name})");
            place.Offer($"Label it [{Own}(DataClass.{name})]", "MAPP3002." + Own + name, usings is { } line ? [line, added] : [added]);
        }
    }

    /// <summary>Whether a type's name means it at a place; null when it means nothing.</summary>
    private static bool? Found(SemanticModel model, SyntaxNode place, ITypeSymbol type)
    {
        var found = model.LookupNamespacesAndTypes(place.SpanStart, name: type.Name);
        return found.IsEmpty ? null : found is [var only] && SymbolEqualityComparer.Default.Equals(only, type);
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
