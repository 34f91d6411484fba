using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Tests;

[Trait("Spec", "MAN-3")]
public sealed class ManifestDigestTests
{
    /// <summary>The canonical form, written down by hand: names sorted, required fields only, no blanks.</summary>
    private const string Canonical =
        """{"data":[],"environments":["sandbox"],"id":"notes","models":[{"id":"small","provider":"sandbox","trust":"managed"}],"name":"Notes","owner":"anna@contoso.com","ownerGroup":"retail","purpose":"Summarises notes.","schema":1,"users":{"reach":"team"},"version":"1.0.0"}""";

    [Fact]
    public void Digest_is_the_hash_of_the_canonical_json() =>
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical))), Samples.Minimal.Digest);

    [Fact]
    public void Digest_ignores_layout()
    {
        var full = YamlJson.Convert(Samples.FullYaml)!;
        Prop.ForAll<int>(seed => Samples.Parse(new YamlLayout(seed).Write(full)).Digest == Samples.Full.Digest).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Digest_and_diff_notice_every_optional_field()
    {
        var full = YamlJson.Convert(Samples.FullYaml)!.AsObject();
        var layout = new YamlLayout(1);
        var compared = 0;
        foreach (var cut in Cuts(full))
        {
            if (ManifestReader.Read(layout.Write(cut), "cut.yaml", ManifestCase.Folder).Manifest is not { } without) continue;
            Assert.NotEqual(Samples.Full.Digest, without.Digest);
            Assert.NotEmpty(ManifestDiff.Compare(Samples.Full, without));
            compared++;
        }

        Assert.InRange(compared, 80, int.MaxValue);
    }

    [Fact]
    public void Digest_of_a_default_written_out_is_that_of_the_default_left_out()
    {
        var written = ManifestCase.Load("valid/minimal").Yaml.Replace("managed }", "managed, use: [chat] }", StringComparison.Ordinal)
            + "tools: []\ndecommission: { deleteVectors: true }\nredaction: { types: {} }\n";
        Assert.Equal(Samples.Minimal.Digest, Samples.Parse(written).Digest);
        Assert.Equal(Samples.Minimal, Samples.Parse(written));
    }

    [Fact]
    public void Digest_of_a_changed_copy_is_its_own()
    {
        var before = Samples.Minimal.Digest;
        Assert.NotEqual(before, (Samples.Minimal with { Version = "1.0.1" }).Digest);
        Assert.Equal(before, (Samples.Minimal with { Version = "1.0.1" } with { Version = "1.0.0" }).Digest);
    }

    [Fact]
    public void Digest_counts_the_order_of_models() =>
        Assert.NotEqual(Samples.Full.Digest, (Samples.Full with { Models = [.. Samples.Full.Models.Reverse()] }).Digest);

    [Fact]
    public void Digest_follows_the_bytes_of_prompt_files()
    {
        using var folder = new TemporaryFolder();
        var yaml = ManifestCase.Load("valid/minimal").Yaml + "prompts: [{ id: system, file: system.md }]\n";
        var path = folder.Write("microapp.yaml", yaml);
        folder.Write("system.md", "Be brief.");
        var before = Manifest.Load(path);
        folder.Write("system.md", "Be brief!");
        var after = Manifest.Load(path);
        Assert.NotEqual(before.Digest, after.Digest);
        Assert.Equal("prompts[system].digest", Assert.Single(ManifestDiff.Compare(before, after)).Field);
    }

    [Fact]
    public void Records_without_a_file_have_the_digest_of_the_same_file() => Assert.Equal(Samples.Minimal.Digest, ManifestRecordTests.ByHand().Digest);

    /// <summary>The tree with one entry of one group, or one item of one list, taken away.</summary>
    private static IEnumerable<JsonNode> Cuts(JsonObject root)
    {
        foreach (var path in Paths(root).ToList())
        {
            var copy = root.DeepClone();
            var parent = path.SkipLast(1).Aggregate(copy, (node, step) => step is int i ? node[i]! : node[(string)step]!);
            if (path[^1] is int index) parent.AsArray().RemoveAt(index);
            else parent.AsObject().Remove((string)path[^1]);
            yield return copy;
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => Paths(e.Value).Select(rest => (object[])[e.Key, .. rest]).Prepend([e.Key])),
        JsonArray list => list.SelectMany((item, i) => Paths(item).Select(rest => (object[])[i, .. rest]).Prepend([i])),
        _ => [],
    };
}
