using System.Text.Json;

namespace MicroApps.Cli.Tests;

[Trait("Spec", "MAN-1")]
public sealed class ManifestTests
{
    [Fact]
    public async Task Check_valid_manifest_says_id_version_and_digest()
    {
        using var app = new AppFolder();

        var run = await Run.Async("manifest", "check", app.Path);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains(": ok: store-notes 1.0.0 sha256:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_wrong_manifest_lists_every_error_with_its_place()
    {
        using var app = new AppFolder();
        app.Write("microapp.yaml", AppFolder.Yaml.Replace("trust: managed", "trust: managd").Replace("reach: team", "reach: moon"));

        var run = await Run.Async("manifest", "check", app.Manifest);

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.Equal(2, run.Lines.Count);
        Assert.All(run.Lines, line => Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(app.Manifest)}\(\d+,\d+\): error: ", line));
    }

    [Theory]
    [InlineData("manifest", "check", "nowhere.yaml")]
    [InlineData("manifest", "digest", "nowhere.yaml")]
    [InlineData("manifest", "diff", "nowhere.yaml", "nowhere.yaml")]
    [InlineData("manifest", "diff", "one.yaml")]
    public async Task Missing_manifest_cannot_be_done(params string[] args)
    {
        var run = await Run.Async(args);

        Assert.Equal((ExitCode.CannotDo, ""), (run.Exit, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Digest_is_the_manifests_own()
    {
        using var app = new AppFolder();

        var run = await Run.Async("manifest", "digest", app.Manifest);

        Assert.Equal(Manifest.Load(app.Manifest).Digest, run.Output.Trim());
    }

    [Fact]
    public async Task Diff_marks_what_alters_the_risk()
    {
        using var app = new AppFolder();
        var changed = app.Write("new.yaml", AppFolder.Yaml.Replace("trust: managed", "trust: public").Replace("name: Store notes", "name: Notes"));

        var text = await Run.Async("manifest", "diff", app.Manifest, changed);
        var json = JsonElement.Parse((await Run.Async("manifest", "diff", app.Manifest, changed, "--json")).Output);

        Assert.Equal(0, text.Exit);
        Assert.StartsWith("  ~ name: ", text.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("! ~ models[gpt-4o-mini].trust: ", text.Lines[1], StringComparison.Ordinal);
        Assert.True(json.GetProperty("alters_risk").GetBoolean());
        Assert.Equal(2, json.GetProperty("changes").GetArrayLength());
    }
}
