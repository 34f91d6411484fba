using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Reads an endpoint from configuration, where code can reach one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP2001Fix)), Shared]
public sealed class MAPP2001Fix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [MAPP2001PublicEndpoint.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.IConfiguration") is not { } wanted)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (!node.IsKind(SyntaxKind.StringLiteralExpression) || FoldedShape.IsPart((ExpressionSyntax)node) || MustBeConstant(node) || InScope.Find(model, node, wanted, "Configuration") is not { } configuration)
                continue;
            var provider = diagnostic.Properties.TryGetValue(MAPP2001PublicEndpoint.ProviderKey, out var name) ? name!.Replace(" ", "") : "Model";
            var setting = provider + (node.ToString().Contains("://") ? ":Endpoint" : ":Host");
            var read = $"{configuration}[\"{setting}\"] ?? throw new System.InvalidOperationException(\"The setting '{setting}' is missing.\")";
            context.Offer(diagnostic, $"Read the setting '{setting}'", Title, node.Span, StandsAlone(node) ? read : $"({read})");
        }
    }

    private const string Title = "MAPP2001.Configuration";

    private static bool StandsAlone(SyntaxNode node) =>
        node.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax || (node.Parent is AssignmentExpressionSyntax assignment && assignment.Right == node);

    private static bool MustBeConstant(SyntaxNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case AttributeSyntax or ParameterSyntax or PatternSyntax or SwitchLabelSyntax:
                    return true;
                case FieldDeclarationSyntax field:
                    return field.Modifiers.Any(SyntaxKind.ConstKeyword);
                case LocalDeclarationStatementSyntax local:
                    return local.IsConst;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }

        return false;
    }
}
