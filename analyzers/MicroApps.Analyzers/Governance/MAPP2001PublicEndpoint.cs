using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP2001: the endpoint of a public model stands in code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2001PublicEndpoint : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2001";

    /// <summary>The property of a diagnostic that holds the provider's name.</summary>
    internal const string ProviderKey = "provider";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Public model endpoint in code",
        "'{0}' is a public endpoint of {1}; name the model in microapp.yaml and use the governed client, or read the address of the gateway from configuration",
        Categories.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is sent to an endpoint in code passes no redaction, no quota and no audit, and the organisation cannot turn it to its gateway.",
        Categories.HelpOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(AnalyzePiece, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringText);
        context.RegisterSyntaxNodeAction(AnalyzeWhole, SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.InvocationExpression);
    }

    // A piece that shows the host is the place to tell, unless the whole text makes another host of it.
    private static void AnalyzePiece(SyntaxNodeAnalysisContext context)
    {
        if (TextOf(context.Node) is not { } text || text.IndexOf('.') < 0)
            return;
        var hosts = HostsOf(context);
        var isPart = context.Node is InterpolatedStringTextSyntax || FoldedShape.IsPart((ExpressionSyntax)context.Node);
        if (EndpointText.Find(text, isPart, hosts) is not { } found)
            return;
        if (isPart && FoldedText.Of(WholeOf(context.Node), context.SemanticModel, context.CancellationToken) is { } whole && EndpointText.Find(whole.Text, isPart: false, hosts) is null)
            return;
        Report(context, found);
    }

    private static void AnalyzeWhole(SyntaxNodeAnalysisContext context)
    {
        var node = (ExpressionSyntax)context.Node;
        if (!FoldedShape.IsWhole(node))
            return;
        var whole = FoldedText.OfWhole(node, model: null, context.CancellationToken);
        if (!whole.HasNames && whole.Text.IndexOf('.') < 0)
            return;
        var hosts = HostsOf(context);
        if (whole.HasNames && HostShape.MayBecomeHost(whole.Text, hosts))
            whole = FoldedText.OfWhole(node, context.SemanticModel, context.CancellationToken);
        if (EndpointText.Find(whole.Text, isPart: false, hosts) is not { } found)
            return;
        foreach (var inner in context.Node.DescendantNodes())
            if (TextOf(inner) is { } text && EndpointText.Find(text, isPart: true, hosts) is not null)
                return;
        // A constant is told where it is declared.
        foreach (var piece in whole.Pieces)
            if (EndpointText.Find(piece, isPart: false, hosts) is not null)
                return;
        Report(context, found);
    }

    private static void Report(SyntaxNodeAnalysisContext context, EndpointText found)
    {
        if (EndpointPlace.IsOnlySpokenOf(context.Node) || context.Node.GetLocation() is not { } location || !location.IsShown())
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(ProviderKey, found.Provider);
        context.ReportDiagnostic(Diagnostic.Create(Rule, location, properties, found.Host, found.Provider));
    }

    private static IReadOnlyList<string> HostsOf(SyntaxNodeAnalysisContext context) =>
        context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree).List(RuleOptions.AdditionalHosts);

    private static string? TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        InterpolatedStringTextSyntax text => text.TextToken.ValueText,
        _ => null,
    };

    private static ExpressionSyntax WholeOf(SyntaxNode piece)
    {
        var whole = piece as ExpressionSyntax ?? (ExpressionSyntax)piece.Parent!;
        while (FoldedShape.IsPart(whole))
        {
            var outer = whole.Parent;
            while (outer is not (BinaryExpressionSyntax or InterpolatedStringExpressionSyntax or InvocationExpressionSyntax))
                outer = outer!.Parent;
            whole = (ExpressionSyntax)outer;
        }

        return whole;
    }
}
