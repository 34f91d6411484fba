namespace MicroApps.Rego.Tests;

/// <summary>Sources that OPA's parser refuses are refused: same code, same line, and a hint.</summary>
public class RefusedSourceTests
{
    [Fact]
    public void Parse_refused_source_tells_line_and_message_of_opa()
    {
        var cases = ParsingFiles.Refused().ToList();
        var wrong = cases.Select(Difference).Where(difference => difference is not null).ToList();

        Assert.True(cases.Count >= 120);
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public void Parse_refused_source_tells_how_to_mend_it()
    {
        foreach (var (_, _, source) in ParsingFiles.Refused())
        {
            var errors = new List<RegoError>();
            ModuleParser.Parse("p.rego", source, errors);
            Assert.All(errors, error => Assert.Contains(" (hint: ", error.Message));
        }
    }

    [Fact]
    public void Parse_several_errors_tells_one_a_statement()
    {
        var errors = new List<RegoError>();
        var module = ModuleParser.Parse("p.rego", "package p\n\na := )\n\nb if {\n\tx y\n}\n\nc := 1\n\nd { true }\n", errors);

        Assert.Equal([3, 6, 11], errors.Select(error => error.Line));
        Assert.Contains(module.Rules, rule => rule.Head.Name is VarTerm { Name: "c" });
    }

    private static string? Difference((int Line, string Message, string Source) expected)
    {
        var errors = new List<RegoError>();
        ModuleParser.Parse("p.rego", expected.Source, errors);
        var found = errors.FirstOrDefault();
        return found is { Code: "rego_parse_error" } && found.Line == expected.Line && found.Message.Contains(expected.Message, StringComparison.Ordinal)
            ? null : $"{expected.Line} {expected.Message}\n{expected.Source}\nbut got {found?.ToString() ?? "no error"}";
    }
}
