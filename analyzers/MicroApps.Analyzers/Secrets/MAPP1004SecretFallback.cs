using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP1004: a secret is looked up, and a hard-coded one is taken when it is not there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP1004SecretFallback : DiagnosticAnalyzer
{
    internal const string Id = "MAPP1004";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Hard-coded fallback for a secret",
        "'{0}' is taken when '{1}' is not set; remove the fallback and fail with the name of the setting",
        Categories.Secrets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A fallback works on the machine of who wrote it, is committed with the source, and hides in production that the setting is missing.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.StringLiteralExpression, SyntaxKind.AddExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var node = (ExpressionSyntax)context.Node;
        if (SecretFallback.SettingOf(node) is not { } setting || LiteralText.Of(node) is not { Length: > 0 } value)
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(node.SyntaxTree);
        var kind = SecretNames.Classify(setting, options.List(RuleOptions.SecretNameWords));
        if (kind == SecretKind.None || !SecretValues.IsFallback(value, kind) || options.Allows(value) || PublicCredentials.Contains(value))
            return;
        if (KnownCredentials.AreIn(value) || ConnectionSecrets.Find(value) is not null)
            return;
        if (SecretFallback.IsKey(node, context.SemanticModel, context.CancellationToken))
            return;
        if (node.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, KnownCredentials.Mask(value), setting));
    }
}
