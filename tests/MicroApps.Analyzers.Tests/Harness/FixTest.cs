using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

/// <summary>Checks a code fix: alone, and for all places at once. Fixed code compiles and has nothing left to tell.</summary>
internal static class FixTest
{
    /// <summary>The first offered fix turns the source into the expected one, when it is applied until nothing is left and when it is applied to all at once.</summary>
    public static async Task Fixes<TRule, TFix>(string source, string expected, Action<Project>? change = null)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var project = Project.Of(Marked.Parse(source).Text);
        change?.Invoke(project);
        var opened = project.Open();
        Assert.Empty(await Project.Errors(opened));

        await AssertClean<TRule>(await OneByOne<TRule, TFix>(opened), expected);
        await AssertClean<TRule>(await AllAtOnce<TRule, TFix>(opened), expected);
    }

    /// <summary>The same for a fix that changes the first additional file of a project.</summary>
    public static async Task FixesFile<TRule, TFix>(Project project, string expected)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var opened = project.Open();
        foreach (var change in new[] { await OneByOne<TRule, TFix>(opened), await AllAtOnce<TRule, TFix>(opened) })
        {
            Assert.Equal(expected, (await change.AdditionalDocuments.First().GetTextAsync()).ToString());
            Assert.Empty(await Project.Analyze(change, new TRule()));
        }
    }

    /// <summary>The rule tells something, and no fix is offered.</summary>
    public static Task OffersNone<TRule, TFix>(string source)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => OffersNone<TRule, TFix>(Project.Of(Marked.Parse(source).Text));

    /// <inheritdoc cref="OffersNone{TRule, TFix}(string)"/>
    public static async Task OffersNone<TRule, TFix>(Project project)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var opened = project.Open();
        Assert.Empty(await Project.Errors(opened));
        var found = await Project.Analyze(opened, new TRule());
        Assert.NotEmpty(found);

        foreach (var diagnostic in found)
            Assert.Empty(await Offered<TFix>(opened, diagnostic));
    }

    private static async Task AssertClean<TRule>(Microsoft.CodeAnalysis.Project project, string expected)
        where TRule : DiagnosticAnalyzer, new()
    {
        Assert.Equal(expected.ReplaceLineEndings("\n"), (await project.Documents.First().GetTextAsync()).ToString().ReplaceLineEndings("\n"));
        Assert.Empty(await Project.Errors(project));
        Assert.Empty(await Project.Analyze(project, new TRule()));
    }

    private static async Task<Microsoft.CodeAnalysis.Project> OneByOne<TRule, TFix>(Microsoft.CodeAnalysis.Project project)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var found = await Project.Analyze(project, new TRule());
        for (var left = found.Length; found.Length > 0; left--)
        {
            Assert.True(left > 0, "A fix leaves as much to tell as there was before it.");
            var offered = await Offered<TFix>(project, found[0]);
            project = await Apply(project, Assert.IsType<CodeAction>(offered.FirstOrDefault(), exactMatch: false));
            found = await Project.Analyze(project, new TRule());
        }

        return project;
    }

    private static async Task<Microsoft.CodeAnalysis.Project> AllAtOnce<TRule, TFix>(Microsoft.CodeAnalysis.Project project)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var found = await Project.Analyze(project, new TRule());
        var fix = new TFix();
        var action = (await Offered<TFix>(project, found[0]))[0];
        var context = new FixAllContext(
            project.Documents.First(), fix, FixAllScope.Project, action.EquivalenceKey, fix.FixableDiagnosticIds, new Found(found), CancellationToken.None);
        var all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await Apply(project, Assert.IsType<CodeAction>(all, exactMatch: false));
    }

    private static async Task<List<CodeAction>> Offered<TFix>(Microsoft.CodeAnalysis.Project project, Diagnostic diagnostic)
        where TFix : CodeFixProvider, new()
    {
        var offered = new List<CodeAction>();
        var document = project.GetDocument(diagnostic.Location.SourceTree) ?? project.AdditionalDocuments.Single(d => d.FilePath == diagnostic.Location.GetLineSpan().Path);
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    private static async Task<Microsoft.CodeAnalysis.Project> Apply(Microsoft.CodeAnalysis.Project project, CodeAction action)
    {
        var change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return change.ChangedSolution.GetProject(project.Id)!;
    }

    private sealed class Found(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(d => document.Project.GetDocument(d.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(d => d.Location.SourceTree is null));
    }
}
