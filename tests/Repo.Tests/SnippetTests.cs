using System.Text.RegularExpressions;
using MicroApps.Tests;

namespace Repo.Tests;

/// <summary>
/// C# in the docs is compiled code: a block stands under <c>&lt;!-- snippet: name --&gt;</c> and repeats the lines between
/// <c>// snippet: name</c> and <c>// end-snippet</c> of a file under samples/ or tests/.
/// </summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string> Pages => [.. AllPages];

    private static IEnumerable<string> AllPages =>
        new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }.Where(page => File.Exists(RepoFiles.FullPath(page))).Concat(RepoFiles.Find("docs", "*.md"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Blocks_repeat_compiled_code(string page)
    {
        var regions = Regions();
        var text = Block().Replace(RepoFiles.Read(page), block =>
        {
            var name = block.Groups["name"].Value;
            Assert.True(name.Length > 0, $"{page}: a C# block has no <!-- snippet: name --> above it:\n{block.Value}");
            Assert.True(regions.TryGetValue(name, out var code), $"{page}: no file under samples/ or tests/ has the region '// snippet: {name}'.");
            return $"<!-- snippet: {name} -->\n```csharp\n{code}\n```";
        });

        Snapshot.MatchFile(text, RepoFiles.FullPath(page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_that_exist(string page)
    {
        var folder = Path.GetDirectoryName(RepoFiles.FullPath(page))!;
        var targets = Link().Matches(RepoFiles.Read(page)).Select(link => link.Groups["target"].Value);

        Assert.DoesNotContain(targets, target => !Path.Exists(Path.Combine(folder, target)));
    }

    [Fact]
    public void Regions_have_different_names() => Assert.NotEmpty(Regions());

    private static Dictionary<string, string> Regions() =>
        RepoFiles.Find("samples", "*.cs").Concat(RepoFiles.Find("tests", "*.cs"))
            .SelectMany(path => Region().Matches(RepoFiles.Read(path)))
            .ToDictionary(region => region.Groups["name"].Value, region => Outdent(region.Groups["code"].Value));

    private static string Outdent(string code)
    {
        var lines = code.TrimEnd('\n').Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"(<!-- snippet: (?<name>[\w-]+) -->\n+)?```csharp\n(?<code>.*?)\n?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^[ \t]*// snippet: (?<name>[\w-]+)\n(?<code>.*?)^[ \t]*// end-snippet", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\]\((?<target>(?![a-z]+:)[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
