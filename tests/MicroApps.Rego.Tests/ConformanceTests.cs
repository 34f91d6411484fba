using MicroApps.Evaluation;

namespace MicroApps.Rego.Tests;

/// <summary>OPA's own conformance suite: every case agrees, but for those that are listed with their reason.</summary>
public sealed class ConformanceTests
{
    private static readonly string s_cases = Path.Combine(SuiteFolder(), "cases_v1.jsonl.gz");

    [Fact]
    [Trait("Spec", "POL-1")]
    public void Cases_disagree_only_where_known_gaps_say_so()
    {
        var gaps = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "known-gaps.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0]);

        var failed = JsonLines.Read(s_cases).Select(RegoCase.Read).Where(c => c.Tier != "out" && RegoConformance.Failure(c) is not null).Select(c => c.Id);

        Assert.Equal(gaps.Order(StringComparer.Ordinal), failed.Order(StringComparer.Ordinal));
    }

    private static string SuiteFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
            folder = folder.Parent;
        return Path.GetFullPath(Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository."), "../shared/data/rego"));
    }
}
