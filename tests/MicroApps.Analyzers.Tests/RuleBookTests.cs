using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

/// <summary>Descriptors, pages, the list of releases, the guide and the configurations of both modes say the same.</summary>
public class RuleBookTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static readonly Dictionary<string, DiagnosticDescriptor> s_rules = Find<DiagnosticAnalyzer>(typeof(MAPP1001CredentialInSource))
        .SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(rule => !IsFixed(rule)).DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id);

    private static readonly HashSet<string> s_notConfigurable =
        [.. Find<DiagnosticAnalyzer>(typeof(MAPP1001CredentialInSource)).SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(IsFixed).Select(rule => rule.Id)];

    private static readonly HashSet<string> s_fixed = [.. Find<CodeFixProvider>(typeof(MAPP2001Fix)).SelectMany(fix => fix.FixableDiagnosticIds)];

    public static TheoryData<string> Rules => [.. s_rules.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void List_of_ids_holds_every_rule() => Assert.Equal(s_rules.Keys.Order(StringComparer.Ordinal), RuleIds.All);

    [Fact]
    public void Page_has_a_rule() => Assert.Equal(
        s_rules.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(PathOf("docs", "rules"), "MAPP*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_has_the_title_and_all_sections(string id)
    {
        var lines = File.ReadAllLines(PathOf("docs", "rules", id + ".md"));

        Assert.Equal($"# {id}: {s_rules[id].Title}", lines[0]);
        Assert.Equal(["## What", "## Why", "## Bad", "## Good", "## Options", "## Limits"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_says_category_severity_and_whether_there_is_a_fix(string id)
    {
        var cells = File.ReadAllLines(PathOf("docs", "rules", id + ".md"))[4].Trim('|', ' ').Split(" | ");

        Assert.Equal(3, cells.Length);
        Assert.Equal(s_rules[id].Category, cells[0]);
        Assert.StartsWith(s_rules[id].DefaultSeverity.ToString(), cells[1], StringComparison.Ordinal);
        Assert.Equal(s_fixed.Contains(id), !cells[2].StartsWith("none", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Releases_and_guide_have_its_row(string id)
    {
        var rule = s_rules[id];

        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", File.ReadAllLines(PathOf("analyzers", "MicroApps.Analyzers", "AnalyzerReleases.Unshipped.md")));
        Assert.Contains($"| [{id}](../rules/{id}.md) | {rule.Title} | {rule.DefaultSeverity} | {Enforced(id)} | {(s_fixed.Contains(id) ? "yes" : "")} |", File.ReadAllLines(PathOf("docs", "guide", "rules.md")));
    }

    [Fact]
    public void Advise_makes_a_warning_of_every_error_and_changes_nothing_else() => Assert.Equal(
        s_rules.Values.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error).Select(rule => (rule.Id, "warning")).Order(),
        Configured("advise").Order());

    [Fact]
    public void Enforce_lowers_nothing_and_names_no_rule_that_cannot_be_configured_then()
    {
        foreach (var (id, severity) in Configured("enforce"))
        {
            Assert.DoesNotContain(id, s_notConfigurable);
            Assert.True(severity == "error" || s_rules[id].DefaultSeverity < DiagnosticSeverity.Warning, $"{id} is {severity}");
        }
    }

    [Fact]
    public void Enforce_leaves_no_error_of_its_own_to_a_default()
    {
        var errors = s_rules.Values.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error).Select(rule => rule.Id);

        Assert.Empty(errors.Except(s_notConfigurable).Except(Configured("enforce").Where(c => c.Severity == "error").Select(c => c.Id)));
    }

    private static string Enforced(string id) =>
        s_notConfigurable.Contains(id) ? "Error, not configurable"
        : Configured("enforce").FirstOrDefault(c => c.Id == id).Severity is { } severity ? char.ToUpperInvariant(severity[0]) + severity[1..]
        : s_rules[id].DefaultSeverity.ToString();

    private static IEnumerable<(string Id, string Severity)> Configured(string mode) =>
        File.ReadAllLines(PathOf("src", "MicroApps.Sdk", "buildTransitive", $"MicroApps.{mode}.globalconfig"))
            .Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
            .Select(line => (line.Split('.')[1], line.Split('=')[1].Trim()));

    private static IEnumerable<T> Find<T>(Type of) =>
        of.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!);

    private static bool IsFixed(DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    private static string PathOf(params string[] steps) => Path.Combine([s_root, .. steps]);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
