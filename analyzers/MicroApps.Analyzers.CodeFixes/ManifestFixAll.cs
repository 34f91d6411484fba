using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MicroApps.Analyzers;

/// <summary>Makes all changes of a project's manifest one after the other: each sees what the one before it left.</summary>
internal sealed class ManifestFixAll(ManifestFix fix) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(
        context.CodeActionEquivalenceKey is { } key ? CodeAction.Create("Change microapp.yaml", cancellation => ApplyAsync(context.WithCancellationToken(cancellation), key), key) : null);

    private async Task<Solution> ApplyAsync(FixAllContext context, string key)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            var found = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false) : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            solution = await fix.ApplyAsync(solution, project.Id, found, key, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
