using System.Text.RegularExpressions;

namespace Repo.Tests;

public sealed partial class RefusalTests
{
    [Fact]
    public void Every_refusal_code_has_its_mend_in_the_guide()
    {
        var used = RepoFiles.Find("src", "*.cs").SelectMany(path => Code().Matches(RepoFiles.Read(path)), (_, match) => match.Groups["code"].Value);
        var listed = Row().Matches(RepoFiles.Read("docs/guide/refusals.md")).Select(match => match.Groups["code"].Value).ToList();

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    // A code is the first argument of a refusal (`new(` only when a message follows at once), or a constant named for it.
    [GeneratedRegex("""(?:(?:Refuse|Refusal)\s*\(\s*"(?<code>[a-z]+\.[a-z-]+)")|(?:\bnew\(\s*"(?<code>[a-z]+\.[a-z-]+)",\s*\$?")|(?:const string \w*Code = "(?<code>[a-z]+\.[a-z-]+)")""")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `(?<code>[^`]+)` \|[^|]+\S[^|]*\|[^|]+\S[^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
