using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Benchmarks;

/// <summary>One project as the build hands it to the compiler: its sources, references, options and additional files.</summary>
internal sealed class CompilerCall
{
    // An output that is never there: otherwise a project that is up to date would not say how it is compiled.
    private const string Design = "-t:Compile -p:NonExistentFile=never/there -p:DesignTimeBuild=true -p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true -p:BuildProjectReferences=false -p:Configuration=Release -p:TargetFramework=net10.0 -getItem:CscCommandLineArgs";

    private readonly CSharpCommandLineArguments _arguments;
    private readonly ImmutableArray<MetadataReference> _references;

    private CompilerCall(string name, CSharpCommandLineArguments arguments, IReadOnlyList<(string Path, byte[] Text)> files)
    {
        (Name, _arguments, Files) = (name, arguments, files);
        _references = [.. arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(r.Reference, r.Properties))];
        Lines = Files.Where(f => !IsGenerated(f.Path)).Sum(f => f.Text.AsSpan().Count((byte)'\n'));
    }

    public string Name { get; }

    public int Lines { get; }

    private IReadOnlyList<(string Path, byte[] Text)> Files { get; }

    /// <summary>Asks the build of a project how it would call the compiler. What the project refers to has to be built.</summary>
    public static CompilerCall Of(string project)
    {
        var start = new ProcessStartInfo("dotnet", $"msbuild \"{project}\" {Design}") { RedirectStandardOutput = true };
        using var build = Process.Start(start)!;
        var text = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new InvalidOperationException($"{project} cannot be asked for its compiler's arguments:\n{text}");
        using var answer = JsonDocument.Parse(text);
        var arguments = answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
        var parsed = CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(project), sdkDirectory: null);
        if (parsed.SourceFiles.IsEmpty)
            throw new InvalidOperationException($"{project} has no sources to compile.");
        return new(Path.GetFileNameWithoutExtension(project), parsed, [.. parsed.SourceFiles.Select(file => (file.Path, File.ReadAllBytes(file.Path)))]);
    }

    /// <summary>A library of one file that refers to the platform alone.</summary>
    public static CompilerCall OfText(string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => "/reference:" + path);
        return new("Probe", CSharpCommandLineParser.Default.Parse(["/target:library", .. platform], "/", sdkDirectory: null), [("/probe/Probe.cs", Encoding.UTF8.GetBytes(source))]);
    }

    /// <summary>Everything anew, also the texts: nothing that a run before it has found out is there.</summary>
    public CSharpCompilation Compilation(ImmutableDictionary<string, ReportDiagnostic> severities)
    {
        var options = _arguments.CompilationOptions;
        return CSharpCompilation.Create(
            Name,
            Files.Select(file => CSharpSyntaxTree.ParseText(TextOf(file.Text), _arguments.ParseOptions.WithLanguageVersion(LanguageVersion.Preview), file.Path)),
            _references,
            options.WithConcurrentBuild(false).WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItems(severities)));
    }

    public ImmutableArray<AdditionalText> AdditionalFiles() => [.. _arguments.AdditionalFiles.Select(file => new FileText(file.Path))];

    public FileOptions Options() => FileOptions.Read(_arguments.AnalyzerConfigPaths);

    private static SourceText TextOf(byte[] text) => SourceText.From(text, text.Length, Encoding.UTF8, SourceHashAlgorithm.Sha256);

    private static bool IsGenerated(string path) => path.Contains("/obj/", StringComparison.Ordinal);
}
