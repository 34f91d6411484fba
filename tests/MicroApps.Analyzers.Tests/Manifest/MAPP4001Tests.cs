using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

[Trait("Spec", "ANA-2")]
public class MAPP4001Tests
{
    [Fact]
    public async Task App_without_manifest_is_told() => Assert.Equal(
        ["MAPP4001: The app has no microapp.yaml; add one beside the project file, or set MicroAppManifestRequired to false in a project that is no app"],
        await Tell(Project.Of("_ = 0;")));

    [Theory]
    [InlineData("/app/microapp.yaml")]
    [InlineData("microapp.yaml")]
    [InlineData(@"C:\app\microapp.yaml")]
    public async Task App_with_manifest_is_not_told(string path) => Assert.Empty(await Tell(Manifests.Of((path, Manifests.Valid))));

    [Theory]
    [InlineData("/app/other-microapp.yaml")]
    [InlineData("/app/microapp.json")]
    [InlineData("/app/microapp.yaml.bak")]
    public async Task Other_file_is_no_manifest(string path) => Assert.Single(await Tell(Manifests.Of((path, Manifests.Valid))));

    [Fact]
    public async Task Library_needs_none()
    {
        var library = new Project { Output = OutputKind.DynamicallyLinkedLibrary };
        library.Sources.Add(("/lib/C.cs", "class C;"));

        Assert.Empty(await Tell(library));
    }

    [Theory]
    [InlineData("build_property.IsTestProject", "true", 0)]
    [InlineData("build_property.IsTestProject", "false", 1)]
    [InlineData("build_property.IsTestProject", "", 1)]
    [InlineData("build_property.MicroAppManifestRequired", "False", 0)]
    [InlineData("build_property.MicroAppManifestRequired", "true", 1)]
    public async Task Test_project_or_one_that_opts_out_needs_none(string property, string value, int told)
    {
        var project = Project.Of("_ = 0;");
        project.Properties[property] = value;

        Assert.Equal(told, (await Tell(project)).Count);
    }

    private static Task<IReadOnlyList<string>> Tell(Project project) => Manifests.Tell(project, new MAPP4001ManifestMissing());
}
