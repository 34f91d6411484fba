using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Finds where configuration can be read at a place.</summary>
internal static class ConfigurationSource
{
    private const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>An expression of type <c>IConfiguration</c> that is in scope, assigned and reachable; null when there is none.</summary>
    public static string? Find(ExpressionSyntax place, SemanticModel model, CancellationToken cancellation)
    {
        if (model.Compilation.GetTypeByMetadataName(Configuration) is not { } type)
            return null;
        string? builder = null;
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
        {
            if (TypeOf(symbol) is not { } found || !IsUsable(symbol, place, model, cancellation))
                continue;
            if (Is(found, type))
                return symbol.Name;
            // builder.Configuration of every kind of host.
            if (builder is null && symbol is ILocalSymbol or IParameterSymbol && HasConfiguration(found, type))
                builder = symbol.Name + ".Configuration";
        }

        return builder;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    // A local must stand before the place; an instance's member cannot be read where the instance is being made, or from static code.
    private static bool IsUsable(ISymbol symbol, ExpressionSyntax place, SemanticModel model, CancellationToken cancellation)
    {
        var inInitializer = place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null };
        if (symbol is ILocalSymbol)
            return symbol.DeclaringSyntaxReferences.Length == 1 && symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is { } declared
                && declared.Span.End < place.SpanStart && !IsInStaticFunction(place, declared);
        if (symbol is IParameterSymbol)
            return !IsInStaticFunction(place, null);
        var inStatic = model.GetEnclosingSymbol(place.SpanStart, cancellation) is { IsStatic: true };
        return symbol.IsStatic || (!inInitializer && !inStatic);
    }

    private static bool IsInStaticFunction(ExpressionSyntax place, SyntaxNode? declared)
    {
        for (SyntaxNode? node = place; node is not null && (declared is null || !node.Span.Contains(declared.Span)); node = node.Parent)
            if (node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax && HasStatic(node))
                return true;
        return false;
    }

    private static bool HasStatic(SyntaxNode node)
    {
        var modifiers = node is LocalFunctionStatementSyntax function ? function.Modifiers : ((AnonymousFunctionExpressionSyntax)node).Modifiers;
        foreach (var modifier in modifiers)
            if (modifier.ValueText == "static")
                return true;
        return false;
    }

    private static bool HasConfiguration(ITypeSymbol type, INamedTypeSymbol configuration)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (HasOwn(current, configuration))
                return true;
        foreach (var one in type.AllInterfaces)
            if (HasOwn(one, configuration))
                return true;
        return false;
    }

    private static bool HasOwn(ITypeSymbol type, INamedTypeSymbol configuration)
    {
        foreach (var member in type.GetMembers("Configuration"))
            if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } property && Is(property.Type, configuration))
                return true;
        return false;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol configuration)
    {
        if (SymbolEqualityComparer.Default.Equals(type, configuration))
            return true;
        foreach (var one in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(one, configuration))
                return true;
        return false;
    }
}
