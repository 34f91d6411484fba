using System.Text.RegularExpressions;

namespace Repo.Tests;

public sealed partial class StyleTests
{
    private static readonly string[] s_vagueFolders = ["Common", "Utils", "Utilities", "Helpers", "Models", "Core", "Misc"];

    private static readonly IReadOnlyList<string> s_source = [.. RepoFiles.Find("src", "*.cs"), .. RepoFiles.Find("analyzers", "*.cs")];

    [Fact]
    public void Source_files_are_short()
    {
        var sizes = s_source.Select(path => (Path: path, Lines: RepoFiles.Read(path).Count(c => c == '\n'))).OrderBy(file => file.Lines).ToList();

        Assert.DoesNotContain(sizes, file => file.Lines > 400);
        Assert.InRange(sizes[sizes.Count * 95 / 100].Lines, 1, 200);
        Assert.InRange(sizes[sizes.Count / 2].Lines, 1, 60);
    }

    [Fact]
    public void Source_has_no_regions_conditions_leftovers_or_wall_clock()
    {
        var found =
            from path in s_source
            from line in RepoFiles.Read(path).Split('\n').Index()
            where Unwanted().IsMatch(line.Item)
            select $"{path}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.Empty(found);
    }

    [Fact]
    public void Source_files_hold_one_public_type() =>
        Assert.DoesNotContain(s_source, path => PublicType().Count(RepoFiles.Read(path)) > 1);

    [Fact]
    public void Folders_name_ideas_and_are_two_deep_at_most()
    {
        var folders = s_source.Select(path => path.Split('/')[2..^1]).ToList();

        Assert.Empty(folders.Where(names => names.Length > 2).Select(names => string.Join('/', names)).Distinct());
        Assert.Empty(folders.SelectMany(names => names).Intersect(s_vagueFolders));
    }

    [Fact]
    public void Tests_are_never_skipped() =>
        Assert.DoesNotContain(RepoFiles.Find("tests", "*.cs"), path => Skipped().IsMatch(RepoFiles.Read(path)));

    [Fact]
    public void Readme_is_short() => Assert.InRange(RepoFiles.Read("README.md").Count(c => c == '\n'), 1, 150);

    [GeneratedRegex(@"^\s*#(region|if)\b|\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"^public [a-z ]*\b(class|record|struct|interface|enum|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\[(Fact|Theory)\([^\]]*Skip\w*\s*=|Assert\.Skip")]
    private static partial Regex Skipped();
}
