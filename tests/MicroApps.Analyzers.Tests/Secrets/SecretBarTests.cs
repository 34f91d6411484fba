using Xunit.Abstractions;

namespace MicroApps.Analyzers.Tests;

/// <summary>The bar: how many of the cases in <c>Cases/</c> the rules of secrets tell, with values made at run time.</summary>
[Trait("Spec", "ANA-1")]
public class SecretBarTests(ITestOutputHelper output)
{
    private readonly int _seed = Secret.Seed;

    [Fact]
    public async Task Secrets_are_found_in_97_of_100_cases()
    {
        var cases = Read("secrets-found.txt");
        var missed = await Where(cases, found => found == 0);

        Report(cases, missed);
        Assert.InRange(missed.Count, 0, cases.Count * 3 / 100);
    }

    [Fact]
    public async Task Harmless_values_are_silent()
    {
        var cases = Read("secrets-silent.txt");
        var told = await Where(cases, found => found > 0);

        Report(cases, told);
        Assert.Empty(told);
    }

    [Fact]
    public void Bar_has_at_least_120_cases() => Assert.True(Read("secrets-found.txt").Count + Read("secrets-silent.txt").Count >= 120);

    private async Task<List<string>> Where(List<string> cases, Predicate<int> isWanted)
    {
        var random = new Random(_seed);
        var wanted = new List<string>();
        foreach (var one in cases)
            if (isWanted((await SecretRules.Analyze(SecretTemplate.Fill(one, random))).Count))
                wanted.Add(one);
        return wanted;
    }

    private void Report(List<string> cases, List<string> wrong)
    {
        output.WriteLine($"seed {_seed}: {cases.Count - wrong.Count} of {cases.Count} cases are right");
        wrong.ForEach(output.WriteLine);
    }

    private static List<string> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file)).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.Replace("~n~", "\n", StringComparison.Ordinal))];
}
