using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Benchmarks;

/// <summary>Loads analyzers from a folder, as the compiler does: with the assemblies beside them, and with the compiler's own Roslyn.</summary>
internal sealed class AnalyzerFolder(string folder) : AssemblyLoadContext, IAnalyzerAssemblyLoader
{
    /// <summary>The analyzers of an assembly of the folder.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Load(string name) =>
        new AnalyzerFileReference(Path.GetFullPath(Path.Combine(folder, name + ".dll")), this).GetAnalyzers(LanguageNames.CSharp);

    /// <summary>What the project file says of a place.</summary>
    public static string PlaceOf(string key) =>
        typeof(AnalyzerFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;

    public void AddDependencyLocation(string fullPath)
    {
        // They are all in the folder.
    }

    Assembly IAnalyzerAssemblyLoader.LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.GetFullPath(Path.Combine(folder, assemblyName.Name + ".dll"));
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
