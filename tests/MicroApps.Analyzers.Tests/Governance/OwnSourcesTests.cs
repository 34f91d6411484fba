using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers.Tests;

public class OwnSourcesTests
{
    public static TheoryData<string> Folders => new("samples/QuickStart", "templates/MicroApps.Templates/content/microapp");

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Samples_and_templates_are_clean_under_every_rule(string folder)
    {
        var root = Path.Combine(Root(), folder);
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        var project = new Project();
        project.Sources.AddRange(files.Select(file => ("/app/" + Path.GetRelativePath(root, file), File.ReadAllText(file))));
        project.AdditionalFiles.Add(("/app/microapp.yaml", Filled(File.ReadAllText(Path.Combine(root, "microapp.yaml")))));

        Assert.Empty(await Project.Analyze(project.Open(), Rules()));
    }

    [Fact]
    public void Every_rule_is_run() => Assert.InRange(Rules().Count, 14, 40);

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
