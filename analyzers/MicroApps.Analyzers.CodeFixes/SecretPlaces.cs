using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Tells where a literal may be replaced by a lookup at run time.</summary>
internal static class SecretPlaces
{
    /// <summary>The expression that a diagnostic is about, when all of it is the secret; null when the secret is a part, or stands in a comment.</summary>
    public static ExpressionSyntax? ExpressionAt(SyntaxNode root, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        if (node is not ExpressionSyntax expression)
            return null;
        // Of a known format, the place is the key without the quotes around it.
        if (expression.Span != span && !(expression is LiteralExpressionSyntax { Token.Value: string text } && text.Length == span.Length))
            return null;
        return LiteralText.Of(expression) is null || expression.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? null : expression;
    }

    /// <summary>The name of what a value goes to; null when it has none.</summary>
    public static string? NameAt(ExpressionSyntax secret, SemanticModel model, CancellationToken cancellation) =>
        SecretTarget.NameOf(secret) ?? (secret.Parent is ArgumentSyntax argument ? ArgumentTarget.NameOf(argument, model, cancellation) : null);

    /// <summary>Whether an expression that is no constant may stand here.</summary>
    public static bool TakesLookup(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(expression, cancellation).ConvertedType?.SpecialType != SpecialType.System_String)
            return false;
        for (SyntaxNode? node = expression; node is not null; node = node.Parent)
            switch (node)
            {
                case AttributeSyntax or ParameterSyntax or SwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax:
                    return false;
                case LocalDeclarationStatementSyntax { IsConst: true }:
                    return false;
                case BaseFieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    return false;
                case AnonymousFunctionExpressionSyntax function when IsExpressionTree(function, model, cancellation):
                    return false;
            }

        return true;
    }

    private static bool IsExpressionTree(AnonymousFunctionExpressionSyntax function, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(function, cancellation).ConvertedType is { Name: "Expression" };
}
