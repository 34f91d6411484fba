using System.Collections.Immutable;
using MicroApps.Detection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>MAPP1001: a credential of a known format stands in source, wherever it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP1001CredentialInSource : DiagnosticAnalyzer
{
    internal const string Id = "MAPP1001";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Credential of a known format in source",
        "'{0}' has the form of a {1}; {2} and revoke it if it was ever committed",
        Categories.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Who can read the source, its history or the built assembly can use the credential. Keep it in user secrets, in the environment or in a vault.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxTreeAction(AnalyzeText);
        context.RegisterSyntaxNodeAction(
            AnalyzeFolded, SyntaxKind.StringLiteralExpression, SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.InvocationExpression);
    }

    // One pass over the text; only a hit is mapped to syntax.
    private static void AnalyzeText(SyntaxTreeAnalysisContext context)
    {
        var text = context.Tree.GetText(context.CancellationToken).ToString();
        var findings = KnownCredentials.FindInFile(text);
        if (findings.Count == 0)
            return;
        var root = context.Tree.GetRoot(context.CancellationToken);
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree);
        foreach (var finding in findings)
        {
            var place = PlaceAt(root, finding.Start);
            var value = text.Substring(finding.Start, finding.Length);
            if (place == SourcePlace.Code || PublicCredentials.Contains(value) || options.Allows(value))
                continue;
            var location = Location.Create(context.Tree, new TextSpan(finding.Start, finding.Length));
            if (location.IsShown())
                context.ReportDiagnostic(Make(location, place, finding.Type, value));
        }
    }

    // What the text itself does not show: keys in pieces, and keys with escapes.
    private static void AnalyzeFolded(SyntaxNodeAnalysisContext context)
    {
        var node = (ExpressionSyntax)context.Node;
        if (!FoldedShape.IsWhole(node))
            return;
        var folded = FoldedText.OfWhole(node, KeyPieces.MayBeIn(node) ? context.SemanticModel : null, context.CancellationToken);
        foreach (var finding in KnownCredentials.FindIn(folded.Text))
        {
            var value = folded.Text.Substring(finding.Start, finding.Length);
            if (!KeyPieces.AreNew(folded, finding) || PublicCredentials.Contains(value) || context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree).Allows(value))
                continue;
            if (context.Node.GetLocation() is var location && location.IsShown())
                context.ReportDiagnostic(Make(location, SourcePlace.Literal, finding.Type, value));
            return;
        }
    }

    private static Diagnostic Make(Location location, SourcePlace place, EntityType type, string value)
    {
        var (severity, advice) = place == SourcePlace.Literal
            ? (DiagnosticSeverity.Error, "read it from configuration")
            : (DiagnosticSeverity.Warning, "remove it from the comment or disabled code");
        return Diagnostic.Create(
            Rule, location, severity, additionalLocations: null, properties: null, KnownCredentials.Mask(value), KnownCredentials.Describe(type, value), advice);
    }

    private static SourcePlace PlaceAt(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(position);
        if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            return SourcePlace.Remark;
        var token = root.FindToken(position, findInsideTrivia: true);
        trivia = token.LeadingTrivia.FirstOrDefault(t => t.FullSpan.Contains(position));
        if (trivia.IsKind(SyntaxKind.PreprocessingMessageTrivia) || token.IsKind(SyntaxKind.XmlTextLiteralToken))
            return SourcePlace.Remark;
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => SourcePlace.Literal,
            _ => SourcePlace.Code,
        };
    }
}
