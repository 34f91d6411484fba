using Xunit.Abstractions;

namespace MicroApps.Rego.Tests;

/// <summary>Generated policies and inputs: the engine says what the oracle says.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    // How rare a reason has to be, in pairs.
    private static readonly (string Reason, int OneIn)[] s_most =
    [
        (DifferenceReason.InternalError, 200), (DifferenceReason.OracleHides, 50), (DifferenceReason.EveryHides, 1000), (DifferenceReason.EngineHides, 500), (DifferenceReason.SetOrder, 500), (DifferenceReason.Unsteady, 500),
    ];

    [Fact]
    [Trait("Spec", "POL-1")]
    public async Task Generated_policies_agree_with_the_oracle()
    {
        var run = new DifferentialRun();

        await run.RunAsync(FuzzSettings.Seed, FuzzSettings.Pairs);

        var explained = string.Join("; ", run.Explained.CountBy(e => e.Reason).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Value} × {e.Key}"));
        output.WriteLine($"seed {FuzzSettings.Seed}: {run.Pairs} pairs, {run.Refused} policies refused, {run.Conflicts} pairs with an error, {run.Defined} values of rules; {explained}");
        var differences = run.Differences.GroupBy(d => d.Policy.Seed).Select(g => g.First()).OrderBy(d => d.Policy.Seed).ToList();
        Assert.True(differences.Count == 0, $"seed {FuzzSettings.Seed}: {differences.Count} policies differ\n{string.Join('\n', differences.Take(10))}");
        Assert.True(run.Pairs >= FuzzSettings.Pairs && run.Defined > run.Pairs && run.Refused < run.Pairs / 20);
        Assert.All(s_most, most => Assert.InRange(run.Explained.Count(e => e.Reason == most.Reason), 0, run.Pairs / most.OneIn));
    }
}
