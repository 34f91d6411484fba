using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

public class RulePageTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static readonly (string Id, string Title)[] s_rules =
        [.. typeof(MAPP1001CredentialInSource).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Select(rule => (rule.Id, rule.Title.ToString(null))).Distinct()];

    public static TheoryData<string> Rules => [.. s_rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_has_a_page_with_its_title_and_all_sections(string id)
    {
        var title = s_rules.Single(rule => rule.Id == id).Title;
        var lines = File.ReadAllLines(Path.Combine(s_root, "docs", "rules", id + ".md"));

        Assert.Equal($"# {id}: {title}", lines[0]);
        Assert.Equal(["## What", "## Why", "## Bad", "## Good", "## Options", "## Limits"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public void List_of_ids_holds_every_rule() => Assert.Equal(s_rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), RuleIds.All);

    [Fact]
    public void Page_has_a_rule()
    {
        var pages = Directory.GetFiles(Path.Combine(s_root, "docs", "rules"), "MAPP*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Empty(pages.Except(s_rules.Select(rule => rule.Id)));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
