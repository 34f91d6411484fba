using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Writes the code that reads a secret at run time and says what to do when it is not set.</summary>
internal static class SecretLookup
{
    /// <summary>A lookup in configuration, or in the environment where there is none, that takes the place of an expression.</summary>
    public static string Of(ExpressionSyntax replaced, string name, string? configuration, SemanticModel model)
    {
        if (configuration is not null)
            return Reading(replaced, $"{configuration}[{Quote(SettingNames.OfConfiguration(name))}]", SettingNames.OfConfiguration(name), model);
        var variable = SettingNames.OfEnvironment(name);
        return Finish(replaced, $"{TypeName("Environment", replaced, model)}.GetEnvironmentVariable({Quote(variable)}) ?? {Missing(variable, isConfiguration: false, replaced, model)}");
    }

    /// <summary>An expression that reads a setting, with what is thrown when that is not there.</summary>
    public static string Reading(ExpressionSyntax replaced, string read, string setting, SemanticModel model) =>
        Finish(replaced, $"{read} ?? {Missing(setting, isConfiguration: true, replaced, model)}");

    /// <summary>What is thrown in the place of a fallback.</summary>
    public static string ThrowOf(ExpressionSyntax replaced, string setting, bool isConfiguration, SemanticModel model) => Missing(setting, isConfiguration, replaced, model);

    /// <summary>Whether a choice has to stand in brackets in the place of an expression.</summary>
    public static bool NeedsBrackets(ExpressionSyntax replaced) =>
        replaced.Parent is not (EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArgumentSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax
            or InitializerExpressionSyntax or ExpressionElementSyntax or AnonymousObjectMemberDeclaratorSyntax or SwitchExpressionArmSyntax or LambdaExpressionSyntax);

    private static string Finish(ExpressionSyntax replaced, string lookup) => NeedsBrackets(replaced) ? $"({lookup})" : lookup;

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
}
