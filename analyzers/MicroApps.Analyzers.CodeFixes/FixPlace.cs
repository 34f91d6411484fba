using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Where a diagnostic stands, and what can be offered for it.</summary>
internal sealed class FixPlace(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
{
    public SyntaxNode Root => root;

    public SemanticModel Model => model;

    public Diagnostic Diagnostic => diagnostic;

    public CancellationToken Cancellation => context.CancellationToken;

    /// <summary>The innermost node of the diagnostic.</summary>
    public SyntaxNode Node => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    public void Offer(string title, string key, TextSpan span, string text) => Offer(title, key, new TextChange(span, text));

    public void Offer(string title, string key, params IReadOnlyList<TextChange> changes)
    {
        var document = context.Document;
        context.RegisterCodeFix(CodeAction.Create(title, cancellation => ApplyAsync(document, changes, cancellation), key), diagnostic);
    }

    private static async Task<Document> ApplyAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancellation) =>
        document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(changes));
}
