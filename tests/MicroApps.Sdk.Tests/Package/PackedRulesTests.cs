namespace MicroApps.Sdk.Tests;

[Trait("Spec", "ANA-1")]
[Trait("Spec", "ANA-2")]
[Collection(PackageFixture.Collection)]
public sealed class PackedRulesTests(PackageFixture package)
{
    private static readonly string s_leak = $"""
        using System.Net.Http;
        var key = "{PackageFixture.Key}";
        var endpoint = "https://api.openai.com/v1";
        Console.WriteLine(key.Length + endpoint.Length);
        """;

    private static readonly (string, string) s_manifest = ("microapp.yaml", PackageFixture.Manifest);

    [Fact]
    public void Consumer_isTold_inSourcesManifestPoliciesAndSettings()
    {
        var app = package.Write(
            "Consumer", "", PackageFixture.Reference, ("Program.cs", s_leak),
            ("microapp.yaml", PackageFixture.Manifest + "colour: red\n"),
            ("policies/org.rego", "package microapp\n\ndeny contains {\"field\": \"owner\", \"message\": \"the owner has left\"} if input.owner == \"hanna@contoso.example\"\n"),
            ("appsettings.json", $$"""{ "GitHub": { "Token": "{{PackageFixture.Key}}" } }"""));

        var (succeeded, told, output) = package.Build(app);

        Assert.False(succeeded);
        Assert.Equal(
            ["MAPP1001 error Program.cs(2,12)", "MAPP2001 warning Program.cs(3,16)", "MAPP1005 error appsettings.json(1,25)", "MAPP4004 error microapp.yaml(5,8)", "MAPP4002 error microapp.yaml(16,1)"],
            told.Select(t => t.ToString()));
        Assert.Contains("Program.cs(2,12): error MAPP1001", output);
        Assert.DoesNotContain(PackageFixture.Key, output);
        Assert.DoesNotContain(PackageFixture.Key, string.Concat(told));
    }

    [Fact]
    public void CleanConsumer_withWarningsAsErrors_builds()
    {
        var app = package.Write("Clean", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", PackageFixture.Reference, s_manifest, ("Program.cs", """
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder(args);
            builder.AddMicroApp();
            using var host = builder.Build();
            await host.RunAsync();
            """));

        var (succeeded, told, output) = package.Build(app);

        Assert.True(succeeded, output);
        Assert.Empty(told);
        Assert.Contains("0 Warning(s)", output);
    }

    [Fact]
    public void ConsumerWithoutAManifest_isTold()
    {
        var app = package.Write("Bare", "", PackageFixture.Reference, ("Program.cs", "Console.WriteLine();"));

        Assert.Equal(["MAPP4001 error"], package.Build(app).Told.Select(t => t.ToString()));
        Assert.True(package.Build(app, "-p:MicroAppManifestRequired=false").Succeeded);
    }

    [Fact]
    public void ConsumerOfAConsumer_isTold()
    {
        var library = package.WriteWith("Microsoft.NET.Sdk", "Middle", "", PackageFixture.Reference, ("Middle.cs", "public static class Middle;"));
        package.Pack(library);
        var app = package.Write("Transitive", "", "<PackageReference Include=\"Middle\" Version=\"1.0.0\" />", s_manifest, ("Program.cs", s_leak));

        Assert.Equal(["MAPP1001 error Program.cs(2,12)", "MAPP2001 warning Program.cs(3,16)"], package.Build(app).Told.Select(t => t.ToString()));
    }

    [Fact]
    public void RazorPage_isTold_whereItIsWritten()
    {
        var app = package.WriteWith(
            "Microsoft.NET.Sdk.Web", "Pages", "<RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>", PackageFixture.Reference, s_manifest,
            ("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();"),
            ("Home.razor", $$"""
                <h1>Ask</h1>
                <p>@(Endpoint.Length)</p>
                @code {
                    private string Key => "{{PackageFixture.Key}}";
                    private string Endpoint { get; } = "https://api.openai.com/v1";
                }
                """));

        Assert.Equal(["MAPP1001 error Home.razor(4,28)", "MAPP2001 warning Home.razor(5,40)"], package.Build(app).Told.Select(t => t.ToString()));
    }

    [Fact]
    public void MicroAppAnalyzersFalse_takesTheRulesOut()
    {
        var app = package.Write("Out", "<MicroAppAnalyzers>false</MicroAppAnalyzers>", PackageFixture.Reference, ("Program.cs", s_leak));

        var (succeeded, told, output) = package.Build(app);

        Assert.True(succeeded, output);
        Assert.Empty(told);
    }

    [Fact]
    public void AnotherAnalyzer_withAnotherYamlLibrary_disturbsNothing()
    {
        var other = package.WriteWith("Microsoft.NET.Sdk", "YamlDotNet", "<AssemblyVersion>1.0.0.0</AssemblyVersion>", "", ("Yaml.cs", "public static class Yaml;"));
        Assert.True(package.Build(other).Succeeded);
        var app = package.Write(
            "Beside", "", PackageFixture.Reference + $"<Analyzer Include=\"{other}/bin/Debug/net10.0/YamlDotNet.dll\" />", ("Program.cs", s_leak), ("microapp.yaml", PackageFixture.Manifest + "colour: red\n"));

        Assert.Equal(
            ["MAPP1001 error Program.cs(2,12)", "MAPP2001 warning Program.cs(3,16)", "MAPP4002 error microapp.yaml(16,1)"],
            package.Build(app).Told.Select(t => t.ToString()));
    }
}
