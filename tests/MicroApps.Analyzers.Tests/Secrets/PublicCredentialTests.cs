namespace MicroApps.Analyzers.Tests;

[Trait("Spec", "ANA-1")]
public class PublicCredentialTests
{
    // In pieces, so that other scanners stay quiet too.
    public static TheoryData<string> Published => new(
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u" + "SRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5" + "DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==");

    [Theory]
    [MemberData(nameof(Published))]
    public async Task Key_that_an_emulator_publishes_is_silent(string key) =>
        Assert.Empty(await SecretRules.Analyze($"class C {{ string accountKey = \"{key}\"; string s = \"DefaultEndpointsProtocol=https;AccountName=notes;AccountKey={key}\"; }}"));

    [Theory]
    [MemberData(nameof(Published))]
    public async Task Key_that_differs_by_one_letter_is_told(string key) =>
        Assert.NotEmpty(await SecretRules.Analyze($"class C {{ string accountKey = \"{key.Replace("q", "r", StringComparison.Ordinal)}\"; }}"));
}
