using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Replaces the fallback of a secret by an exception that names the setting: MAPP1004, and MAPP1001 where the fallback is a known key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SecretFallbackFix : CodeFixProvider
{
    private const string Title = "Fail with the name of the setting";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [MAPP1004SecretFallback.Id, MAPP1001CredentialInSource.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SecretPlaces.ExpressionAt(root, diagnostic) is not { } secret || !IsBehindChoice(secret) || SecretFallback.SettingOf(secret) is not { } setting
                || !SecretPlaces.TakesLookup(secret, model, cancellation))
                continue;
            var thrown = SecretLookup.ThrowOf(secret, setting, !IsFromEnvironment(secret), model);
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(secret, thrown))), nameof(SecretFallbackFix)), diagnostic);
        }
    }

    // An exception can be thrown behind ?? and in a choice, and without brackets alone.
    private static bool IsBehindChoice(ExpressionSyntax secret) =>
        (secret.Parent is BinaryExpressionSyntax choice && choice.IsKind(SyntaxKind.CoalesceExpression)) || secret.Parent is ConditionalExpressionSyntax;

    private static bool IsFromEnvironment(ExpressionSyntax secret)
    {
        foreach (var node in secret.Parent!.DescendantNodes())
            if (node is IdentifierNameSyntax { Identifier.ValueText: "GetEnvironmentVariable" })
                return true;
        return false;
    }
}
