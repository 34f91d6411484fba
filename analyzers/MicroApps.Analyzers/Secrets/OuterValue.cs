using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Goes out from a value to the expression that still is the value: through brackets, casts, choices, collections, conversions to bytes.</summary>
internal static class OuterValue
{
    public static ExpressionSyntax Of(ExpressionSyntax value)
    {
        while (Next(value) is { } outer)
            value = outer;
        return value;
    }

    private static ExpressionSyntax? Next(ExpressionSyntax value) => value.Parent switch
    {
        ParenthesizedExpressionSyntax outer => outer,
        CastExpressionSyntax outer => outer,
        PostfixUnaryExpressionSyntax outer when outer.IsKind(SyntaxKind.SuppressNullableWarningExpression) => outer,
        ConditionalExpressionSyntax outer when outer.Condition != value => outer,
        BinaryExpressionSyntax outer when outer.IsKind(SyntaxKind.CoalesceExpression) && outer.Right == value => outer,
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax outer } => outer,
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax outer } => outer,
        InitializerExpressionSyntax { Parent: ExpressionSyntax outer } list when list.IsKind(SyntaxKind.ArrayInitializerExpression) || list.IsKind(SyntaxKind.CollectionInitializerExpression) => outer,
        InitializerExpressionSyntax list when list.IsKind(SyntaxKind.ArrayInitializerExpression) && list.Parent is EqualsValueClauseSyntax => list,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax outer } argument when IsConversion(outer, argument) => outer,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer, Name.Identifier.ValueText: "ToCharArray" or "Trim" or "ToString" or "AsSpan" or "AsMemory" or "ToArray" } => outer,
        _ => null,
    };

    private static bool IsConversion(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call.ArgumentList.Arguments[0] == argument
        && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString" };
}
