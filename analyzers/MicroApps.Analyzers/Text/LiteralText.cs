using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Reads the text of an expression that is of literals alone.</summary>
internal static class LiteralText
{
    /// <summary>The text of a whole literal, or of a whole sum of literals; null for everything else.</summary>
    public static string? Of(ExpressionSyntax expression) =>
        expression.Parent is BinaryExpressionSyntax outer && outer.IsKind(SyntaxKind.AddExpression) ? null : OfPart(expression);

    private static string? OfPart(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text] } => text.TextToken.ValueText,
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => OfSum(sum),
        _ => null,
    };

    private static string? OfSum(BinaryExpressionSyntax sum)
    {
        var pieces = new Stack<string>();
        ExpressionSyntax left = sum;
        for (; left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression); left = inner.Left)
        {
            if (inner.Right is BinaryExpressionSyntax || OfPart(inner.Right) is not { } piece)
                return null;
            pieces.Push(piece);
        }

        if (OfPart(left) is not { } first)
            return null;
        var text = new StringBuilder(first);
        while (pieces.Count > 0)
            text.Append(pieces.Pop());
        return text.ToString();
    }
}
