namespace MicroApps.Analyzers.Tests;

[Trait("Spec", "ANA-2")]
public class MAPP4004Tests
{
    private const string Head = "package microapp\n\n";

    public static TheoryData<string, string> Verdicts => new()
    {
        { """deny contains "No." if input.models[_].trust == "public" """, "(1,1): MAPP4004: Denied by policy: No." },
        { """deny contains {"message": "No.", "field": "owner"} """, "(5,8): MAPP4004: Denied by policy: No." },
        { """deny contains {"msg": "No.", "field": "users.reach"} """, "(8,17): MAPP4004: Denied by policy: No." },
        { """deny contains {"msg": "No.", "field": sprintf("models[%d].trust", [i])} if { some i, m in input.models; m.trust == "public" } """, "(14,12): MAPP4004: Denied by policy: No." },
        { """deny contains {"msg": "No.", "field": "models[1]"} """, "(13,5): MAPP4004: Denied by policy: No." },
        { """deny contains {"msg": "No.", "field": "environments[1]"} """, "(9,25): MAPP4004: Denied by policy: No." },
        { """deny contains {"msg": "No region.", "field": "models[0].region"} """, "(12,5): MAPP4004: Denied by policy: No region." },
        { """deny contains {"msg": "No retention.", "field": "retention.staging"} if not input.retention.staging """, "(1,1): MAPP4004: Denied by policy: No retention." },
        { """deny contains {"field": "owner"} """, """(5,8): MAPP4004: Denied by policy: {"field":"owner"}""" },
        { """deny := "Nothing may run." """, "(1,1): MAPP4004: Denied by policy: Nothing may run." },
        { """deny := ["No."] """, "(1,1): MAPP4004: Denied by policy: No." },
        { """deny if input.users.expected > 24 """, "(1,1): MAPP4004: Denied by policy: the manifest is denied" },
        { """deny.models contains {"msg": "No.", "field": "models"} """, "(12,3): MAPP4004: Denied by policy: No." },
        { """deny contains "two\nlines" """, "(1,1): MAPP4004: Denied by policy: two lines" },
        { """deny contains 7 """, "(1,1): MAPP4004: Denied by policy: 7" },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task Verdict_is_told_at_the_field_it_names(string rule, string told) =>
        Assert.Equal([Manifests.Path + told], await Tell(Manifests.With(("/app/policies/org.rego", Head + rule))));

    [Theory]
    [InlineData("deny contains \"No.\" if input.owner == \"x\"")]
    [InlineData("deny := false")]
    [InlineData("default deny := false\ndeny if input.id == \"other\"")]
    [InlineData("deny(x) := \"No.\" if x")]
    [InlineData("warn contains \"Hm.\"")]
    public async Task Policy_that_has_nothing_against_it_is_silent(string rule) =>
        Assert.Empty(await Tell(Manifests.With(("/app/policies/org.rego", Head + rule))));

    [Fact]
    public async Task Several_policies_are_told_together_and_sorted_by_place() => Assert.Equal(
        [
            "/app/microapp.yaml(5,8): MAPP4004: Denied by policy: Owner.", "/app/microapp.yaml(12,44): MAPP4004: Denied by policy: Trust.",
            "/app/microapp.yaml(14,12): MAPP4004: Denied by policy: Trust.",
        ],
        await Tell(Manifests.With(
            ("/app/policies/a.rego", Head + """deny contains {"msg": "Owner.", "field": "owner"} """),
            ("/packages/org/policies/models.rego", """
                package microapp.models

                deny contains {"msg": "Trust.", "field": $"models[{i}].trust"} if some i, _ in input.models

                """))));

    [Fact]
    public async Task Policies_of_other_packages_are_for_other_inputs() =>
        Assert.Empty(await Tell(Manifests.With(
            ("/app/policies/calls.rego", "package calls\n\ndeny contains \"No.\"\n"),
            ("/app/policies/microapps.rego", "package microapps\n\ndeny contains \"No.\"\n"))));

    [Fact]
    public async Task Documents_beside_the_policies_are_data_under_their_folders() => Assert.Equal(
        ["/app/microapp.yaml(5,8): MAPP4004: Denied by policy: anna@contoso.com left"],
        await Tell(Manifests.With(
            ("/app/policies/org.rego", Head + """deny contains {"msg": $"{input.owner} left", "field": "owner"} if input.owner in data.people.left """),
            ("/app/policies/people/left.json", """{ "left": ["anna@contoso.com"] }"""),
            ("/app/policies/limits.json", """{ "limits": {} }"""),
            ("/app/appsettings.json", "no JSON"))));

    [Fact]
    public async Task Input_has_the_kinds_of_yaml() => Assert.Empty(await Tell(Manifests.Of(
        (Manifests.Path, "a: 1\nb: '1'\nc: true\nd: ~\ne: [1.50, +2, 0x1F]\nf: {}\n"),
        ("/app/policies/org.rego", Head + """deny contains json.marshal(input) if input != {"a": 1, "b": "1", "c": true, "d": null, "e": [1.5, 2, "0x1F"], "f": {}} """))));

    [Fact]
    public async Task Invalid_manifest_is_judged_too_but_not_one_that_is_no_yaml()
    {
        var policy = ("/app/policies/org.rego", Head + """deny contains "No." """);

        Assert.Single(await Tell(Manifests.Of((Manifests.Path, "id: notes\n"), policy)));
        Assert.Empty(await Tell(Manifests.Of((Manifests.Path, "id: [\n"), policy)));
        Assert.Empty(await Tell(Manifests.Of((Manifests.Path, "- notes\n"), policy)));
        Assert.Empty(await Tell(Manifests.Of(policy)));
    }

    [Fact]
    public async Task Hundred_verdicts_are_told_and_the_others_counted()
    {
        var told = await Tell(Manifests.With(("/app/policies/org.rego", Head + "deny contains {\"msg\": sprintf(\"No %d.\", [i]), \"field\": \"owner\"} if some i in numbers.range(1, 120)")));

        Assert.Equal(101, told.Count);
        Assert.Equal("/app/microapp.yaml(1,1): MAPP4004: Denied by policy: there are 20 more reasons", told[0]);
    }

    private static Task<IReadOnlyList<string>> Tell(Project project) => Manifests.Tell(project, new MAPP4004PolicyDenies(), new MAPP4005PolicyBroken());
}
