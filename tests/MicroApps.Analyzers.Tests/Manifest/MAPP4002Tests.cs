namespace MicroApps.Analyzers.Tests;

/// <summary>The case files of the runtime's reader, whose errors stand at their tops: the build says the same.</summary>
[Trait("Spec", "ANA-2")]
public class MAPP4002Tests
{
    private const string Mark = "#! ";

    /// <summary>Wrong only for the prompt files beside the manifest, which are no part of a compilation.</summary>
    private static readonly string[] s_ofFiles = ["prompt-digest-of-another-file", "prompt-file-is-a-folder", "prompt-file-missing"];

    private static readonly string s_folder = System.IO.Path.Combine(Root(), "tests", "MicroApps.Tests", "Manifest", "Cases");

    public static TheoryData<string> Invalid => [.. Names("invalid"), .. Names("invalid-semantic").Where(n => !IsOfFiles(n)), .. Names("invalid-syntax")];

    public static TheoryData<string> Valid => [.. Names("valid"), .. Names("invalid-semantic").Where(IsOfFiles)];

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Every_error_of_the_reader_is_told_at_its_place(string name)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(s_folder, name + ".yaml"));
        var expected = text.Split('\n').TakeWhile(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[line.IndexOf('(', StringComparison.Ordinal)..]);

        var told = await Tell(text);

        Assert.Equal(
            expected.Take(MAPP4002ManifestInvalid.Most).Select(e => Manifests.Path + e.Replace("): error: ", "): MAPP4002: ", StringComparison.Ordinal)),
            told);
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Valid_manifest_is_not_told(string name) => Assert.Empty(await Tell(File.ReadAllText(System.IO.Path.Combine(s_folder, name + ".yaml"))));

    [Fact]
    public async Task Twenty_errors_are_told_at_most()
    {
        var told = await Tell(string.Concat(Enumerable.Range(0, 30).Select(i => $"no-field-{i}: 1\n")));

        Assert.Equal(20, told.Count);
    }

    [Fact]
    public async Task Places_are_those_of_the_file_with_a_byte_order_mark_and_windows_line_ends() => Assert.Equal(
        ["/app/microapp.yaml(14,12): MAPP4002: models[1].trust: 'pubic' is not a trust level. Write managed, self-hosted, public or unvetted (did you mean 'public'?)."],
        await Tell("\uFEFF" + Manifests.Valid.Replace("trust: public", "trust: pubic", StringComparison.Ordinal).ReplaceLineEndings("\r\n")));

    [Fact]
    public async Task Other_yaml_is_left_alone() =>
        Assert.Empty(await Manifests.Tell(Manifests.Of(("/app/compose.yaml", "services: [")), new MAPP4002ManifestInvalid()));

    [Fact]
    public async Task Secret_in_a_manifest_is_not_repeated()
    {
        var key = Secret.OpenAI();

        var told = await Tell(Manifests.Valid.Replace("Notes", key, StringComparison.Ordinal));

        Assert.Contains("looks like a secret", Assert.Single(told), StringComparison.Ordinal);
        Assert.DoesNotContain(key[..12], told[0], StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> Tell(string yaml) => Manifests.Tell(Manifests.Of((Manifests.Path, yaml)), new MAPP4002ManifestInvalid());

    private static IEnumerable<string> Names(string kind) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(s_folder, kind), "*.yaml").Select(p => $"{kind}/{System.IO.Path.GetFileNameWithoutExtension(p)}").Order(StringComparer.Ordinal);

    private static bool IsOfFiles(string name) => s_ofFiles.Contains(name.Split('/')[1]);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Sdk.sln")))
            folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
