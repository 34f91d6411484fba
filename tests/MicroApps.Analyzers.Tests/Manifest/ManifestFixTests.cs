namespace MicroApps.Analyzers.Tests;

[Trait("Spec", "ANA-1")]
public class ManifestFixTests
{
    private const string Models = "models:\n  - { id: small, provider: sandbox, trust: managed }\n";
    private const string Uses = """_ = new ChatOptions { ModelId = "gpt-4o", Tools = [AIFunctionFactory.Create(Tool.Mail), AIFunctionFactory.Create(Tool.Search)] };""";
    private const string Model = "  - { id: gpt-4o, provider: sandbox, trust: managed }\n";

    private static readonly string s_head = Manifests.Valid[..Manifests.Valid.IndexOf("models:", StringComparison.Ordinal)];

    [Theory]
    [InlineData(Models + "# the end\n", Models + Model + "# the end\n")]
    [InlineData(Models + "\n# Tools\ntools: []\n", Models + Model + "\n# Tools\ntools: []\n")]
    [InlineData(
        "models:\n- id: small # ours\n  provider: openai\n  endpoint: https://api.contoso.com/v1\n  trust: managed\n  maxOutputTokens: 9\n",
        "models:\n- id: small # ours\n  provider: openai\n  endpoint: https://api.contoso.com/v1\n  trust: managed\n  maxOutputTokens: 9\n- id: gpt-4o\n  provider: openai\n  endpoint: https://api.contoso.com/v1\n  trust: managed\n")]
    public Task Model_is_declared_beside_the_first(string models, string expected) =>
        FixTest.FixesFile<MAPP4003UndeclaredCapability, MAPP4003Fix>(Of(s_head + models, """_ = new ChatOptions { ModelId = "gpt-4o" };"""), s_head + expected);

    [Theory]
    [InlineData("", "tools:\n  - name: Mail\n    sideEffects: external\n  - name: Search\n    sideEffects: external\n")]
    [InlineData("egress: []\n", "tools:\n  - name: Mail\n    sideEffects: external\n  - name: Search\n    sideEffects: external\negress: []\n")]
    [InlineData("tools: [] # none\n", "tools: # none\n  - name: Mail\n    sideEffects: external\n  - name: Search\n    sideEffects: external\n")]
    [InlineData("tools:\n    - { name: one, sideEffects: none }\n\nquotas: []\n", "tools:\n    - { name: one, sideEffects: none }\n    - { name: Mail, sideEffects: external }\n    - { name: Search, sideEffects: external }\n\nquotas: []\n")]
    public Task Tools_are_declared(string tools, string expected) => FixTest.FixesFile<MAPP4003UndeclaredCapability, MAPP4003Fix>(
        Of(s_head + Models + tools, Uses.Replace("ModelId = \"gpt-4o\", ", "", StringComparison.Ordinal)), s_head + Models + expected);

    [Fact]
    public Task Host_is_declared() => FixTest.FixesFile<MAPP4003UndeclaredCapability, MAPP4003Fix>(
        Of(s_head + Models, """await new HttpClient().GetAsync("https://api.fabrikam.com/v1"); await new HttpClient().GetAsync("https://api.fabrikam.com/v2");"""),
        s_head + Models + "egress:\n  - host: api.fabrikam.com\n");

    [Fact]
    public Task Host_at_another_port_is_left_to_the_author() =>
        FixTest.OffersNone<MAPP4003UndeclaredCapability, MAPP4003Fix>(Of(s_head + Models, """await new HttpClient().GetAsync("https://api.fabrikam.com:8443/v1");"""));

    [Fact]
    public Task Line_ends_of_the_file_are_kept()
    {
        var yaml = (s_head + Models).ReplaceLineEndings("\r\n");
        return FixTest.FixesFile<MAPP4003UndeclaredCapability, MAPP4003Fix>(Of(yaml.TrimEnd(), """_ = new ChatOptions { ModelId = "gpt-4o" };"""), yaml + Model.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("models: [{ id: small, provider: sandbox, trust: managed }]\n", "\"gpt-4o\"")]
    [InlineData(Models, "\"no model\"")]
    [InlineData("models:\n  - { id: small, provider: sandbox, trust: managed }\n  - { id: gpt-4o, provider: sandbox, trust: managed, use: [embeddings] }\n", "\"gpt-4o\"")]
    public Task Declaration_whose_place_or_name_is_not_certain_is_not_offered(string models, string name) =>
        FixTest.OffersNone<MAPP4003UndeclaredCapability, MAPP4003Fix>(Of(s_head + models, $"_ = new ChatOptions {{ ModelId = {name} }};"));

    [Fact]
    public Task Missing_fields_are_added_in_their_order() => FixTest.FixesFile<MAPP4002ManifestInvalid, MAPP4002Fix>(
        Manifests.Of((Manifests.Path, "# Notes\nschema: 1\nid: notes # ours\nname: Notes\nownerGroup: retail\n\n" + Models)),
        "# Notes\nschema: 1\nid: notes # ours\nname: Notes\nversion: 0.1.0\nowner: first.last@example.com\nownerGroup: retail\npurpose: Say in a sentence what the app is for.\n"
        + "users: { reach: team }\nenvironments: [sandbox]\ndata: []\n\n" + Models);

    [Fact]
    public Task Missing_head_is_added_before_what_is_there() => FixTest.FixesFile<MAPP4002ManifestInvalid, MAPP4002Fix>(
        Manifests.Of((Manifests.Path, Manifests.Valid.Replace("schema: 1\nid: notes\nname: Notes\n", "", StringComparison.Ordinal))),
        Manifests.Valid.Replace("id: notes\nname: Notes\n", "id: app\nname: App\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("{ id: small, provider: sandbox }")]
    [InlineData("{ id: small, provider: sandbox, trust: managd }")]
    public Task Value_that_only_the_author_knows_is_not_offered(string model) => FixTest.OffersNone<MAPP4002ManifestInvalid, MAPP4002Fix>(
        Manifests.Of((Manifests.Path, s_head + "models:\n  - " + model + "\n")));

    [Theory]
    [InlineData("colour: red\n", "")]
    [InlineData("colour:\n  red: 1\n\n  green: 2\n", "")]
    [InlineData("colours:\n- red\n- green\n# Quotas\nquotas: []\n", "# Quotas\nquotas: []\n")]
    [InlineData("quota: []\n", "quotas: []\n")]
    public Task Field_that_does_not_exist_is_renamed_or_removed(string fields, string expected) => FixTest.FixesFile<MAPP4002ManifestInvalid, MAPP4002Fix>(
        Manifests.Of((Manifests.Path, s_head + fields + Models)), s_head + expected + Models);

    [Fact]
    public Task Field_within_braces_is_left_to_the_author() => FixTest.OffersNone<MAPP4002ManifestInvalid, MAPP4002Fix>(
        Manifests.Of((Manifests.Path, s_head + "models:\n  - { id: small, colour: red, provider: sandbox, trust: managed }\n")));

    private static Project Of(string yaml, string source)
    {
        var project = Project.Of(MAPP4003Tests.With(source));
        MAPP4003Tests.Add(yaml)(project);
        return project;
    }
}
