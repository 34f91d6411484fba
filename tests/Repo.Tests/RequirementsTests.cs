using System.Text.RegularExpressions;
using MicroApps.Tests;

namespace Repo.Tests;

public sealed partial class RequirementsTests
{
    private const string Page = "docs/requirements.md";

    [Fact]
    public void Third_column_names_the_tests_that_prove_the_row()
    {
        var proofs = Proofs().ToLookup(proof => proof.Id, proof => proof.Tests);

        var page = Row().Replace(RepoFiles.Read(Page), row =>
        {
            var tests = string.Join(", ", proofs[row.Groups["id"].Value].Distinct().Order(StringComparer.Ordinal));
            return $"| {row.Groups["id"].Value} | {row.Groups["text"].Value} | {(tests.Length > 0 ? tests : "not yet")} |";
        });

        Snapshot.MatchFile(page, RepoFiles.FullPath(Page));
    }

    [Fact]
    public void Traits_name_rows_that_exist()
    {
        var rows = Row().Matches(RepoFiles.Read(Page)).Select(row => row.Groups["id"].Value).ToHashSet();

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(Proofs(), proof => !rows.Contains(proof.Id));
    }

    [Fact]
    public void Rows_are_listed_once()
    {
        var rows = Row().Matches(RepoFiles.Read(Page)).Select(row => row.Groups["id"].Value).ToList();

        Assert.Equal(rows.Distinct(), rows);
    }

    /// <summary>A file holds one test class of the same name, so the file name stands for it.</summary>
    private static IEnumerable<(string Id, string Tests)> Proofs() =>
        from path in RepoFiles.Find("tests", "*.cs")
        from trait in Trait().Matches(RepoFiles.Read(path))
        select (trait.Groups["id"].Value, $"`{Path.GetFileName(path).Split('.')[0]}`");

    [GeneratedRegex(@"^\| (?<id>[A-Z]{3}-[0-9]+) \| (?<text>[^|]+) \| (?<tests>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\bTrait\(""Spec"", ""(?<id>[^""]*)""\)")]
    private static partial Regex Trait();
}
