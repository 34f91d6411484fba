using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP1003 and MAPP1006: a connection string or a URI holds its password.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP1003SecretInConnection : DiagnosticAnalyzer
{
    internal const string Id = "MAPP1003";
    internal const string LocalId = "MAPP1006";
    private const int MinLength = 12;

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Secret in a connection string or URI",
        "'{0}' of {1} is written into the source; use GetConnectionString, and sign in without a password where the server can",
        Categories.Secrets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Who can read the source, its history or the built assembly can open what the connection string opens.",
        Categories.HelpOf(Id));

    // An id of its own: a severity that is configured holds for all of an id.
    internal static readonly DiagnosticDescriptor LocalRule = new(
        LocalId,
        "Secret of a local server in source",
        "'{0}' of {1} is written into the source; this one is local or known to everybody, but GetConnectionString keeps the next one out too",
        Categories.Secrets,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The connection string opens only something on this machine, or its secret is one that everybody knows. Where it is copied from, a real one follows.",
        Categories.HelpOf(LocalId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, LocalRule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.StringLiteralExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.AddExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var node = (ExpressionSyntax)context.Node;
        var text = node is LiteralExpressionSyntax literal ? TextOf(literal)
            : MayHold(node) ? FoldedText.OfWhole(node, model: null, context.CancellationToken).Text
            : null;
        if (text is null || text.Length < MinLength || ConnectionSecrets.Find(text) is not { } secret)
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(node.SyntaxTree);
        if (KnownCredentials.AreIn(text) || options.Allows(secret.Value) || PublicCredentials.Contains(secret.Value))
            return;
        if (node.GetLocation() is var location && location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(secret.IsLocal ? LocalRule : Rule, location, KnownCredentials.Mask(secret.Value), secret.Name));
    }

    // Cheap before dear: most literals are short or have neither sign.
    private static string? TextOf(LiteralExpressionSyntax literal) =>
        literal.Token.ValueText is { Length: >= MinLength } text && (text.IndexOf('=') >= 0 || text.IndexOf("://", StringComparison.Ordinal) >= 0) && !FoldedShape.IsPart(literal) ? text : null;

    // Before anything is put together: the signs of a connection string or a URI have to be there.
    private static bool MayHold(ExpressionSyntax node)
    {
        if (!FoldedShape.IsWhole(node))
            return false;
        foreach (var token in node.DescendantTokens())
            if (token.Text.IndexOf('=') >= 0 && token.Text.Length > 1 || token.Text.IndexOf("://", StringComparison.Ordinal) >= 0)
                return true;
        return false;
    }
}
