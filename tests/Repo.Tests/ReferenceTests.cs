using System.Reflection;
using System.Xml.Linq;

namespace Repo.Tests;

public sealed class ReferenceTests
{
    /// <summary>What each shipped project may reference. References point one way: engines, runtime, adapters, entry points.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> s_allowed = new()
    {
        ["MicroApps.Detection"] = ([], ["System.Memory"]),
        ["MicroApps.Ledger"] = ([], []),
        ["MicroApps.Rego"] = ([], ["System.Memory"]),
        ["MicroApps.Names"] = (["MicroApps.Detection"], []),
        ["MicroApps"] = (
            ["MicroApps.Detection", "MicroApps.Ledger"],
            [
                "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Options.ConfigurationExtensions", "YamlDotNet",
            ]),
        ["MicroApps.Sqlite"] = (["MicroApps"], ["SQLitePCLRaw.bundle_e_sqlite3"]),
        ["MicroApps.OpenAI"] = (["MicroApps"], ["OpenAI"]),
        ["MicroApps.Testing"] = (["MicroApps"], []),
        // Packs the analyzers; its code does not see them.
        ["MicroApps.Sdk"] = (["MicroApps.Sqlite", "MicroApps.OpenAI", "MicroApps.Analyzers.CodeFixes"], ["Microsoft.Extensions.Hosting"]),
        ["MicroApps.Manifest"] = ([], ["YamlDotNet"]),
        ["MicroApps.Analyzers"] = (["MicroApps.Detection", "MicroApps.Manifest", "MicroApps.Rego"], ["Microsoft.CodeAnalysis.CSharp"]),
        ["MicroApps.Analyzers.CodeFixes"] = (["MicroApps.Analyzers", "MicroApps.Manifest"], ["Microsoft.CodeAnalysis.CSharp.Workspaces"]),
        ["MicroApps.Cli"] = (["MicroApps.Rego", "MicroApps.Sqlite"], ["System.CommandLine"]),
    };

    public static TheoryData<string> Projects => [.. RepoFiles.Find("src", "*.csproj"), .. RepoFiles.Find("analyzers", "*.csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_only_what_its_layer_may(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.True(s_allowed.ContainsKey(name), $"{name} has no layer yet: add it to {nameof(ReferenceTests)}.");
        var project = XDocument.Load(RepoFiles.FullPath(path));

        var projects = Includes(project, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference));

        Assert.Empty(projects.Except(s_allowed[name].Projects));
        Assert.Empty(Includes(project, "PackageReference").Except(s_allowed[name].Packages));
    }

    [Theory]
    [InlineData("MicroApps.Detection")]
    [InlineData("MicroApps.Ledger")]
    [InlineData("MicroApps.Rego")]
    public void Engine_uses_the_base_class_library_only(string engine)
    {
        var references = Assembly.Load(engine).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(references, name => Assert.True(name.StartsWith("System", StringComparison.Ordinal), name));
    }

    [Fact]
    public void Runtime_has_one_AI_dependency()
    {
        var references = typeof(MicroApps.MicroApp).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Equal(
            ["Microsoft.Extensions.AI.Abstractions"],
            references.Where(name => name.Contains("AI", StringComparison.Ordinal)));
    }

    [Fact]
    public void Solution_holds_every_project()
    {
        var solution = RepoFiles.Read("Sdk.sln").Replace('\\', '/');
        var projects = RepoFiles.Find("src", "*.csproj").Concat(RepoFiles.Find("analyzers", "*.csproj")).Concat(RepoFiles.Find("tests", "*.csproj"));

        Assert.DoesNotContain(projects, path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(reference => ((string?)reference.Attribute("Include"))?.Replace('\\', '/')).OfType<string>();
}
