namespace MicroApps.Rego.Tests;

/// <summary>Queries are checked as rules are. What is expected was asked of OPA 0.70.</summary>
public class QueryTests
{
    private static readonly RegoPolicy s_policy = new RegoCompiler { Capabilities = RegoCapabilities.All }
        .Add("p.rego", "package p\nf(x) := x + 1\nr := 3\ns := {\"a\": 1}\n")
        .Add("q.rego", "package q[\"b.c\"]\ng(x) := x\nh := g(4)\n")
        .Add("r.rego", "package q.b.c\ng(x, y) := x + y\n")
        .Compile();

    [Theory]
    [InlineData("x = 1; x = \"a\"", 8, "rego_type_error", "match error\n\tleft  : number\n\tright : string")]
    [InlineData("data.p.f(1,2,3)", 1, "rego_type_error", "function data.p.f has arity 1, got 3 arguments")]
    [InlineData("startswith(1, \"a\")", 1, "rego_type_error", "startswith: invalid argument(s)")]
    [InlineData("data.p.r.zz", 1, "rego_type_error", "undefined ref: data.p.r.zz")]
    [InlineData("data.p.f(\"x\")", 1, "rego_type_error", "data.p.f: invalid argument(s)")]
    [InlineData("f(x)", 1, "rego_type_error", "undefined function f")]
    [InlineData("data.p.r(1)", 1, "rego_type_error", "undefined function data.p.r")]
    [InlineData("[x | x := data.p.f(\"q\")]", 11, "rego_type_error", "data.p.f: invalid argument(s)")]
    [InlineData("x := 1; x.a", 9, "rego_type_error", "undefined ref: ")]
    [InlineData("concat(1, [])", 1, "rego_type_error", "concat: invalid argument(s)")]
    [InlineData("json.unmarshal({})", 1, "rego_type_error", "json.unmarshal: invalid argument(s)")]
    [InlineData("walk(1,2,3)", 1, "rego_type_error", "function walk has arity 1, got 3 arguments")]
    [InlineData("trace(1)", 1, "rego_type_error", "trace: invalid argument(s)")]
    [InlineData("data.p.s.a.b", 1, "rego_type_error", "undefined ref: data.p.s.a.b")]
    [InlineData("{\"a\": 1}.b", 1, "rego_type_error", "undefined ref: ")]
    [InlineData("numbers.range(\"a\", 1)", 1, "rego_type_error", "numbers.range: invalid argument(s)")]
    [InlineData("data.p.s[1]", 1, "rego_type_error", "undefined ref: data.p.s[1]")]
    [InlineData("not x", 1, "rego_unsafe_var_error", "var x is unsafe")]
    [InlineData("x[x] == 1", 1, "rego_unsafe_var_error", "var x is unsafe")]
    [InlineData("x = [x]", 1, "rego_unsafe_var_error", "var x is unsafe")]
    [InlineData("x := y; y := x", 9, "rego_compile_error", "var y referenced above")]
    [InlineData("input[x] = x; y[x] = y", 15, "rego_unsafe_var_error", "var y is unsafe")]
    [InlineData("data.q[\"b.c\"].g(1,2,3)", 1, "rego_type_error", "function data.q[\"b.c\"].g has arity 1, got 3 arguments")]
    [InlineData("data.q[\"b.c\"].i(1)", 1, "rego_type_error", "undefined function data.q[\"b.c\"].i")]
    public void Prepare_wrong_query_is_refused_as_a_rule_is(string query, int column, string code, string message)
    {
        var error = Assert.Throws<RegoException>(() => s_policy.Prepare(query)).Errors[0];

        Assert.Equal((code, 1, column), (error.Code, error.Line, error.Column));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("any([true])", 1)]
    [InlineData("1 == \"a\"", 0)]
    [InlineData("data.p.r == \"x\"", 0)]
    [InlineData("x := data.p.f(1); x > \"a\"", 0)]
    [InlineData("every x in [1] { x == \"a\" }", 0)]
    [InlineData("input = 3; input.a", 0)]
    [InlineData("some x; data.p.s[x] == \"q\"", 0)]
    [InlineData("set() == []", 0)]
    [InlineData("true with input as 1 with data.p.f as 3", 1)]
    public void Prepare_query_that_opa_accepts_is_accepted(string query, int solutions) => Assert.Equal(solutions, s_policy.Prepare(query).Evaluate(null).Count);

    [Theory]
    [InlineData("x := data.q[\"b.c\"].g(1)", "1")]
    [InlineData("x := data.q.b.c.g(1, 2)", "3")]
    [InlineData("x := data.q[\"b.c\"].h", "4")]
    [InlineData("x := data.q[\"b.c\"].h with data.q[\"b.c\"].g as 7", "7")]
    [InlineData("x := data.q[\"b.c\"].h with data.q[\"b.c\"].g as data.p.f", "5")]
    public void Evaluate_function_of_a_package_with_a_dot_in_its_name_is_found(string query, string expected) =>
        Assert.Equal(expected, s_policy.Prepare(query).Evaluate(null)[0]["x"].ToJson());

    [Fact]
    public void Prepare_after_a_refused_query_works()
    {
        Assert.Throws<RegoException>(() => s_policy.Prepare("data.p.f(\"x\")"));

        Assert.Single(s_policy.Prepare("data.p.f(1) == 2").Evaluate(null));
    }

    [Fact]
    public void Compile_mistake_of_the_compiler_is_told_as_one()
    {
        var compiler = new RegoCompiler { BeforePlan = () => throw new KeyNotFoundException("lost") }.Add("a.rego", "package a\n\np := 1\n");

        var error = Assert.Single(Assert.Throws<RegoException>(() => compiler.Compile()).Errors);

        Assert.Equal(("internal_error", "a.rego", 3), (error.Code, error.File, error.Line));
        Assert.Contains("KeyNotFoundException: lost (hint: report it", error.Message, StringComparison.Ordinal);
    }
}
