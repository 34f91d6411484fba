using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Finds what code at a place can name.</summary>
internal static class InScope
{
    /// <summary>An expression that reads the app's configuration, such as <c>builder.Configuration</c>; null when there is none.</summary>
    public static string? Configuration(SemanticModel model, SyntaxNode place) =>
        model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.IConfiguration") is { } wanted ? Find(model, place, wanted, "Configuration") : null;

    /// <summary>An expression of a type: a variable, a parameter, a field or a property; or else a property of one of the first two.</summary>
    public static string? Find(SemanticModel model, SyntaxNode place, INamedTypeSymbol wanted, string? property = null)
    {
        string? through = null;
        var member = MemberOf(place);
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
        {
            if (!symbol.CanBeReferencedByName || TypeOf(symbol) is not { } type || !IsUsable(symbol, place, member, model))
                continue;
            if (Is(type, wanted))
                return symbol.Name;
            if (property is not null && through is null && symbol is ILocalSymbol or IParameterSymbol && HasProperty(type, property, wanted))
                through = symbol.Name + "." + property;
        }

        return through;
    }

    /// <summary>Whether a node stands in a static function within another node, or within its member.</summary>
    public static bool IsInStaticFunction(SyntaxNode place, SyntaxNode? within)
    {
        for (var node = place.Parent; node is not null && (within is null || !node.Span.Contains(within.Span)); node = node.Parent)
            if ((node is LocalFunctionStatementSyntax function && function.Modifiers.Any(SyntaxKind.StaticKeyword))
                || (node is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)))
                return true;
        return false;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } own => own.Type,
        _ => null,
    };

    // A local must stand before the place; an instance's member cannot be read where the instance is being made, or from static code.
    private static bool IsUsable(ISymbol symbol, SyntaxNode place, (bool IsStatic, bool IsInitializer) member, SemanticModel model) => symbol switch
    {
        ILocalSymbol => symbol.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is var declared && declared.Span.End <= place.SpanStart && !IsInStaticFunction(place, declared),
        IParameterSymbol { ContainingSymbol: var owner } => !IsInStaticFunction(place, null) && (owner is not IMethodSymbol { MethodKind: MethodKind.Constructor } made || IsMade(made, place, member.IsStatic, model)),
        _ => symbol.IsStatic || (!member.IsInitializer && !member.IsStatic && !IsInStaticFunction(place, null) && IsOwn(symbol, model.GetEnclosingSymbol(place.SpanStart)?.ContainingType)),
    };

    // In the constructor itself, or, of a primary one, in what is not static of its type.
    private static bool IsMade(IMethodSymbol constructor, SyntaxNode place, bool isStatic, SemanticModel model) => model.GetEnclosingSymbol(place.SpanStart) is { } enclosing
        && (SymbolEqualityComparer.Default.Equals(constructor, enclosing) || (!isStatic && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, enclosing.ContainingType)));

    // Not that of a type around it.
    private static bool IsOwn(ISymbol symbol, INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type))
                return true;
        return false;
    }

    private static (bool IsStatic, bool IsInitializer) MemberOf(SyntaxNode place)
    {
        for (var (inner, outer) = (place, place.Parent); outer is not null; inner = outer, outer = outer.Parent)
            switch (outer)
            {
                case BaseFieldDeclarationSyntax field:
                    return (field.Modifiers.Any(SyntaxKind.StaticKeyword) || field.Modifiers.Any(SyntaxKind.ConstKeyword), true);
                case BasePropertyDeclarationSyntax property:
                    return (property.Modifiers.Any(SyntaxKind.StaticKeyword), inner is EqualsValueClauseSyntax);
                case BaseMethodDeclarationSyntax method:
                    return (method.Modifiers.Any(SyntaxKind.StaticKeyword), inner is ConstructorInitializerSyntax);
                case PrimaryConstructorBaseTypeSyntax:
                    return (false, true);
            }

        return (false, false);
    }

    private static bool HasProperty(ITypeSymbol type, string name, INamedTypeSymbol wanted)
    {
        for (var one = type; one is not null; one = one.BaseType)
            if (HasOwn(one, name, wanted))
                return true;
        if (type.TypeKind == TypeKind.Interface)
            foreach (var contract in type.AllInterfaces)
                if (HasOwn(contract, name, wanted))
                    return true;
        return false;
    }

    private static bool HasOwn(ITypeSymbol type, string name, INamedTypeSymbol wanted)
    {
        foreach (var member in type.GetMembers(name))
            if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } property && Is(property.Type, wanted))
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
