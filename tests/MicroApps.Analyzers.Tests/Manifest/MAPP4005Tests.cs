using System.Diagnostics;

namespace MicroApps.Analyzers.Tests;

[Trait("Spec", "ANA-2")]
public class MAPP4005Tests
{
    private const string Good = "package microapp\n\ndeny contains \"No.\"\n";

    [Fact]
    public async Task Rego_that_is_no_rego_is_told_at_its_line()
    {
        var told = Assert.Single(await Tell(("/app/policies/bad.rego", "package microapp\n\ndeny contains if {\n"), ("/app/policies/good.rego", Good)));

        Assert.StartsWith("/app/policies/bad.rego(3,", told, StringComparison.Ordinal);
        Assert.EndsWith("(rego_parse_error)", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_has_its_own_errors()
    {
        var told = await Tell(
            ("/app/policies/a.rego", "package microapp\n\ndeny contains \"𝄞\" if x > 1\n"),
            ("/app/policies/b.rego", "package microapp\n\n\ndeny contains y if y > 1\n"));

        Assert.Equal(2, told.Count);
        Assert.StartsWith("/app/policies/a.rego(3,23): MAPP4005: The policy cannot be evaluated: ", told[0], StringComparison.Ordinal);
        Assert.EndsWith("(rego_unsafe_var_error)", told[0], StringComparison.Ordinal);
        Assert.StartsWith("/app/policies/b.rego(4,", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_is_told_without_a_manifest_too()
    {
        var project = Manifests.Of(("/app/policies/bad.rego", "package microapp\n\nx := y\n"));

        Assert.Single(await Manifests.Tell(project, new MAPP4005PolicyBroken()));
    }

    [Theory]
    [InlineData("time.now_ns()")]
    [InlineData("""http.send({"method": "get", "url": "https://contoso.com"})""")]
    [InlineData("opa.runtime()")]
    [InlineData("rand.intn(\"a\", 5)")]
    public async Task Clock_network_and_host_are_not_granted(string call) =>
        Assert.Contains("(rego_type_error)", Assert.Single(await Tell(("/app/policies/a.rego", $"package microapp\n\ndeny contains {call}\n"))), StringComparison.Ordinal);

    [Fact]
    public async Task Endless_policy_ends_and_is_told_at_its_rule()
    {
        var clock = Stopwatch.StartNew();

        var told = await Tell(("/app/policies/slow.rego", """
            package microapp

            deny contains "No." if {
                some a in numbers.range(1, 100000)
                some b in numbers.range(1, 100000)
                a * b < 0
            }

            """));

        Assert.StartsWith("/app/policies/slow.rego(3,1): MAPP4005: The policy cannot be evaluated: the evaluation was ended: ", Assert.Single(told), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), clock.Elapsed.ToString());
    }

    [Fact]
    public async Task Conflict_is_told_at_its_line()
    {
        var told = Assert.Single(await Tell(("/app/policies/a.rego", "package microapp\n\ndeny contains who\n\nwho := input.id\n\nwho := input.name\n")));

        Assert.StartsWith("/app/policies/a.rego(", told, StringComparison.Ordinal);
        Assert.EndsWith("(eval_conflict_error)", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "json")]
    [InlineData("[]", "rego_bundle_error")]
    public async Task Broken_document_is_told_at_its_file(string json, string code)
    {
        var told = Assert.Single(await Tell(("/app/policies/a.json", json), ("/app/policies/good.rego", Good)));

        Assert.StartsWith("/app/policies/a.json(1,1): MAPP4005: ", told, StringComparison.Ordinal);
        Assert.EndsWith($"({code})", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_evaluation_ends_and_is_forgotten()
    {
        var opened = Manifests.With(("/app/policies/slow.rego", """
            package microapp

            deny contains "No." if {
                some a in numbers.range(1, 90000)
                some b in numbers.range(1, 90000)
                a * b < 0
            }

            """)).Open();
        var files = PolicyFiles.In(opened.AnalyzerOptions.AdditionalFiles, CancellationToken.None);
        var manifest = ContentFile.Open(opened.AnalyzerOptions.AdditionalFiles.First(ManifestSource.Is), CancellationToken.None)!;
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => PolicyVerdict.Of(manifest, files, cancelled.Token));
        Assert.Single(PolicyVerdict.Of(manifest, files, CancellationToken.None).Errors);
    }

    [Fact]
    public void Same_contents_are_evaluated_once()
    {
        var (first, second) = (Verdict(Manifests.Valid), Verdict(Manifests.Valid));
        var other = Verdict(Manifests.Valid + "# more\n");

        Assert.Same(first, second);
        Assert.NotSame(first, other);
        Assert.Single(other.Denials);
    }

    private static PolicyVerdict Verdict(string manifest)
    {
        var all = Manifests.Of((Manifests.Path, manifest), ("/app/policies/good.rego", Good)).Open().AnalyzerOptions.AdditionalFiles;
        return PolicyVerdict.Of(ContentFile.Open(all.First(ManifestSource.Is), default)!, PolicyFiles.In(all, default), default);
    }

    private static Task<IReadOnlyList<string>> Tell(params (string, string)[] policies) => Manifests.Tell(Manifests.With(policies), new MAPP4005PolicyBroken());
}
