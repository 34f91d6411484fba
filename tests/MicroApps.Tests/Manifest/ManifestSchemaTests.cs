using System.Text;

namespace MicroApps.Tests;

[Trait("Spec", "MAN-2")]
public sealed class ManifestSchemaTests
{
    private const string Start = "<!-- fields: written by the tests -->\n";
    private const string End = "<!-- end of fields -->\n";

    [Fact]
    public void Schema_file_is_what_the_table_says() =>
        Repo.AssertFile(Repo.PathOf("docs", "schema", "microapp.schema.json"), ManifestSchema.ToJson());

    [Fact]
    public void Guide_lists_the_fields_of_the_table()
    {
        var path = Repo.PathOf("docs", "guide", "manifest.md");
        var page = File.ReadAllText(path);
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        Repo.AssertFile(path, page[..start] + Table() + page[end..]);
    }

    [Fact]
    public void Guide_examples_are_valid()
    {
        var blocks = File.ReadAllText(Repo.PathOf("docs", "guide", "manifest.md")).Split("```yaml\n").Skip(1).Select(b => b.Split("```")[0]).ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, yaml => Assert.Empty(ManifestReader.Read(yaml, "guide.yaml", null).Errors));
        Assert.True(blocks[0].Split('\n').Length <= 20);
    }

    [Fact]
    public void Fields_cover_what_must_be_declared()
    {
        string[] demanded =
        [
            "id", "name", "version", "owner", "ownerGroup", "purpose", "users.expected", "users.reach", "costCentre", "environments", "data[].class",
            "data[].residency", "models[].id", "models[].version", "models[].provider", "models[].endpoint", "models[].trust", "models[].region",
            "vectorStores[].id", "vectorStores[].class", "vectorStores[].residency", "vectorStores[].visibility", "tools[].sideEffects", "egress[].host",
            "residency", "retention", "quotas[].spend", "privilegedActions[].action", "dependencies.sbom", "agreements[].kind", "attestations[].statement",
            "legalBasis.basis", "legalBasis.consent", "controls[].evidence", "review.interval", "decommission.deleteVectors", "prompts[].digest",
        ];
        Assert.Empty(demanded.Except(ManifestSchema.Fields.Select(f => f.Path)));
    }

    [Fact]
    public void Fields_are_described_in_sentences() =>
        Assert.All(ManifestSchema.Fields, f => Assert.EndsWith(".", f.Description, StringComparison.Ordinal));

    private static string Table()
    {
        var table = new StringBuilder("| Field | Holds | When left out | Meaning |\n|---|---|---|---|\n");
        foreach (var field in ManifestSchema.Fields)
        {
            var absent = field.Required ? "**must be there**" : field.Default is { } value ? $"`{value}`" : "";
            table.Append($"| `{field.Path}` | {field.Holds} | {absent} | {field.Description} |\n");
        }

        return table.ToString();
    }
}
