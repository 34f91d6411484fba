using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Reads an endpoint from configuration, where code can reach one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP2001Fix)), Shared]
public sealed class MAPP2001Fix() : SourceFix(MAPP2001PublicEndpoint.Id)
{
    private const string Key = "MAPP2001.Configuration";

    private protected override void Offer(FixPlace place)
    {
        var node = place.Node;
        if (!node.IsKind(SyntaxKind.StringLiteralExpression) || FoldedShape.IsPart((ExpressionSyntax)node) || !SecretPlaces.TakesLookup((ExpressionSyntax)node, place.Model, place.Cancellation)
            || InScope.Configuration(place.Model, node) is not { } configuration)
            return;
        var provider = place.Diagnostic.Properties.TryGetValue(MAPP2001PublicEndpoint.ProviderKey, out var name) ? name!.Replace(" ", "") : "Model";
        var setting = provider + (node.ToString().Contains("://") ? ":Endpoint" : ":Host");
        var read = $"{configuration}[\"{setting}\"] ?? throw new System.InvalidOperationException(\"The setting '{setting}' is missing.\")";
        place.Offer($"Read the setting '{setting}'", Key, node.Span, SecretLookup.NeedsBrackets((ExpressionSyntax)node) ? $"({read})" : read);
    }
}
