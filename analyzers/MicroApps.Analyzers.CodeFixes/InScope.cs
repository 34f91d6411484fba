using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Finds what code at a place can name.</summary>
internal static class InScope
{
    /// <summary>An expression of a type: a variable, a parameter, a field or a property; or a property of one of the first two.</summary>
    public static string? Find(SemanticModel model, SyntaxNode place, INamedTypeSymbol wanted, string? property = null)
    {
        var (isStatic, isInitializer) = MemberOf(place);
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
        {
            var type = symbol switch
            {
                ILocalSymbol local when IsBefore(local, place) => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field when field.IsStatic || !(isStatic || isInitializer) => field.Type,
                IPropertySymbol own when own.IsStatic || !(isStatic || isInitializer) => own.Type,
                _ => null,
            };
            if (type is null || !symbol.CanBeReferencedByName)
                continue;
            if (Is(type, wanted))
                return symbol.Name;
            if (property is not null && symbol is ILocalSymbol or IParameterSymbol && HasProperty(type, property, wanted))
                return symbol.Name + "." + property;
        }

        return null;
    }

    private static (bool IsStatic, bool IsInitializer) MemberOf(SyntaxNode place)
    {
        for (var (inner, outer) = (place, place.Parent); outer is not null; inner = outer, outer = outer.Parent)
            switch (outer)
            {
                case FieldDeclarationSyntax field:
                    return (field.Modifiers.Any(SyntaxKind.StaticKeyword), true);
                case PropertyDeclarationSyntax property:
                    return (property.Modifiers.Any(SyntaxKind.StaticKeyword), inner is EqualsValueClauseSyntax);
                case BaseMethodDeclarationSyntax method:
                    return (method.Modifiers.Any(SyntaxKind.StaticKeyword), false);
            }

        return (false, false);
    }

    private static bool IsBefore(ILocalSymbol local, SyntaxNode place) =>
        local.DeclaringSyntaxReferences is [var declared] && declared.Span.End <= place.SpanStart;

    private static bool HasProperty(ITypeSymbol type, string name, INamedTypeSymbol wanted)
    {
        for (var one = type; one is not null; one = one.BaseType)
            foreach (var member in one.GetMembers(name))
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } property && Is(property.Type, wanted))
                    return true;
        foreach (var contract in type.AllInterfaces)
            foreach (var member in contract.GetMembers(name))
                if (type.TypeKind == TypeKind.Interface && member is IPropertySymbol property && Is(property.Type, wanted))
                    return true;
        return false;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol wanted)
    {
        if (SymbolEqualityComparer.Default.Equals(type, wanted))
            return true;
        foreach (var contract in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(contract, wanted))
                return true;
        return false;
    }
}
