using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

/// <summary>All rules of secrets together, as a project has them.</summary>
internal static class SecretRules
{
    // What the cases use and the test project does not reference.
    private const string Stubs =
        """
        class ChatClient(string model, string apiKey);
        class ApiKeyCredential(string key);
        class AzureKeyCredential(string key);
        """;

    public static IReadOnlyList<DiagnosticAnalyzer> All =>
        [new MAPP1001CredentialInSource(), new MAPP1002LikelySecret(), new MAPP1003SecretInConnection(), new MAPP1004SecretFallback(), new MAPP1005SecretInSettings(), new SecretInRemark()];

    /// <summary>What is told of a source, except information; lines count from 0.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(string source)
    {
        var project = Project.Of(source);
        project.Sources.Add(("/app/Stubs.cs", Stubs));
        return [.. (await Project.Analyze(project.Open(), All)).Where(d => d.Severity >= DiagnosticSeverity.Warning)];
    }
}
