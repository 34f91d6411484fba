using MicroApps.Tests;

namespace MicroApps.Detection.Tests.WorldIds;

public class ExampleCoverageTests
{
    [Fact]
    [Trait("Spec", "RED-1")]
    public void Every_type_of_identifier_has_an_example()
    {
        var named = NumberExamples.All.Select(e => e.Type)
            .Concat(CaseFileTests.Found.Select(row => (string)row[0])).ToHashSet();
        var missing = IdFormats.Types.Select(t => t.Name).Where(name => !named.Contains(name)).ToList();
        Assert.True(missing.Count == 0, $"No example of {string.Join(", ", missing)}.");
    }
}
