using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MicroApps.Analyzers;

/// <summary>Finds rules that a whole project, or a section of its <c>.editorconfig</c>, switches off.</summary>
internal static class ProjectSuppressions
{
    private const string Property = "build_property.MicroAppSuppressionReason";

    /// <summary>The rules of these that are off without a reason, and where it would be given.</summary>
    public static IReadOnlyList<(string Id, string Place)> WithoutReason(Compilation compilation, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (HasText(provider.GlobalOptions, Property) || HasText(provider.GlobalOptions, RuleOptions.SuppressionReason))
            return [];
        foreach (var option in compilation.Options.SpecificDiagnosticOptions)
            if (IsOff(option.Value) && RuleIds.All.Contains(option.Key))
                found[option.Key] = "the property MicroAppSuppressionReason of the project";
        if (compilation.Options.SyntaxTreeOptionsProvider is { } severities)
            AddSections(compilation, provider, severities, found, cancellation);
        return [.. found.Select(one => (one.Key, one.Value))];
    }

    private static void AddSections(Compilation compilation, AnalyzerConfigOptionsProvider provider, SyntaxTreeOptionsProvider severities, SortedDictionary<string, string> found, CancellationToken cancellation)
    {
        const string Place = "the option " + RuleOptions.SuppressionReason + " of the same section";
        foreach (var id in RuleIds.All)
            if (!found.ContainsKey(id) && severities.TryGetGlobalDiagnosticValue(id, cancellation, out var severity) && IsOff(severity))
                found[id] = Place;
        AnalyzerConfigOptions? last = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Files of one folder share their options.
            var options = provider.GetOptions(tree);
            if (!ReferenceEquals(options, last) && !HasText(options, RuleOptions.SuppressionReason))
                foreach (var id in RuleIds.All)
                    if (!found.ContainsKey(id) && severities.TryGetDiagnosticValue(tree, id, cancellation, out var severity) && IsOff(severity))
                        found[id] = Place;
            last = options;
        }
    }

    private static bool IsOff(ReportDiagnostic severity) => severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden;

    private static bool HasText(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var text) && !string.IsNullOrWhiteSpace(text);
}
