using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers.Tests;

/// <summary>A project in memory: sources, additional files, options of <c>.editorconfig</c>.</summary>
internal sealed class Project
{
    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !IsOfTests(Path.GetFileName(path)))
            .Concat(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sdk"), "*.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly string s_usings = string.Concat(
        new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks" }
            .Select(name => $"global using {name};\n"));

    /// <summary>Sources by path; the first is the one that tests look at.</summary>
    public List<(string Path, string Text)> Sources { get; } = [];

    public List<(string Path, string Text)> AdditionalFiles { get; } = [];

    /// <summary>Options of <c>.editorconfig</c> for all sources.</summary>
    public Dictionary<string, string> Options { get; } = [];

    /// <summary>Options of all files, such as <c>build_property.IsTestProject</c>.</summary>
    public Dictionary<string, string> Properties { get; } = [];

    /// <summary>What the project file switches off.</summary>
    public List<string> NoWarn { get; } = [];

    public OutputKind Output { get; init; } = OutputKind.ConsoleApplication;

    public static Project Of(string source) => new() { Sources = { ("/app/Program.cs", source) } };

    /// <summary>The project in a workspace, so that code fixes can be applied.</summary>
    public Microsoft.CodeAnalysis.Project Open()
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "App", "App", LanguageNames.CSharp, "/app/App.csproj",
            compilationOptions: new CSharpCompilationOptions(
                Output, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, specificDiagnosticOptions: NoWarn.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse),
            metadataReferences: s_references));
        foreach (var (path, text) in Sources.Append(("/app/obj/Usings.cs", s_usings)))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(text), filePath: path);
        foreach (var (path, text) in AdditionalFiles)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(text), filePath: path);
        if (Options.Count > 0)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", SourceText.From(Config()), filePath: "/app/.editorconfig");
        if (Properties.Count > 0)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From("is_global = true\n" + Lines(Properties)), filePath: "/app/.globalconfig");
        return solution.GetProject(id)!;
    }

    private string Config() => "root = true\n[*]\n" + Lines(Options);

    private static string Lines(Dictionary<string, string> options) => string.Concat(options.Select(option => $"{option.Key} = {option.Value}\n"));

    /// <summary>What analyzers tell, in order of place; a crash of one fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Microsoft.CodeAnalysis.Project project, params IEnumerable<DiagnosticAnalyzer> analyzers)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var failed = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (error, analyzer, _) => failed.Add($"{analyzer}: {error}"), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failed);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return [.. found.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>The errors of the compiler itself.</summary>
    public static async Task<IReadOnlyList<string>> Errors(Microsoft.CodeAnalysis.Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !IsNoise(d)).Select(d => d.ToString())];

    // Sources under test are an app's, not a test project's; the SDK is that of this platform.
    private static bool IsOfTests(string file) => file.StartsWith("xunit", StringComparison.Ordinal) || file.StartsWith("MicroApps.", StringComparison.Ordinal);

    // Unused variables, unawaited calls and names in small letters are the matter of the sources under test.
    private static bool IsNoise(Diagnostic diagnostic) =>
        diagnostic.Id is "CS0219" or "CS0168" or "CS0169" or "CS0414" or "CS0649" or "CS8019" or "CS8321" or "CS0162" or "CS1591" or "CS8981" or "CS8933" or "CS9113" or "CS1701" or "CS1702";
}
