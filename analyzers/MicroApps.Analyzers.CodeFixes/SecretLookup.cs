using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace MicroApps.Analyzers;

/// <summary>Writes the code that reads a secret at run time and says what to do when it is not set.</summary>
internal static class SecretLookup
{
    private const string Throw = "throw new global::System.InvalidOperationException";

    /// <summary>A lookup in configuration, or in the environment where there is none, that takes the place of an expression.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax replaced, string name, string? configuration)
    {
        var lookup = configuration is null
            ? $"global::System.Environment.GetEnvironmentVariable({Quote(SettingNames.OfEnvironment(name))}) ?? {Missing(SettingNames.OfEnvironment(name), false)}"
            : $"{configuration}[{Quote(SettingNames.OfConfiguration(name))}] ?? {Missing(SettingNames.OfConfiguration(name), true)}";
        return Finish(NeedsBrackets(replaced) ? $"({lookup})" : lookup, replaced);
    }

    /// <summary>What is thrown in the place of a fallback.</summary>
    public static ExpressionSyntax ThrowOf(ExpressionSyntax replaced, string setting, bool isConfiguration) => Finish(Missing(setting, isConfiguration), replaced);

    private static ExpressionSyntax Finish(string code, ExpressionSyntax replaced) =>
        SyntaxFactory.ParseExpression(code).WithTriviaFrom(replaced).WithAdditionalAnnotations(Formatter.Annotation, Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);

    private static string Missing(string setting, bool isConfiguration) => isConfiguration
        ? $"{Throw}({Quote($"{setting} is not set: dotnet user-secrets set \"{setting}\" <value>")})"
        : $"{Throw}({Quote($"The environment variable {setting} is not set.")})";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static bool NeedsBrackets(ExpressionSyntax replaced) =>
        replaced.Parent is not (EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArgumentSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax
            or InitializerExpressionSyntax or ExpressionElementSyntax or AnonymousObjectMemberDeclaratorSyntax or SwitchExpressionArmSyntax or LambdaExpressionSyntax);
}
