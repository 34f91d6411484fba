using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Tells by syntax alone which expressions put text together.</summary>
internal static class FoldedShape
{
    // A sum of numbers is not text; one of two names may be.
    private const int MaxNames = 4, MinLiteral = 14;

    /// <summary>Whether the expression puts text together and is not a part of one that does.</summary>
    public static bool IsWhole(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Text.Length > MinLiteral && HasEscape(literal) && !IsPart(literal),
        BinaryExpressionSyntax sum => MayBeText(sum) && !IsPart(sum),
        InterpolatedStringExpressionSyntax text => text.Contents.Count > 1 && !IsPart(text),
        InvocationExpressionSyntax call => (JoinsText(call) || IsFormat(call)) && !IsPart(call),
        _ => false,
    };

    /// <summary>Whether a call joins pieces without anything between.</summary>
    public static bool JoinsText(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Join" or "Append" or "ToString" })
            return false;
        return PartsOf(call) is not null;
    }

    /// <summary>Whether it is a call of <c>string.Format</c> with a literal. Its arguments stay values of their own.</summary>
    public static bool IsFormat(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } }
        && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax }, _, ..];

    /// <summary>The pieces that a call joins without anything between: of <c>string.Concat</c>, of <c>string.Join("", …)</c>, of a chain of <c>Append</c>.</summary>
    public static IEnumerable<ExpressionSyntax>? PartsOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member)
            return null;
        var arguments = call.ArgumentList.Arguments;
        return name switch
        {
            "Concat" when member.Expression is PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } => Expressions(arguments, 0),
            "Join" when arguments.Count > 1 && IsEmptyText(arguments[0].Expression) => Expressions(arguments, 1),
            "Append" when arguments.Count == 1 => [member.Expression, arguments[0].Expression],
            "ToString" when arguments.Count == 0 && member.Expression is InvocationExpressionSyntax inner && JoinsText(inner) => [inner],
            _ => null,
        };
    }

    private static IEnumerable<ExpressionSyntax> Expressions(SeparatedSyntaxList<ArgumentSyntax> arguments, int first)
    {
        for (var i = first; i < arguments.Count; i++)
            yield return arguments[i].Expression;
    }

    private static bool IsEmptyText(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.ValueText: "" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" };

    private static bool HasEscape(LiteralExpressionSyntax literal) =>
        literal.Token.Text.IndexOf('\\') >= 0 && literal.Token.Text.IndexOf(literal.Token.ValueText, StringComparison.Ordinal) < 0;

    /// <summary>Whether it is a piece of an expression that puts text together.</summary>
    public static bool IsPart(ExpressionSyntax expression)
    {
        var parent = expression.Parent;
        while (parent is ParenthesizedExpressionSyntax)
            parent = parent.Parent;
        return parent switch
        {
            BinaryExpressionSyntax sum => sum.IsKind(SyntaxKind.AddExpression),
            InterpolationSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => JoinsText(call),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => JoinsText(call),
            _ => false,
        };
    }

    private static bool MayBeText(BinaryExpressionSyntax sum)
    {
        var names = 1;
        ExpressionSyntax left = sum;
        for (; left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression); left = inner.Left, names++)
            if (IsText(inner.Right))
                return true;
            else if (inner.Right is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
                names += MaxNames;
        return IsText(left) || (names <= MaxNames && left is IdentifierNameSyntax or MemberAccessExpressionSyntax);
    }

    private static bool IsText(ExpressionSyntax expression) =>
        expression is InterpolatedStringExpressionSyntax
        || expression.IsKind(SyntaxKind.StringLiteralExpression)
        || (expression is ParenthesizedExpressionSyntax inner && IsText(inner.Expression));
}
