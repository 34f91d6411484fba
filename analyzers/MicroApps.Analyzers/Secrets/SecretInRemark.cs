using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>MAPP1002 and MAPP1003 in comments and disabled code: one pass over the text, and the tree for hits alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInRemark : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MAPP1002LikelySecret.Rule, MAPP1003SecretInConnection.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxTreeAction(Analyze);
    }

    private static void Analyze(SyntaxTreeAnalysisContext context)
    {
        var text = context.Tree.GetText(context.CancellationToken).ToString();
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree);
        var pairs = new RemarkPairs(text, options.List(RuleOptions.SecretNameWords));
        for (var lines = new RemarkLines(text); lines.Next();)
            if (RemarkConnection.Find(text, lines.Start, lines.End) is not { } connection)
            {
                if (pairs.Find(lines.Start, lines.End) is var (name, start, length))
                    Report(context, options, text, lines, MAPP1002LikelySecret.Rule, (name, start, length));
            }
            else if (RemarkConnection.IsReal(connection) && text.IndexOf(connection.Value, lines.Start, StringComparison.Ordinal) is var at and >= 0)
            {
                Report(context, options, text, lines, MAPP1003SecretInConnection.Rule, (connection.Name, at, connection.Value.Length));
            }
    }

    private static void Report(
        SyntaxTreeAnalysisContext context, AnalyzerConfigOptions options, string text, RemarkLines line, DiagnosticDescriptor rule, (string Name, int Start, int Length) found)
    {
        var value = text.Substring(found.Start, found.Length);
        if (options.Allows(value) || PublicCredentials.Contains(value) || KnownCredentials.AreIn(text.Substring(line.Start, line.End - line.Start)))
            return;
        var trivia = context.Tree.GetRoot(context.CancellationToken).FindTrivia(found.Start);
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && !trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            return;
        var location = Location.Create(context.Tree, new TextSpan(found.Start, found.Length));
        if (location.IsShown())
            context.ReportDiagnostic(Diagnostic.Create(
                rule, location, DiagnosticSeverity.Warning, additionalLocations: null, properties: null, KnownCredentials.Mask(value), found.Name));
    }
}
