using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Offers a fix that changes pieces of text.</summary>
internal static class TextFix
{
    public static void Offer(this CodeFixContext context, Diagnostic diagnostic, string title, string key, TextSpan span, string text) =>
        context.Offer(diagnostic, title, key, [new(span, text)]);

    public static void Offer(this CodeFixContext context, Diagnostic diagnostic, string title, string key, IReadOnlyList<TextChange> changes)
    {
        var document = context.Document;
        context.RegisterCodeFix(CodeAction.Create(title, cancellation => Apply(document, changes, cancellation), key), diagnostic);
    }

    private static async Task<Document> Apply(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
