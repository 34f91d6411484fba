namespace MicroApps.Tests;

/// <summary>The case files, held against the validator and, where they are YAML at all, against the published JSON Schema.</summary>
[Trait("Spec", "MAN-2")]
public sealed class ManifestCaseTests
{
    private static readonly JsonSchemaChecker Schema = new(ManifestSchema.ToJson());

    public static TheoryData<string> Valid => [.. ManifestCase.Names("valid")];

    public static TheoryData<string> Invalid => [.. ManifestCase.Names("invalid")];

    public static TheoryData<string> Semantic => [.. ManifestCase.Names("invalid-semantic")];

    public static TheoryData<string> Syntax => [.. ManifestCase.Names("invalid-syntax")];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Valid_case_is_accepted_by_validator_and_schema(string name)
    {
        var sample = ManifestCase.Load(name);
        Assert.Empty(sample.Read().Errors);
        Assert.NotNull(sample.Read().Manifest);
        Assert.Empty(Schema.Check(YamlJson.Convert(sample.Yaml)));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Invalid_case_is_refused_by_validator_and_schema(string name)
    {
        var sample = AssertErrors(name);
        Assert.NotEmpty(Schema.Check(YamlJson.Convert(sample.Yaml)));
    }

    [Theory]
    [MemberData(nameof(Semantic))]
    public void Semantic_case_is_refused_by_validator_alone(string name)
    {
        var sample = AssertErrors(name);
        Assert.Empty(Schema.Check(YamlJson.Convert(sample.Yaml)));
    }

    [Theory]
    [MemberData(nameof(Syntax))]
    public void Syntax_case_is_refused_before_it_is_a_manifest(string name) => AssertErrors(name);

    private static ManifestCase AssertErrors(string name)
    {
        var sample = ManifestCase.Load(name);
        if (Repo.Accepts) sample = sample.Accept();
        var reading = sample.Read();
        Assert.Null(reading.Manifest);
        Assert.NotEmpty(sample.Expected);
        Assert.Equal(sample.Expected, reading.Errors.Select(e => e.ToString()));
        return sample;
    }
}
