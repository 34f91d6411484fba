using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

public class RulePageTests
{
    public static TheoryData<string> Rules => [.. Descriptors().Select(rule => rule.Id).Where(id => id[4] is '2' or '3' or '5')];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_has_a_page_a_release_row_and_a_help_link(string id)
    {
        var rule = Descriptors().Single(rule => rule.Id == id);
        var page = File.ReadAllText(Path.Combine(Root(), $"docs/rules/{id}.md"));
        var release = File.ReadAllText(Path.Combine(Root(), "analyzers/MicroApps.Analyzers/AnalyzerReleases.Unshipped.md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Category and severity: {rule.Category}, {rule.DefaultSeverity.ToString().ToLowerInvariant()}", page, StringComparison.Ordinal);
        Assert.All(["## What\n", "## Why\n", "## Bad\n", "## Good\n", "## Fix\n", "## Options\n", "## Limits\n"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n", release, StringComparison.Ordinal);
        Assert.EndsWith($"docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() =>
        typeof(MAPP2001PublicEndpoint).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
