using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Finds the name of what a value goes to, or is compared with.</summary>
internal static class SecretTarget
{
    /// <summary>The name by syntax alone; null when there is none, or when only the semantic model knows it.</summary>
    public static string? NameOf(ExpressionSyntax value)
    {
        var outer = OuterValue.Of(value);
        return outer.Parent switch
        {
            EqualsValueClauseSyntax clause => NameOfDeclared(clause.Parent),
            AssignmentExpressionSyntax assignment when assignment.Right == outer => NameOfExpression(assignment.Left),
            BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression) =>
                NameOfExpression(comparison.Left == outer ? comparison.Right : comparison.Left),
            ConstantPatternSyntax pattern => NameOfMatched(pattern),
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => NameOfExpression(choice.Expression),
            InitializerExpressionSyntax pair when pair.IsKind(SyntaxKind.ComplexElementInitializerExpression) => pair.Expressions.IndexOf(outer) == 1 ? TextOf(pair.Expressions[0]) : null,
            LambdaExpressionSyntax lambda when lambda.ExpressionBody == outer => NameOf(lambda),
            ArrowExpressionClauseSyntax arrow => NameOfDeclared(arrow.Parent),
            ReturnStatementSyntax or YieldStatementSyntax => NameOfMember(outer),
            AttributeArgumentSyntax argument => argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText,
            AnonymousObjectMemberDeclaratorSyntax member => member.NameEquals?.Name.Identifier.ValueText,
            ArgumentSyntax argument => ArgumentTarget.NameOf(argument),
            _ => null,
        };
    }

    /// <summary>The name that a variable, a property, a field or an element has.</summary>
    public static string? NameOfExpression(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText is "Value" or "Length" ? NameOfExpression(member.Expression) : member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax access => NameOfExpression(access.WhenNotNull),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } element => TextOf(index) ?? NameOfExpression(element.Expression),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var index }] } => TextOf(index),
        ParenthesizedExpressionSyntax inner => NameOfExpression(inner.Expression),
        PostfixUnaryExpressionSyntax inner => NameOfExpression(inner.Operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString" } member } => NameOfExpression(member.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }, ..] } => TextOf(first),
        _ => null,
    };

    /// <summary>The text of a literal, or the last name of a constant.</summary>
    public static string? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static string? NameOfDeclared(SyntaxNode? node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => null,
    };

    private static string? NameOfMember(SyntaxNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
            if (outer is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
                return NameOfDeclared(outer);
            else if (outer is AnonymousFunctionExpressionSyntax function)
                return NameOf(function);
        return null;
    }

    private static string? NameOfMatched(PatternSyntax pattern)
    {
        SyntaxNode? outer = pattern.Parent;
        while (outer is BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax)
            outer = outer.Parent;
        return outer switch
        {
            IsPatternExpressionSyntax test => NameOfExpression(test.Expression),
            SubpatternSyntax { ExpressionColon.Expression: { } member } => NameOfExpression(member),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => NameOfExpression(choice.GoverningExpression),
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => NameOfExpression(choice.Expression),
            _ => null,
        };
    }
}
