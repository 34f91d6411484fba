using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Changes the manifest; offered only where what comes of it is certain.</summary>
public abstract class ManifestFix : CodeFixProvider
{
    private protected ManifestFix(string id) => FixableDiagnosticIds = [id];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ManifestFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        if (ManifestOf(project) is not { } manifest)
            return;
        var text = (await manifest.GetTextAsync(context.CancellationToken).ConfigureAwait(false)).ToString();
        foreach (var diagnostic in context.Diagnostics)
            foreach (var (title, key) in Offers(diagnostic))
                if (Edit(text, diagnostic, key, project.Name) is not null)
                    context.RegisterCodeFix(CodeAction.Create(title, cancellation => ApplyAsync(project.Solution, project.Id, [diagnostic], key, cancellation), key), diagnostic);
    }

    /// <summary>The manifest with all that diagnostics of a project call for.</summary>
    internal async Task<Solution> ApplyAsync(Solution solution, ProjectId id, IEnumerable<Diagnostic> diagnostics, string key, CancellationToken cancellation)
    {
        if (solution.GetProject(id) is not { } project || ManifestOf(project) is not { } manifest)
            return solution;
        var source = await manifest.GetTextAsync(cancellation).ConfigureAwait(false);
        var text = source.ToString();
        foreach (var diagnostic in diagnostics)
            if (FixableDiagnosticIds.Contains(diagnostic.Id))
                text = Edit(text, diagnostic, key, project.Name) ?? text;
        return solution.WithAdditionalDocumentText(manifest.Id, SourceText.From(text, source.Encoding, source.ChecksumAlgorithm));
    }

    /// <summary>What can be done about a diagnostic: titles and keys.</summary>
    private protected abstract IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic);

    /// <summary>The manifest's text after a fix; null when it would not do.</summary>
    private protected abstract string? Edit(string text, Diagnostic diagnostic, string key, string project);

    private static TextDocument? ManifestOf(Project project)
    {
        TextDocument? only = null;
        foreach (var document in project.AdditionalDocuments)
            if (ManifestSource.Is(document.FilePath ?? document.Name))
            {
                if (only is not null)
                    return null;
                only = document;
            }

        return only;
    }
}
