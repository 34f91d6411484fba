using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Writes the code that reads a secret at run time and says what to do when it is not set.</summary>
internal static class SecretLookup
{
    /// <summary>A lookup in configuration, or in the environment where there is none, that takes the place of an expression.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax replaced, string name, string? configuration, SemanticModel model)
    {
        var setting = configuration is null ? SettingNames.OfEnvironment(name) : SettingNames.OfConfiguration(name);
        var read = configuration is null ? $"{TypeName("Environment", replaced, model)}.GetEnvironmentVariable({Quote(setting)})" : $"{configuration}[{Quote(setting)}]";
        var lookup = $"{read} ?? {Missing(setting, configuration is not null, replaced, model)}";
        return Finish(NeedsBrackets(replaced) ? $"({lookup})" : lookup, replaced);
    }

    /// <summary>What is thrown in the place of a fallback.</summary>
    public static ExpressionSyntax ThrowOf(ExpressionSyntax replaced, string setting, bool isConfiguration, SemanticModel model) =>
        Finish(Missing(setting, isConfiguration, replaced, model), replaced);

    private static ExpressionSyntax Finish(string code, ExpressionSyntax replaced) => SyntaxFactory.ParseExpression(code).WithTriviaFrom(replaced);

    private static string Missing(string setting, bool isConfiguration, ExpressionSyntax place, SemanticModel model)
    {
        var message = isConfiguration ? $"{setting} is not set: dotnet user-secrets set \"{setting}\" <value>" : $"The environment variable {setting} is not set.";
        return $"throw new {TypeName(nameof(InvalidOperationException), place, model)}({Quote(message)})";
    }

    // By its short name where that means the type of System.
    private static string TypeName(string name, ExpressionSyntax place, SemanticModel model)
    {
        var found = model.LookupSymbols(place.SpanStart, name: name);
        return found.Length == 1 && found[0] is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? name : "global::System." + name;
    }

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static bool NeedsBrackets(ExpressionSyntax replaced) =>
        replaced.Parent is not (EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArgumentSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax
            or InitializerExpressionSyntax or ExpressionElementSyntax or AnonymousObjectMemberDeclaratorSyntax or SwitchExpressionArmSyntax or LambdaExpressionSyntax);
}
