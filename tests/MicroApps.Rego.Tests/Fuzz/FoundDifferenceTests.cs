namespace MicroApps.Rego.Tests;

/// <summary>What comparing with the oracle has found, each mended.</summary>
public class FoundDifferenceTests
{
    [Theory]
    [InlineData("p[x].k := input if some x in [\"a\"]", "{}")]
    [InlineData("p[x] := input if some x in [\"a\"]", "{}")]
    [InlineData("p if not input != 0", null)]
    [InlineData("p := 1 if not input == 0", "1")]
    [InlineData("p := product([-1, 0])", "-0")]
    [InlineData("p := yaml.marshal(\"\\u0000\\ufeff\")", "\"\\\"\\\\0\\\\uFEFF\\\"\\n\"")]
    [InlineData("p := yaml.is_valid(\"\\u0000\")", "false")]
    [InlineData("p := yaml.is_valid(\"{{.a}}\")", "false")]
    [InlineData("p := {[\"<\"]: 1}", "{\"[\\\"\\\\u003c\\\"]\":1}")]
    [InlineData("p := v if { u = \"a\"; {\"a\": v} = {u: 1 | u == \"a\"} }", "1")]
    public void Evaluate_without_input_gives_what_the_oracle_gives(string rule, string? expected)
    {
        var solutions = new RegoCompiler().Add("a.rego", "package a\n" + rule + "\n").Compile().Prepare("x = data.a.p").Evaluate(null);

        Assert.Equal(expected, solutions.Count == 0 ? null : solutions[0]["x"].ToJson());
    }
}
