using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Replaces the fallback of a secret by an exception that names the setting: MAPP1004, and MAPP1001 where the fallback is a known key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretFallbackFix)), Shared]
public sealed class SecretFallbackFix() : SourceFix(MAPP1004SecretFallback.Id, MAPP1001CredentialInSource.Id)
{
    private protected override void Offer(FixPlace place)
    {
        if (SecretPlaces.ExpressionAt(place.Root, place.Diagnostic) is { } secret && IsBehindChoice(secret) && SecretFallback.SettingOf(secret) is { } setting
            && SecretPlaces.TakesLookup(secret, place.Model, place.Cancellation))
            place.Offer("Fail with the name of the setting", nameof(SecretFallbackFix), secret.Span, SecretLookup.ThrowOf(secret, setting, !IsFromEnvironment(secret), place.Model));
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
