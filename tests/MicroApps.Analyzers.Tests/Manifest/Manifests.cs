using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

/// <summary>Projects with a manifest and policies.</summary>
internal static class Manifests
{
    public const string Path = "/app/microapp.yaml";

    /// <summary>A manifest in which two places can be denied: lines 12 and 14 hold the models' trust.</summary>
    public const string Valid = """
        schema: 1
        id: notes
        name: Notes
        version: 1.0.0
        owner: anna@contoso.com
        ownerGroup: retail
        purpose: Summarises notes.
        users: { reach: team, expected: 25 }
        environments: [sandbox, staging]
        data: []
        models:
          - { id: small, provider: sandbox, trust: managed }
          - id: large
            trust: public
            provider: openai

        """;

    public static Project Of(params (string Path, string Text)[] files)
    {
        var project = Project.Of("_ = 0;");
        project.AdditionalFiles.AddRange(files);
        return project;
    }

    /// <summary>A project with the valid manifest and policies.</summary>
    public static Project With(params (string Path, string Text)[] policies) => Of([(Path, Valid), .. policies]);

    /// <summary>What rules tell, as the compiler prints it, without the severity.</summary>
    public static async Task<IReadOnlyList<string>> Tell(Project project, params IEnumerable<DiagnosticAnalyzer> rules) =>
        [.. (await Project.Analyze(project.Open(), rules)).Select(Print)];

    private static string Print(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        return place.Path is null or "" ? $"{diagnostic.Id}: {diagnostic.GetMessage(null)}"
            : $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Id}: {diagnostic.GetMessage(null)}";
    }
}
