namespace MicroApps.Rego.Tests;

/// <summary>Every source of OPA's conformance suite that is in scope is read without an error.</summary>
public class SuiteSourceTests
{
    [Fact]
    public void Parse_source_of_suite_finds_no_error()
    {
        var errors = new List<RegoError>();
        var count = 0;
        foreach (var (id, kind, source) in ParsingFiles.Suite())
        {
            count++;
            if (kind == "module")
                ModuleParser.Parse(id, source, errors);
            else if (kind == "query")
                ModuleParser.ParseQuery(id, source, errors);
            else
                ModuleParser.ParseTerm(id, source, errors);
        }

        Assert.True(count > 4_000);
        Assert.True(errors.Count == 0, string.Join("\n", errors.Take(20)));
    }
}
