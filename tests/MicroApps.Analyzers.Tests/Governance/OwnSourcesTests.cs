using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

public class OwnSourcesTests
{
    public static TheoryData<string> Folders => new("samples/QuickStart", "templates/MicroApps.Templates/content/microapp");

    public static TheoryData<string> Libraries =>
        [.. new[] { "src", "analyzers" }.SelectMany(folder => Directory.GetDirectories(Path.Combine(Root(), folder)).Select(path => folder + "/" + Path.GetFileName(path))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Samples_and_templates_are_clean_under_every_rule(string folder)
    {
        var root = Path.Combine(Root(), folder);
        var project = Of(root, OutputKind.ConsoleApplication);
        project.AdditionalFiles.Add(("/app/microapp.yaml", Filled(File.ReadAllText(Path.Combine(root, "microapp.yaml")))));

        Assert.Empty(await Project.Analyze(project.Open(), Rules()));
    }

    // Against the references that all sources under test have. Sources of tests hold what rules look for on purpose.
    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task The_repository_is_clean_under_every_rule(string folder) =>
        Assert.Empty(await Project.Analyze(Of(Path.Combine(Root(), folder), OutputKind.DynamicallyLinkedLibrary).Open(), Rules()));

    [Fact]
    public void Every_rule_is_run() => Assert.InRange(Rules().Count, 14, 40);

    private static Project Of(string root, OutputKind output)
    {
        var files = Files(root);
        Assert.NotEmpty(files);
        var project = new Project { Output = output };
        project.Sources.AddRange(files.Select(file => ("/app/" + Path.GetRelativePath(root, file), File.ReadAllText(file))));
        return project;
    }

    private static List<string> Files(string root) =>
        Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal).ToList();

    private static List<DiagnosticAnalyzer> Rules() =>
    [
        .. typeof(MAPP2001PublicEndpoint).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // A template's manifest, as it is when its parameters are given.
    private static string Filled(string manifest) =>
        manifest.Replace("MANIFEST-ID", "store-notes", StringComparison.Ordinal).Replace("OWNER-ADDRESS", "anna@contoso.com", StringComparison.Ordinal).Replace("OWNER-GROUP", "Store", StringComparison.Ordinal);

    private static bool IsSource(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
