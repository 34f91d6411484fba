using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Tells where a raw client is right: in the SDK's own registration, in a model provider, and where it is governed at once.</summary>
internal sealed class GovernedPlace(Compilation compilation)
{
    private readonly INamedTypeSymbol? _provider = compilation.GetTypeByMetadataName("MicroApps.ModelProvider");
    private readonly INamedTypeSymbol? _builder = compilation.GetTypeByMetadataName("MicroApps.MicroAppBuilder");

    public bool Contains(IOperation creation)
    {
        if (_provider is null && _builder is null)
            return false;
        for (var type = creation.SemanticModel?.GetEnclosingSymbol(creation.Syntax.SpanStart)?.ContainingType; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, _provider))
                return true;
        for (var outer = creation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IInvocationOperation { TargetMethod: var method } && (IsOfBuilder(method.ContainingType) || IsOfBuilder(method.ReturnType)))
                return true;
        return IsGoverned(creation.Syntax);
    }

    private bool IsOfBuilder(ITypeSymbol type) => _builder is not null && SymbolEqualityComparer.Default.Equals(type, _builder);

    // new OpenAIChatClient(options).Govern(app), also by way of a variable.
    private static bool IsGoverned(SyntaxNode creation)
    {
        for (var outer = creation.Parent; outer is not null and not StatementSyntax and not MemberDeclarationSyntax; outer = outer.Parent)
        {
            if (outer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Govern" } })
                return true;
            if (outer is VariableDeclaratorSyntax { Identifier.ValueText: var name } variable)
                return IsGovernedLater(name, variable);
        }

        return false;
    }

    private static bool IsGovernedLater(string name, VariableDeclaratorSyntax variable)
    {
        var scope = variable.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax or TypeDeclarationSyntax);
        if (scope is null)
            return false;
        foreach (var node in scope.DescendantNodes())
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Govern", Expression: var receiver } && RootOf(receiver) == name)
                return true;
        return false;
    }

    private static string? RootOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => RootOf(member.Expression),
        InvocationExpressionSyntax call => RootOf(call.Expression),
        ParenthesizedExpressionSyntax inner => RootOf(inner.Expression),
        _ => null,
    };
}
