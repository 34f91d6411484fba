using System.Collections.Immutable;
using MicroApps.Detection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP1002: a value that looks like a secret goes to something that is named as one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP1002LikelySecret : DiagnosticAnalyzer
{
    internal const string Id = "MAPP1002";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Likely secret in source",
        "'{0}' looks like the secret that '{1}' names; read it from configuration and replace it if it was ever committed",
        Categories.Secrets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Name and value agree that this is a password or a key. Who can read the source, its history or the built assembly can use it. Keep it in user secrets, in the environment or in a vault.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(
            Analyze, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.AddExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var node = (ExpressionSyntax)context.Node;
        if (LiteralText.Of(node) is not { } value)
        {
            AnalyzeHoles(context, node);
            return;
        }

        var name = SecretValues.MayBe(value) ? Find(context, node, value) : null;
        if (name is not null)
            Report(context, node, value, value, name);
        else if (NamedSecrets.FindIn(value) is { } inner)
            Report(context, node, value, inner.Value, inner.Name);
    }

    // $"…&api_key=4f1c…&q={query}"
    private static void AnalyzeHoles(SyntaxNodeAnalysisContext context, ExpressionSyntax node)
    {
        if (node is InterpolatedStringExpressionSyntax && FoldedText.Of(node, model: null, context.CancellationToken) is { Text: var text } && NamedSecrets.FindIn(text) is { } inner)
            Report(context, node, text, inner.Value, inner.Name);
    }

    private static void Report(SyntaxNodeAnalysisContext context, ExpressionSyntax node, string text, string value, string name)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(node.SyntaxTree);
        if (options.Allows(value) || PublicCredentials.Contains(value))
            return;
        // The other rules of secrets say more.
        if (KnownCredentials.AreIn(text) || ConnectionSecrets.Find(text) is not null || SecretFallback.IsOne(node))
            return;
        if (node.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, KnownCredentials.Mask(value), name));
    }

    private static string? Find(SyntaxNodeAnalysisContext context, ExpressionSyntax node, string value)
    {
        if (SecretTarget.NameOf(node) is { } name && Agrees(name, value, context))
            return name;
        if (!SecretValues.IsUnlikeAWord(value) || !SecretValues.IsOfSomeKind(value))
            return null;
        if (SiblingName.Of(node) is { } sibling && AgreesBeside(sibling, value, context))
            return sibling;
        // Only now the semantic model: it binds the whole member.
        var asked = OuterValue.Of(node).Parent switch
        {
            ArgumentSyntax argument => ArgumentTarget.NameOf(argument, context.SemanticModel, context.CancellationToken),
            AttributeArgumentSyntax argument => ArgumentTarget.NameOf(argument, context.SemanticModel, context.CancellationToken),
            _ => null,
        };
        return asked is not null && Agrees(asked, value, context) ? asked : null;
    }

    // A list of names may hold "password" and then "newPassword2": there the value has to be no name.
    private static bool AgreesBeside(string name, string value, SyntaxNodeAnalysisContext context) =>
        Agrees(name, value, context) && SecretNames.Classify(name, []) switch
        {
            SecretKind.Password => SecretValues.IsNoName(value) && (SiblingName.IsOptionOrSetting(name) || SecretShapes.HasSigns(value.AsSpan(), 1)),
            SecretKind.MaybeKey => SiblingName.IsOptionOrSetting(name),
            _ => SecretValues.IsNoName(value),
        };

    private static bool Agrees(string name, string value, SyntaxNodeAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree);
        return SecretNames.Classify(name, options.List(RuleOptions.SecretNameWords)) is var kind and not SecretKind.None && SecretValues.Is(value, kind);
    }
}
