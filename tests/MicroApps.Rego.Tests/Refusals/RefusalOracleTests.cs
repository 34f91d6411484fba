namespace MicroApps.Rego.Tests;

/// <summary>What our cases of refusals expect is what OPA says.</summary>
public class RefusalOracleTests
{
    [Fact]
    public async Task Cases_expect_what_the_oracle_says()
    {
        var cases = RefusalCases.Refused().Concat(RefusalCases.Accepted()).ToList();
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(cases, async (test, _) =>
        {
            var folder = Directory.CreateTempSubdirectory("refusal-");
            foreach (var (file, source) in test.Files)
                File.WriteAllText(Path.Combine(folder.FullName, file), source);
            var said = await OracleProgram.CheckAsync(folder.FullName, test.Files.Select(f => f.File), test.IsStrict);
            folder.Delete(recursive: true);
            var isSame = test.Errors.Count > 0 && test.Errors[0].Code == "rego_parse_error" ? test.Errors.SequenceEqual(said.Take(1)) : test.Errors.Order().SequenceEqual(said.Where(e => e.Line > 0).Order());
            if (!isSame)
                wrong.Add($"{test.Name}: expected {string.Join(" ", test.Errors)}, OPA says {string.Join(" ", said)}");
        });

        Assert.True(cases.Count > 500);
        Assert.Empty(wrong.Order(StringComparer.Ordinal));
    }
}
