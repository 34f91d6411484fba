namespace MicroApps.Rego.Tests;

/// <summary>What OPA refuses is refused with the same codes and lines, and nothing else is.</summary>
public class RefusalTests
{
    public static TheoryData<string> RefusedNames() => [.. RefusalCases.Refused().Select(c => c.Name)];

    public static TheoryData<string> AcceptedNames() => [.. RefusalCases.Accepted().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void Compile_source_that_opa_refuses_tells_its_codes_and_lines(string name)
    {
        var test = RefusalCases.Refused().First(c => c.Name == name);

        var errors = Compile(test);

        var found = errors.Where(e => e.Line > 0).Select(e => (e.Code, e.File, e.Line));
        Assert.Equal(test.Errors.Order(), test.Errors[0].Code == "rego_parse_error" ? found.Take(1) : found.Order());
    }

    [Theory]
    [MemberData(nameof(AcceptedNames))]
    public void Compile_source_that_opa_accepts_finds_no_error(string name)
    {
        var test = RefusalCases.Accepted().First(c => c.Name == name);

        Assert.Empty(Compile(test));
    }

    [Fact]
    public void Compile_more_than_ten_errors_tells_ten_and_that_there_are_more()
    {
        var source = "package p\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"r{i} := x\n"));

        var errors = Compile(new("", false, [], [("a.rego", source)]));

        Assert.Equal(11, errors.Count);
        Assert.Equal(Enumerable.Range(2, 10), errors.Take(10).Select(e => e.Line));
        Assert.StartsWith("error limit reached", errors[10].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p{0} := {{\"a\": p{1}, \"b\": p{1}}}\n")]
    [InlineData("p{0} := [p{1}, p{1}]\n")]
    [InlineData("p{0} := [x | x := p{1}]\n")]
    [InlineData("p{0}(x) := p{1}(p{1}(x))\n")]
    [InlineData("p{0} if data.p.p{1}[_][_]\n")]
    public void Compile_types_that_double_in_every_rule_ends_soon(string rule)
    {
        var source = rule.Contains("(x)", StringComparison.Ordinal) ? "package p\np0(x) := x\n" : "package p\np0 := 1\n";
        for (var i = 1; i < 400; i++)
            source += string.Format(System.Globalization.CultureInfo.InvariantCulture, rule, i, i - 1);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Compile(new("", false, [], [("a.rego", source)]));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Compile_chain_of_many_rules_does_not_run_out_of_stack()
    {
        var source = "package p\np0 := 1\n" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"p{i} := {{\"x\": p{i - 1}}}\n"));

        Assert.Empty(Compile(new("", false, [], [("a.rego", source)])));
    }

    [Fact]
    public void Compile_nested_comprehensions_ends_soon()
    {
        var source = "package p\np := " + string.Concat(Enumerable.Repeat("[x | x := ", 90)) + "1" + new string(']', 90) + "\n";

        Assert.Empty(Compile(new("", false, [], [("a.rego", source)])));
    }

    private static IReadOnlyList<RegoError> Compile(RefusalCase test)
    {
        var compiler = new RegoCompiler { Capabilities = RegoCapabilities.All, Strict = test.IsStrict };
        foreach (var (file, source) in test.Files)
            compiler.Add(file, source);
        try
        {
            compiler.Compile();
            return [];
        }
        catch (RegoException e)
        {
            return e.Errors;
        }
    }
}
