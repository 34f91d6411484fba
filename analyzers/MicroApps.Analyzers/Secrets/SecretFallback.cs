using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Recognises a value that is taken when a setting is not there.</summary>
internal static class SecretFallback
{
    /// <summary>Whether a literal is the fallback of the lookup of a secret setting.</summary>
    public static bool IsOne(ExpressionSyntax literal) => SettingOf(literal) is { } name && SecretNames.Classify(name, []) != SecretKind.None;

    /// <summary>The name of the setting whose fallback the literal is; null when it is none.</summary>
    public static string? SettingOf(ExpressionSyntax literal)
    {
        var outer = literal;
        while (outer.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            outer = (ExpressionSyntax)outer.Parent;
        return outer.Parent switch
        {
            BinaryExpressionSyntax choice when choice.IsKind(SyntaxKind.CoalesceExpression) && choice.Right == outer => SettingRead(choice.Left),
            ConditionalExpressionSyntax choice when choice.WhenTrue == outer => SettingRead(choice.WhenFalse),
            ConditionalExpressionSyntax choice when choice.WhenFalse == outer => SettingRead(choice.WhenTrue),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }, var fallback] } call } argument
                when argument == fallback && NameOf(call) is "GetValue" => SecretTarget.TextOf(name),
            _ => null,
        };
    }

    /// <summary>The name of the setting that an expression reads from the environment or from configuration.</summary>
    public static string? SettingRead(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => SettingRead(inner.Expression),
        PostfixUnaryExpressionSyntax inner => SettingRead(inner.Operand),
        BinaryExpressionSyntax choice when choice.IsKind(SyntaxKind.CoalesceExpression) => SettingRead(choice.Right) ?? SettingRead(choice.Left),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } => SecretTarget.TextOf(index),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }, ..] } call when IsLookup(NameOf(call)) => SecretTarget.TextOf(name),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var section } => SettingRead(section),
        _ => null,
    };

    private static bool IsLookup(string name) => name is "GetEnvironmentVariable" or "GetValue" or "GetSection" or "GetRequiredSection" or "GetConnectionString" or "Get" or "GetSecret";

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => "",
    };
}
