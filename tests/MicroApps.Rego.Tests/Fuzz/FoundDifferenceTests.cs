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
    [InlineData("p := time.add_date(1e18, 2, -9223372036854775808, 64)", "1068708736000000000")]
    [InlineData("p if { x := json.unmarshal(\"[1]\"); x[_] == {1: v | some v in [1, 2]} }", null)]
    [InlineData("p if { x := json.unmarshal(\"[]\"); {1: v | some v in [1, 2]} == x[0] }", null)]
    [InlineData("p if { every x in [u | some u in [1]; print(u)] { x == 1 } }", "true")]
    [InlineData("p := [[x, y] | some x in [count([]), {u | u = 2}, [v | some v in [[3 | true]]]]; y = x]", "[[0,0],[[2],[2]],[[[3]],[[3]]]]")]
    [InlineData("p if { v := 1 with json.marshal as 4; print(v) }", "true")]
    public void Evaluate_without_input_gives_what_the_oracle_gives(string rule, string? expected)
    {
        var solutions = new RegoCompiler().Add("a.rego", "package a\n" + rule + "\n").Compile().Prepare("x = data.a.p").Evaluate(null);

        Assert.Equal(expected, solutions.Count == 0 ? null : solutions[0]["x"].ToJson());
    }

    [Theory]
    [InlineData("p if { w := 1; every x in [u | some u in [1]; print(w)] { x == w } }")]
    [InlineData("p if { every x in [u | some u in [1]; print(x)] { x == 1 } }")]
    [InlineData("p := [[v | print(w); v = w] | some w in [1]]")]
    [InlineData("p if { some x in [count([])]; print(x) }")]
    [InlineData("p if { some x in [[u | some u in [1]]]; print(x) }")]
    public void Print_of_what_is_not_bound_yet_is_refused(string rule)
    {
        var refused = Assert.Throws<RegoException>(() => new RegoCompiler().Add("a.rego", "package a\n" + rule + "\n").Compile());

        Assert.Equal(("rego_compile_error", 2), (refused.Errors[0].Code, refused.Errors[0].Line));
    }
}
