using MicroApps;
using Repo.Tests.Snippets;

namespace Repo.Tests;

public sealed class SnippetRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snippet-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Spec", "SBX-1")]
    public async Task First_example_runs_in_the_sandbox_with_the_first_manifest_of_the_guide()
    {
        var guide = RepoFiles.Read("docs/guide/manifest.md");
        var start = guide.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "microapp.yaml"), guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)]);

        var answer = await GettingStarted.RunAsync(["--contentRoot", _folder.FullName]);

        Assert.NotEmpty(answer.Text);
        Assert.Equal(1, answer.GetProvenance().Redactions["EMAIL_ADDRESS"]);
    }

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_of_the_guide_finds_what_its_comment_says()
    {
        var finding = Assert.Single(Scanning.Scan());
        Assert.Equal(("EMAIL_ADDRESS", 5, 21, 0.95), (finding.Type.Name, finding.Start, finding.End, finding.Score));
    }

    [Fact]
    [Trait("Spec", "POL-1")]
    public void Policy_of_the_guide_answers()
    {
        var answer = Policies.Evaluate("package app\nallow if input.role == \"admin\"", """{"role": "admin"}""");

        Assert.Equal("true", Assert.Single(answer)["x"].ToJson());
    }
}
