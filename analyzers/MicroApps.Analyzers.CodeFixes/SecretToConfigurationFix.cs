using System.Composition;
using MicroApps.Detection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Replaces a secret by a lookup: MAPP1001 and MAPP1002. A constant becomes a property or a variable, where nothing needs it to be constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretToConfigurationFix)), Shared]
public sealed class SecretToConfigurationFix() : SourceFix(MAPP1001CredentialInSource.Id, MAPP1002LikelySecret.Id)
{
    private const string Title = "Read the secret from configuration";

    private protected override void Offer(FixPlace place)
    {
        var model = place.Model;
        if (SecretPlaces.ExpressionAt(place.Root, place.Diagnostic) is not { } secret || SecretFallback.SettingOf(secret) is not null)
            return;
        var name = NameOf(secret, model, place.Cancellation);
        if (SecretPlaces.TakesLookup(secret, model, place.Cancellation))
            place.Offer(Title, nameof(SecretToConfigurationFix), secret.Span, SecretLookup.Of(secret, name, InScope.Configuration(model, secret), model));
        else if (SecretConstant.At(secret, model, place.Cancellation) is { } constant)
            place.Offer(Title, nameof(SecretToConfigurationFix), constant.Loosen(SecretLookup.Of(secret, name, constant.IsField ? null : InScope.Configuration(model, secret), model)));
    }

    // By what it goes to; a known key with a name that says nothing is named after who issues it.
    private static string NameOf(ExpressionSyntax secret, SemanticModel model, CancellationToken cancellation)
    {
        var name = SecretPlaces.NameAt(secret, model, cancellation);
        if (name is not null && SecretNames.Classify(name, []) != SecretKind.None)
            return name;
        var value = LiteralText.Of(secret)!;
        return KnownCredentials.FindIn(value) is [var found, ..] && found.Type == EntityTypes.ApiKey && KnownCredentials.ProviderOf(value) is { } provider ? provider + ":ApiKey" : name ?? "Secret";
    }
}
