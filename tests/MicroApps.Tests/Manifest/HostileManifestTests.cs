namespace MicroApps.Tests;

/// <summary>Text made to hurt its reader. Each of these takes minutes or gigabytes in a reader without bounds, so a regression shows as a hang.</summary>
[Trait("Spec", "MAN-2")]
public sealed class HostileManifestTests
{
    private const int Size = 250_000;

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["open brackets"] = new string('[', Size),
        ["open braces"] = Repeat("{a: ", Size / 4),
        ["dashes"] = Repeat("- ", Size / 2),
        ["question marks"] = Repeat("? ", Size / 2),
        ["staircase"] = string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', i) + "a:\n")),
        ["aliases of aliases"] = "a: &a [x]\n" + string.Concat(Enumerable.Range(1, 50).Select(i => $"a{i}: &a{i} [*a, *a, *a, *a]\n")),
        ["items"] = "data:\n" + Repeat("- a\n", Size / 4),
        ["flow items"] = "data: [" + Repeat("1,", Size / 2) + "]",
        ["fields"] = string.Concat(Enumerable.Range(0, Size / 10).Select(i => $"a{i}: 1\n")),
        ["same fields"] = Repeat("a: 1\n", Size / 5),
        ["long name"] = new string('x', Size) + ": 1",
        ["long text"] = "id: " + new string('x', Size),
        ["long host"] = "egress: [{ host: " + Repeat("a.", Size / 2) + " }]",
        ["long file"] = "prompts: [{ id: a, file: " + Repeat("a/", Size / 2) + " }]",
        ["long address"] = "owner: a@" + Repeat("a.", Size / 2),
        ["long number"] = "schema: " + new string('1', Size),
        ["line feeds"] = "id: x" + new string('\n', Size) + "y",
        ["anchor"] = "id: &" + new string('x', Size),
        ["tag"] = "id: !" + new string('x', Size),
        ["directive"] = "%" + new string('x', Size),
        ["colons"] = new string(':', Size),
        ["documents"] = Repeat("---\n", Size / 4),
        ["control characters"] = new string('\u0001', Size),
        ["tabs"] = Repeat("\t\n", Size / 2),
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_text_is_refused_with_few_errors(string name)
    {
        var errors = Samples.Errors(Texts[name]);
        Assert.InRange(errors.Count, 1, 101);
        Assert.All(errors, e => Assert.InRange(e.ToString().Length, 1, 1000));
    }

    [Fact]
    public void More_than_256_KiB_are_refused_unread()
    {
        var error = Assert.Single(Samples.Errors(Repeat("- 1\n", 1_000_000)));
        Assert.Equal("the file is larger than 256 KiB", error.Message);
    }

    [Fact]
    public void Size_counts_bytes_not_characters() =>
        Assert.Equal("the file is larger than 256 KiB", Assert.Single(Samples.Errors("# " + new string('é', 140_000))).Message);

    [Fact]
    public void Larger_file_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("microapp.yaml", new string(' ', ManifestReader.MaxBytes + 1));
        Assert.Equal("the file is larger than 256 KiB", Assert.Single(ManifestReader.ReadFile(path).Errors).Message);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
