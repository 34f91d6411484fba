using Xunit.Abstractions;

namespace MicroApps.Rego.Tests;

/// <summary>Generated policies and inputs: the engine says what the oracle says.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Spec", "POL-1")]
    public async Task Generated_policies_agree_with_the_oracle()
    {
        var run = new DifferentialRun();

        await run.RunAsync(FuzzSettings.Seed, FuzzSettings.Pairs);

        output.WriteLine($"seed {FuzzSettings.Seed}: {run.Pairs} pairs, {run.Refused} policies refused, {run.Conflicts} pairs with an error, {run.Defined} values of rules");
        var differences = run.Differences.GroupBy(d => (d.Policy.Seed, d.Oracle, d.Engine)).Select(g => g.First()).OrderBy(d => d.Policy.Seed).ToList();
        Assert.True(run.Differences.IsEmpty, $"seed {FuzzSettings.Seed}: {run.Pairs} pairs, {run.Refused} refused, {run.Conflicts} conflicts, {run.Defined} values, {run.Differences.Count} differences\n{string.Join('\n', differences.Take(30))}");
        Assert.InRange(run.Refused * 8, 0, run.Pairs / 2);
    }
}
