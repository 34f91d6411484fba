namespace MicroApps.Templates.Tests;

[Trait("Spec", "TPL-1")]
[Trait("Spec", "SBX-1")]
public sealed class MicroAppTemplateTests(TemplateFixture templates) : IClassFixture<TemplateFixture>
{
    [Fact]
    public void NewApp_asIs_runsGovernedInTheSandboxAndPassesItsTests()
    {
        var app = templates.Create("Demo");

        templates.Dotnet(app, "build", "-warnaserror");
        var output = templates.Dotnet(app, "run", "--no-build");
        templates.Dotnet(app, "test", "tests", "-p:TreatWarningsAsErrors=true");

        Assert.Contains("Hello, this is Demo (sandbox).", output);
        Assert.Contains("margaret.harding@contoso.example", output);
        Assert.Contains("hidden from it: 1 x EMAIL_ADDRESS, 1 x PHONE_NUMBER", output);
        Assert.Contains("audit: 2 records, verified", output);
        Assert.DoesNotContain("fail:", output);
    }

    [Theory]
    [InlineData("Mix.ed-dash_name 7", "mix-ed-dash-name-7")]
    [InlineData("ai", "app-ai")]
    [InlineData("9Lives", "lives")]
    [InlineData("StoreNotesHelper", "store-notes-helper")]
    public void NewApp_withAnOddName_buildsAndHasAPlainId(string name, string id)
    {
        var app = templates.Create(name, "--owner", "hanna@contoso.example", "--owner-group", "retail");

        var manifest = File.ReadAllText(Path.Combine(app, "microapp.yaml"));
        Assert.Contains($"id: {id}\n", manifest);
        Assert.Contains("owner: hanna@contoso.example\n", manifest);
        Assert.Contains("audit: 2 records, verified", templates.Dotnet(app, "run"));
    }

    [Fact]
    public void Template_refersToThisVersionOfTheSdk()
    {
        var app = templates.Create("Versions");

        Assert.Contains($"<PackageReference Include=\"MicroApps.Sdk\" Version=\"{TemplateFixture.Version}\" />", File.ReadAllText(Path.Combine(app, "Versions.csproj")));
    }
}
