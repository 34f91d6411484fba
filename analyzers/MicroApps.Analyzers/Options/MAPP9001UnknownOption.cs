using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>MAPP9001: an option that begins with <c>microapp.</c> is none, or has a value that cannot be one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MAPP9001UnknownOption : DiagnosticAnalyzer
{
    internal const string Id = "MAPP9001";
    private const int HashLength = 64;

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Unknown option",
        "The option '{0}' {1}",
        Categories.Configuration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A misspelt option of .editorconfig does nothing, so it is told.",
        Categories.HelpOf(Id),
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var (told, provider) = (new HashSet<string>(AnalyzerConfigOptions.KeyComparer), context.Options.AnalyzerConfigOptionsProvider);
        AnalyzerConfigOptions? last = null;
        Check(context, provider.GlobalOptions, told);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            // Files of one folder share their options.
            var options = provider.GetOptions(tree);
            if (!ReferenceEquals(options, last))
                Check(context, options, told);
            last = options;
        }
    }

    private static void Check(CompilationAnalysisContext context, AnalyzerConfigOptions options, HashSet<string> told)
    {
        foreach (var key in options.Keys)
            if (key.StartsWith(RuleOptions.Prefix, StringComparison.OrdinalIgnoreCase) && Problem(options, key) is { } problem && told.Add(key))
                context.ReportDiagnostic(Diagnostic.Create(Rule, Location.None, key, problem));
    }

    private static string? Problem(AnalyzerConfigOptions options, string key)
    {
        if (!IsKnown(key))
            return "is not known; known are " + string.Join(", ", RuleOptions.Known);
        if (!AnalyzerConfigOptions.KeyComparer.Equals(key, RuleOptions.AllowedValues))
            return null;
        foreach (var value in options.List(key))
            if (value.Length != HashLength)
                return "holds a value that is not a SHA-256 in hexadecimal: 64 characters";
        return null;
    }

    private static bool IsKnown(string key)
    {
        foreach (var known in RuleOptions.Known)
            if (AnalyzerConfigOptions.KeyComparer.Equals(key, known))
                return true;
        return false;
    }
}
