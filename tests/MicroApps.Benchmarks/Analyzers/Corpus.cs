using Microsoft.CodeAnalysis;

namespace MicroApps.Benchmarks;

/// <summary>Real code: the projects of folders.</summary>
internal sealed class Corpus(params IReadOnlyList<CompilerCall> projects)
{
    public IReadOnlyList<CompilerCall> Projects => projects;

    public int Lines => Projects.Sum(p => p.Lines);

    /// <summary>The projects below some folders; without any, those of the repository's sources and tests.</summary>
    public static Corpus In(IReadOnlyCollection<string> folders)
    {
        var root = AnalyzerFolder.PlaceOf("Repository");
        IEnumerable<string> all = folders.Count > 0 ? folders : [Path.Combine(root, "src"), Path.Combine(root, "tests")];
        var projects = all.SelectMany(folder => Directory.EnumerateFiles(Path.GetFullPath(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new([.. projects.AsParallel().AsOrdered().Select(CompilerCall.Of)]);
    }

    /// <summary>How many errors the compiler finds: what it cannot bind, analyzers do not see.</summary>
    public IEnumerable<(string Project, Diagnostic Error)> Errors() =>
        from project in Projects
        from error in project.Compilation([]).GetDiagnostics()
        where error.Severity == DiagnosticSeverity.Error
        select (project.Name, error);
}
