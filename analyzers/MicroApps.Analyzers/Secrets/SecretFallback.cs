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
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when NameOf(call) is "GetValue" => SettingOfDefault(call.ArgumentList.Arguments, argument),
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

    /// <summary>Whether an argument without a name is the key itself, as the last one of <c>GetValue(configuration, "Name")</c>: the parameter tells.</summary>
    public static bool IsKey(ExpressionSyntax literal, SemanticModel model, CancellationToken cancellation) =>
        literal.Parent is ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Parameters: var parameters }
        && list.Arguments.IndexOf(argument) is var i && i < parameters.Length && parameters[i].Name == "key";

    // GetValue(key, default), GetValue(type, key, default), GetValue(configuration, key, default), each perhaps with names.
    private static string? SettingOfDefault(SeparatedSyntaxList<ArgumentSyntax> arguments, ArgumentSyntax fallback)
    {
        var i = arguments.IndexOf(fallback);
        if (fallback.NameColon is { } name ? name.Name.Identifier.ValueText != "defaultValue" : i == 0 || i != arguments.Count - 1)
            return null;
        foreach (var argument in arguments)
            if (argument.NameColon?.Name.Identifier.ValueText == "key")
                return SecretTarget.TextOf(argument.Expression);
        return i > 0 && arguments[i - 1].NameColon is null ? SecretTarget.TextOf(arguments[i - 1].Expression) : null;
    }

    private static bool IsLookup(string name) => name is "GetEnvironmentVariable" or "GetValue" or "GetSection" or "GetRequiredSection" or "GetConnectionString" or "Get" or "GetSecret";

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => "",
    };
}
