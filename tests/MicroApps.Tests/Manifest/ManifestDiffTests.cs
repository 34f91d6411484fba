namespace MicroApps.Tests;

[Trait("Spec", "MAN-4")]
public sealed class ManifestDiffTests
{
    public static TheoryData<string, string, string[]> Changes => new()
    {
        { "version: 1.2.0-beta.1+build.7", "version: 1.3.0", ["~ version: 1.2.0-beta.1+build.7 → 1.3.0"] },
        { "name: Store notes", "name: Shop notes", ["~ name: Store notes → Shop notes"] },
        { "reach: org-wide", "reach: team", ["~ users.reach: org-wide → team  (alters risk: reach)"] },
        { "expected: 25", "expected: 26", ["~ users.expected: 25 → 26"] },
        { "class: public }", "class: internal }", ["~ data[opening-hours].class: public → internal  (alters risk: data class)"] },
        { "  - { id: opening-hours, class: public }\n", "", ["- data[opening-hours]: { id: opening-hours, class: public }  (alters risk: data source)"] },
        { "\"2024-07-18\"", "\"2025-01-31\"", ["~ models[gpt-4o-mini].version: 2024-07-18 → 2025-01-31  (alters risk: model version)"] },
        { "trust: self-hosted", "trust: public", ["~ models[llama3:8b].trust: self-hosted → public  (alters risk: model trust)"] },
        { "keySecret: AZURE_OPENAI_KEY", "keySecret: AZURE_KEY", ["~ models[gpt-4o-mini].keySecret: AZURE_OPENAI_KEY → AZURE_KEY"] },
        { "region: eu-west-1", "region: us", ["~ models[gpt-4o-mini].region: eu-west-1 → us  (alters risk: model region)"] },
        { "version: \"3\"", "version: \"4\"", ["~ prompts[system].version: 3 → 4  (alters risk: prompt)"] },
        { "sideEffects: external", "sideEffects: write", ["~ tools[send_mail].sideEffects: external → write  (alters risk: tool side effects)"] },
        { "originals: [EMAIL_ADDRESS, PERSON]", "originals: [PERSON]", ["~ tools[send_mail].originals: [EMAIL_ADDRESS, PERSON] → [PERSON]  (alters risk: tool originals)"] },
        { "ports: [443, 8443]", "ports: [443]", ["~ egress[api.contoso.com].ports: [443, 8443] → [443]  (alters risk: egress)"] },
        { "\nresidency: [eu]", "\nresidency: [eu, us]", ["~ residency: [eu] → [eu, us]  (alters risk: residency)"] },
        { "production: 13mo", "production: 1y", ["~ retention.production: 13mo → 1y  (alters risk: retention shortened)"] },
        { "production: 13mo", "production: 2y", ["~ retention.production: 13mo → 2y"] },
        { "spend: 5.25", "spend: 5.26", ["~ quotas[day cost-centre].spend: 5.25 → 5.26  (alters risk: quota raised)"] },
        { "spend: 5.25", "spend: 5", ["~ quotas[day cost-centre].spend: 5.25 → 5"] },
        { "spend: 5.25, ", "", ["- quotas[day cost-centre].spend: 5.25  (alters risk: quota raised)"] },
        { "enforce: soft", "enforce: hard", ["~ quotas[day cost-centre].enforce: soft → hard"] },
        { "limits: { concurrency: 8, payloadBytes", "limits: { payloadBytes", ["- limits.concurrency: 8  (alters risk: limit raised)"] },
        { "CREDIT_CARD: block", "CREDIT_CARD: mask", ["~ redaction.types.CREDIT_CARD: block → mask  (alters risk: redaction loosened)"] },
        { "EMAIL_ADDRESS: pseudonymise", "EMAIL_ADDRESS: mask", ["~ redaction.types.EMAIL_ADDRESS: pseudonymise → mask"] },
        { "URL: allow", "URL: hash", ["~ redaction.types.URL: allow → hash"] },
        { "{ PERSON: block }", "{}", ["- redaction.classes.regulated.PERSON: block  (alters risk: redaction loosened)"] },
        { "IBAN: block", "IBAN: report", ["~ redaction.responses.IBAN: block → report  (alters risk: redaction loosened)"] },
        { "unscannable: deny", "unscannable: allow", ["~ redaction.unscannable: deny → allow  (alters risk: unscannable content)"] },
        { "interval: 90d", "interval: 4mo", ["~ review.interval: 90d → 4mo  (alters risk: review interval lengthened)"] },
        { "interval: 90d", "interval: 30d", ["~ review.interval: 90d → 30d"] },
        { "deleteVectors: false", "deleteVectors: true", ["~ decommission.deleteVectors: false → true"] },
        { "limits: { concurrency: 8, payloadBytes: 1048576, requestsPerMinute: 60 }\n", "", ["- limits.concurrency: 8  (alters risk: limit raised)", "- limits.payloadBytes: 1048576  (alters risk: limit raised)", "- limits.requestsPerMinute: 60  (alters risk: limit raised)"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_is_named_with_its_risk(string before, string after, string[] expected)
    {
        Assert.Contains(before, Samples.FullYaml, StringComparison.Ordinal);
        var changed = Samples.Parse(Samples.FullYaml.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(expected, ManifestDiff.Compare(Samples.Full, changed).Select(c => c.ToString()));
    }

    [Fact]
    public void Additions_and_new_defaults_are_named()
    {
        var after = Samples.Minimal with
        {
            Egress = [new() { Host = "api.contoso.com" }],
            Limits = new() { Concurrency = 4 },
            Redaction = new() { Types = new Dictionary<string, RedactionAction> { ["IBAN"] = RedactionAction.Block, ["URL"] = RedactionAction.Allow } },
        };
        Assert.Equal(
            [
                "+ egress[api.contoso.com]: { host: api.contoso.com }  (alters risk: egress)",
                "+ limits.concurrency: 4",
                "+ redaction.types.IBAN: block",
                "+ redaction.types.URL: allow  (alters risk: redaction loosened)",
            ],
            ManifestDiff.Compare(Samples.Minimal, after).Select(c => c.ToString()));
    }

    [Fact]
    public void Order_of_models_alters_risk_and_that_of_tools_does_not()
    {
        ManifestTool[] tools = [new() { Name = "a", SideEffects = ToolSideEffects.None }, new() { Name = "b", SideEffects = ToolSideEffects.None }];
        var before = Samples.Full with { Tools = tools };
        var after = before with { Models = [.. before.Models.Reverse()], Tools = [.. tools.Reverse()] };
        Assert.Equal(
            ["~ models: [gpt-4o-mini, llama3:8b] → [llama3:8b, gpt-4o-mini]  (alters risk: default model)", "~ tools: [a, b] → [b, a]"],
            ManifestDiff.Compare(before, after).Select(c => c.ToString()));
    }

    [Fact]
    public void Diff_is_empty_exactly_when_the_digests_are_equal()
    {
        var manifests = ManifestCase.Names("valid").Select(n => ManifestCase.Load(n).Read().Manifest!).ToArray();
        Assert.All(manifests.SelectMany(a => manifests.Select(b => (a, b))), p => Assert.Equal(p.a.Digest == p.b.Digest, ManifestDiff.Compare(p.a, p.b).Count == 0));
    }
}
