using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Tests;

[Trait("Spec", "MAN-2")]
public sealed class ManifestReaderTests
{
    private static readonly string Minimal = ManifestCase.Load("valid/minimal").Yaml;

    [Fact]
    public void Load_of_a_valid_file_reads_manifest_and_prompts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("prompts/system.md", "Be brief.");
        var manifest = Manifest.Load(folder.Write("microapp.yaml", Minimal + "prompts: [{ id: a, file: prompts/system.md }]\n"));
        Assert.StartsWith("sha256:", Assert.Single(manifest.Prompts).Digest, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_of_an_invalid_file_throws_with_all_errors()
    {
        var refused = Assert.Throws<ManifestException>(() => Manifest.Load(ManifestCase.Load("invalid/many-errors-at-once").Path));
        Assert.Equal(12, refused.Errors.Count);
        Assert.All(refused.Errors, e => Assert.Contains(e.ToString(), refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_of_a_missing_file_says_so()
    {
        var refused = Assert.Throws<ManifestException>(() => Manifest.Load(Path.Combine(ManifestCase.Folder, "none.yaml")));
        Assert.Equal("none.yaml(1,1): error: the file does not exist. Create it, or correct the path.", refused.Message);
    }

    [Fact]
    public void File_in_another_encoding_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "microapp.yaml"), [.. "name: M"u8, 0xFC, .. "ller\n"u8]);
        Assert.Equal("the file is not UTF-8 text", Assert.Single(ManifestReader.ReadFile(Path.Combine(folder.Path, "microapp.yaml")).Errors).Message);
    }

    [Fact]
    public void Byte_order_mark_and_carriage_returns_are_accepted()
    {
        var reading = ManifestReader.Read("\uFEFF" + Minimal.ReplaceLineEndings("\r\n"), "microapp.yaml", null);
        Assert.Empty(reading.Errors);
        Assert.Equal(Samples.Minimal.Digest, reading.Manifest!.Digest);
    }

    [Fact]
    public void Prompt_that_is_a_link_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "prompts"), elsewhere.Path);
        elsewhere.Write("system.md", "secret of somebody else");
        var error = Assert.Single(ManifestReader.Read(Minimal + "prompts: [{ id: a, file: prompts/system.md }]\n", "m.yaml", folder.Path).Errors);
        Assert.Equal("a link stands in the path of the file", error.Message);
    }

    [Fact]
    public void Prompt_without_a_folder_has_the_digest_that_is_written()
    {
        var reading = ManifestReader.Read(Minimal + "prompts: [{ id: a, file: none.md }]\n", "m.yaml", null);
        Assert.Null(Assert.Single(reading.Manifest!.Prompts).Digest);
    }

    [Fact]
    public void Place_of_a_field_is_found_with_or_without_errors()
    {
        var reading = ManifestReader.Read(Minimal, "m.yaml", null);
        Assert.Equal((12, 44), reading.PlaceOf("models[0].trust"));
        Assert.Equal((12, 5), reading.PlaceOf("models[0].region"));
        Assert.Equal((1, 1), reading.PlaceOf("nothing.like[7].it"));
        Assert.Equal((1, 1), ManifestReader.Read("a: [", "m.yaml", null).PlaceOf("a"));
    }

    [Fact]
    public void Errors_are_sorted_by_place()
    {
        var errors = ManifestCase.Load("invalid/many-errors-at-once").Read().Errors;
        Assert.Equal(errors.OrderBy(e => e.Line).ThenBy(e => e.Column), errors);
    }

    [Fact]
    [Trait("Spec", "ACC-3")]
    public void Keys_and_addresses_are_never_repeated()
    {
        var key = "sk-" + "proj-" + new string('a', 12) + new string('7', 12);
        string[] places =
        [
            $"costCentre: {key}\n", $"{key}: 1\n", $"residency: [{key}]\n", $"quotas: [{{ per: {key}, requests: 1 }}]\n", $"limits: {{ concurrency: {key} }}\n",
            $"redaction: {{ types: {{ {key}: mask }} }}\n", $"tools: [{{ name: a, sideEffects: none, {key}: 1 }}]\n", $"review: {{ interval: {key} }}\n",
            $"decommission: {{ contact: {key} }}\n", $"dependencies: {{ highRisk: {key} }}\n", $"{key}: 1\n{key}: 2\n", $"residency: [{key}, {key}]\n",
        ];
        Assert.All(places, extra => Assert.DoesNotContain(key, string.Join('\n', AssertRefused(Minimal + extra)), StringComparison.Ordinal));
        Assert.All(AssertRefused(Minimal.Replace("anna@contoso.com", "anna@@contoso.com", StringComparison.Ordinal)), e => Assert.DoesNotContain("anna@@", e.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name: No\u0007tes\n", 1, 9)]
    [InlineData("id: notes\n\0evil: true\n", 2, 1)]
    public void Control_characters_are_refused_with_their_place(string yaml, int line, int column)
    {
        var error = Assert.Single(Samples.Errors(yaml));
        Assert.Equal((line, column, "there is a control character"), (error.Line, error.Column, error.Message));
    }

    [Fact]
    public void Any_damage_gives_errors_within_the_file_or_a_manifest()
    {
        var damage =
            from at in Gen.Choose(0, Samples.FullYaml.Length - 1)
            from length in Gen.Choose(0, 12)
            from put in Gen.Elements("", ":", "- ", "\n", "'", "\"", "[", "}", "&a ", "*a", "!t ", "  ", "\t", "#", "|", "~", "\u2028", "€", "0")
            select Samples.FullYaml.Remove(at, Math.Min(length, Samples.FullYaml.Length - at)).Insert(at, put);
        Prop.ForAll(damage.ToArbitrary(), yaml =>
        {
            var reading = ManifestReader.Read(yaml, "m.yaml", null);
            var lines = yaml.Split('\n', '\u2028').Length + 1;
            return (reading.Manifest is null) == (reading.Errors.Count > 0)
                && reading.Errors.All(e => e.Line >= 1 && e.Column >= 1 && e.Line <= lines && e.Message.Length > 0 && e.Mend.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static IReadOnlyList<ManifestError> AssertRefused(string yaml)
    {
        var errors = Samples.Errors(yaml);
        Assert.NotEmpty(errors);
        return errors;
    }
}
