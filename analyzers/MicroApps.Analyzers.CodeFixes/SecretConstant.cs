using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>A secret that is declared constant although nothing needs it to be: a private field becomes a static property, a local constant a variable.</summary>
internal sealed class SecretConstant
{
    private readonly SyntaxNode _declaration;
    private readonly SyntaxToken _keyword;
    private readonly VariableDeclaratorSyntax _variable;

    private SecretConstant(SyntaxNode declaration, SyntaxToken keyword, VariableDeclaratorSyntax variable) => (_declaration, _keyword, _variable) = (declaration, keyword, variable);

    public bool IsField => _declaration is FieldDeclarationSyntax;

    /// <summary>The constant whose whole value a secret is; null when there is none, or its uses or its type may need it to be constant.</summary>
    public static SecretConstant? At(ExpressionSyntax secret, SemanticModel model, CancellationToken cancellation)
    {
        if (secret.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } declaration } } variable }
            || model.GetDeclaredSymbol(variable, cancellation) is not { } symbol)
            return null;
        var modifiers = declaration is FieldDeclarationSyntax { AttributeLists.Count: 0 } field && symbol.DeclaredAccessibility == Accessibility.Private ? field.Modifiers
            : declaration is LocalDeclarationStatementSyntax local ? local.Modifiers : default;
        var keyword = modifiers.FirstOrDefault(token => token.IsKind(SyntaxKind.ConstKeyword));
        if (keyword.RawKind == 0 || modifiers.Any(SyntaxKind.NewKeyword) || symbol.ContainingType?.TypeKind == TypeKind.Interface)
            return null;
        return UsesMayChange(symbol, declaration, model.Compilation, cancellation) ? new(declaration, keyword, variable) : null;
    }

    /// <summary>The changes that make it a lookup.</summary>
    public IReadOnlyList<TextChange> Loosen(string lookup)
    {
        var value = _variable.Initializer!;
        return IsField
            ? [new(_keyword.Span, "static"), new(TextSpan.FromBounds(value.EqualsToken.SpanStart, value.Value.Span.End), "=> " + lookup)]
            : [new(TextSpan.FromBounds(_keyword.SpanStart, _keyword.GetNextToken().SpanStart), ""), new(value.Value.Span, lookup)];
    }

    private static bool UsesMayChange(ISymbol symbol, SyntaxNode declaration, Compilation compilation, CancellationToken cancellation)
    {
        IEnumerable<SyntaxNode> scopes = symbol is ILocalSymbol
            ? [declaration.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : declaration.Parent!]
            : symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));
        foreach (var scope in scopes)
        {
            SemanticModel? model = null;
            foreach (var node in scope.DescendantNodes())
                if (node is IdentifierNameSyntax name && name.Identifier.ValueText == symbol.Name
                    && SymbolEqualityComparer.Default.Equals((model ??= compilation.GetSemanticModel(scope.SyntaxTree)).GetSymbolInfo(name, cancellation).Symbol, symbol)
                    && !MayChange(name, symbol is ILocalSymbol ? declaration : null))
                    return false;
        }

        return true;
    }

    private static bool MayChange(IdentifierNameSyntax use, SyntaxNode? local)
    {
        // A variable has to be set before a function reads it, and is out of reach of a static one.
        if (local is not null && (use.SpanStart < local.Span.End || InScope.IsInStaticFunction(use, local)))
            return false;
        foreach (var outer in use.Ancestors())
            switch (outer)
            {
                case AttributeSyntax or ParameterSyntax or SwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } or GotoStatementSyntax or LocalDeclarationStatementSyntax { IsConst: true }:
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                case LocalFunctionStatementSyntax when local is not null:
                    return false;
            }

        return true;
    }
}
