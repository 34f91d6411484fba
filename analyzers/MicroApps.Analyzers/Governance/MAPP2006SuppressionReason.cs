using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP2006: a rule of these is suppressed, and no reason is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP2006SuppressionReason : DiagnosticAnalyzer
{
    internal const string Id = "MAPP2006";
    private const string Prefix = "MAPP";
    private const string Title = "Suppression without a reason";
    private const string Message = "'{0}' is suppressed without a reason; give it in {1}";
    private const string Description = "Who reviews the app must see why a rule does not hold here.";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        Title,
        Message,
        Categories.Governance,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        Description,
        Categories.HelpOf(Id));

    /// <summary>The same of what the project and its <c>.editorconfig</c> suppress, told at the end of the compilation.</summary>
    internal static readonly DiagnosticDescriptor ProjectRule = new(
        Id, Title, Message, Categories.Governance, DiagnosticSeverity.Info, isEnabledByDefault: true, Description, Categories.HelpOf(Id), WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, ProjectRule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(AnalyzePragmas);
        context.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
        context.RegisterCompilationAction(AnalyzeProject);
    }

    private static void AnalyzeProject(CompilationAnalysisContext context)
    {
        foreach (var (id, place) in ProjectSuppressions.WithoutReason(context.Compilation, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(ProjectRule, Location.None, id, place));
    }

    private static void AnalyzePragmas(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives)
            return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            if (directive is PragmaWarningDirectiveTriviaSyntax { DisableOrRestoreKeyword.RawKind: (int)SyntaxKind.DisableKeyword } pragma && !HasComment(pragma))
                foreach (var code in pragma.ErrorCodes)
                    if (code.ToString() is var id && id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                        context.ReportDiagnostic(Diagnostic.Create(Rule, code.GetLocation(), id, "a comment beside the pragma"));
    }

    // On the line itself, or alone on the line before.
    private static bool HasComment(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var text = pragma.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(pragma.SpanStart);
        if (HasText(line.ToString(), line.ToString().IndexOf("//", StringComparison.Ordinal)))
            return true;
        if (line.LineNumber == 0)
            return false;
        var before = text.Lines[line.LineNumber - 1].ToString().TrimStart();
        return before.StartsWith("//", StringComparison.Ordinal) && HasText(before, 0);
    }

    private static bool HasText(string line, int comment)
    {
        for (var i = comment; i >= 0 && i < line.Length; i++)
            if (char.IsLetter(line[i]))
                return true;
        return false;
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: [_, { Expression: LiteralExpressionSyntax { Token.ValueText: var id } }, ..] arguments })
            return;
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString();
        if (name is not ("SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute")
            || !id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return;
        foreach (var argument in arguments)
            if (argument is { NameEquals.Name.Identifier.ValueText: "Justification", Expression: var reason })
            {
                if (reason is not LiteralExpressionSyntax literal || (literal.Token.ValueText.Trim() is { Length: > 0 } text && text is not "<Pending>"))
                    return;
            }

        var end = id.IndexOf(':');
        context.ReportDiagnostic(Diagnostic.Create(Rule, attribute.GetLocation(), end < 0 ? id : id.Substring(0, end), "Justification"));
    }
}
