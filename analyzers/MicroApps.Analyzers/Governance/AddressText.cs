using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Reads the text of an address: of a literal, of a text put together, of a <c>Uri</c> made of one, and one step back to where a variable was declared.</summary>
internal static class AddressText
{
    public static string? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => Of(expression, model, isStep: false, cancellation);

    private static string? Of(ExpressionSyntax expression, SemanticModel model, bool isStep, CancellationToken cancellation) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Of(inner.Expression, model, isStep, cancellation),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }, ..] } => Of(first, model, isStep, cancellation),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Uri", Expression: ObjectCreationExpressionSyntax builder } => Of(builder, model, isStep, cancellation),
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax only] } => only.TextToken.ValueText,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => model.GetConstantValue(expression, cancellation).Value as string ?? (isStep ? null : Declared(expression, model, cancellation)),
        _ => FoldedText.Of(expression, model, cancellation)?.Text,
    };

    private static string? Declared(ExpressionSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(name, cancellation).Symbol is not { } symbol || symbol is not (ILocalSymbol or IFieldSymbol { IsReadOnly: true }))
            return null;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
            if (reference.SyntaxTree == name.SyntaxTree && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value })
                return Of(value, model, isStep: true, cancellation);
        return null;
    }
}
