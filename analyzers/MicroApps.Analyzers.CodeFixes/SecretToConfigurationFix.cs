using System.Collections.Immutable;
using System.Composition;
using MicroApps.Detection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Replaces a secret by a lookup: MAPP1001 and MAPP1002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SecretToConfigurationFix : CodeFixProvider
{
    private const string Title = "Read the secret from configuration";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [MAPP1001CredentialInSource.Id, MAPP1002LikelySecret.Id];

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
            if (SecretPlaces.ExpressionAt(root, diagnostic) is not { } secret || SecretFallback.SettingOf(secret) is not null || !SecretPlaces.TakesLookup(secret, model, cancellation))
                continue;
            var lookup = SecretLookup.Of(secret, NameOf(secret, model, cancellation), ConfigurationSource.Find(secret, model, cancellation), model);
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(secret, lookup))), nameof(SecretToConfigurationFix)), diagnostic);
        }
    }

    // By what it goes to; a known key with a name that says nothing is named after who issues it.
    private static string NameOf(ExpressionSyntax secret, SemanticModel model, CancellationToken cancellation)
    {
        var name = SecretTarget.NameOf(secret) ?? (secret.Parent is ArgumentSyntax argument ? ArgumentTarget.NameOf(argument, model, cancellation) : null);
        if (name is not null && SecretNames.Classify(name, []) != SecretKind.None)
            return name;
        var value = LiteralText.Of(secret)!;
        return KnownCredentials.FindIn(value) is [var found, ..] && found.Type == EntityTypes.ApiKey && KnownCredentials.ProviderOf(value) is { } provider ? provider + ":ApiKey" : name ?? "Secret";
    }
}
