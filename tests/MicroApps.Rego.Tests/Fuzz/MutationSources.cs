namespace MicroApps.Rego.Tests;

/// <summary>What is mutated: the conformance suite, the refusals, and generated policies.</summary>
internal static class MutationSources
{
    private const int Generated = 100;

    /// <summary>Sources of features that OPA 0.70 knows.</summary>
    public static IReadOnlyList<string> Older() => [.. ParsingFiles.OlderModules(), .. Refusals(), .. Policies()];

    /// <summary>All sources.</summary>
    public static IReadOnlyList<string> All() => [.. ParsingFiles.Suite().Where(s => s.Kind == "module").Select(s => s.Source), .. Refusals(), .. Policies()];

    private static IEnumerable<string> Refusals() => RefusalCases.Refused().Concat(RefusalCases.Accepted()).Where(c => c.Files.Count == 1).Select(c => c.Files[0].Source);

    private static IEnumerable<string> Policies() => Enumerable.Range(FuzzSettings.Seed, Generated).Select(seed => PolicyGenerator.Generate(seed).Source);
}
