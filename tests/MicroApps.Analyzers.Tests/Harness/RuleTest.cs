using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

/// <summary>Checks one rule against marked sources.</summary>
internal static class RuleTest
{
    /// <summary>The rule tells exactly the marked places of the first source, which compiles.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Reports<TRule>(string marked, Action<Project>? change = null)
        where TRule : DiagnosticAnalyzer, new()
    {
        var source = Marked.Parse(marked);
        var project = Project.Of(source.Text);
        change?.Invoke(project);
        var opened = project.Open();
        Assert.Empty(await Project.Errors(opened));

        var found = await Project.Analyze(opened, new TRule());

        Assert.Equal(
            source.Spans.Select(span => source.Text[span.Start..span.End]),
            found.Select(d => source.Text[d.Location.SourceSpan.Start..d.Location.SourceSpan.End]));
        Assert.Equal(source.Spans, found.Select(d => d.Location.SourceSpan));
        return found;
    }

    /// <summary>The rule has nothing to say about a source.</summary>
    public static Task Passes<TRule>(string source, Action<Project>? change = null)
        where TRule : DiagnosticAnalyzer, new() => Reports<TRule>(source, change);
}
