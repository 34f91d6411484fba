namespace MicroApps.Rego.Tests;

public class RegoTestRunnerTests
{
    private const string Policy = """
        package app

        default allow := false

        allow if {
            input.user == "ann"
            some role in data.roles
            role == "admin"
        }

        deny contains "no" if not allow
        """;

    private const string Tests = """
        package app_test

        import data.app

        test_ok if app.allow with input as {"user": "ann"}

        test_fails if {
            print("user", input.user, [1, 2])
            app.allow with input as {"user": "bob"}
        }

        test_false := false

        test_undefined := input.x

        test_error if f(1) == 1

        f(x) := 1 if x == 1

        f(x) := 2 if x > 0

        todo_test_later if false

        test_every if every v in [1, 2] { v < 2 }
        """;

    [Theory]
    [InlineData("test_ok", RegoTestOutcome.Passed)]
    [InlineData("test_fails", RegoTestOutcome.Failed)]
    [InlineData("test_false", RegoTestOutcome.Failed)]
    [InlineData("test_undefined", RegoTestOutcome.Failed)]
    [InlineData("test_error", RegoTestOutcome.Error)]
    [InlineData("todo_test_later", RegoTestOutcome.Skipped)]
    public void Run_tells_outcome(string name, RegoTestOutcome outcome)
    {
        var result = Assert.Single(Run(n => n == $"data.app_test.{name}").Results);

        Assert.Equal(("data.app_test", name, "t.rego", outcome), (result.Package, result.Name, result.File, result.Outcome));
        Assert.Equal(outcome == RegoTestOutcome.Error, result.Error is not null);
    }

    [Fact]
    public void Run_keeps_what_is_printed() =>
        Assert.Equal(["user <undefined> [1, 2]"], Run(n => n.EndsWith("fails", StringComparison.Ordinal)).Results[0].Output);

    [Theory]
    [InlineData("test_fails", "t.rego:9: app.allow with input as {\"user\": \"bob\"}|p.rego:6: input.user == \"ann\"")]
    [InlineData("test_ok", "")]
    public void Run_traces_expressions_without_solution(string name, string trace) =>
        Assert.Equal(trace, string.Join('|', Run(n => n.EndsWith(name, StringComparison.Ordinal)).Results[0].Trace.Select(t => $"{t.File}:{t.Line}: {t.Message}")));

    [Fact]
    public void Run_covers_lines_reached()
    {
        var report = Run(n => n.EndsWith("test_ok", StringComparison.Ordinal));
        var policy = report.Coverage.Single(c => c.File == "p.rego");

        Assert.Equal([5, 6, 7, 8], policy.Covered);
        Assert.Equal([3, 11], policy.NotCovered);
        Assert.Equal(66.7, policy.CoveredPercent, 1);
    }

    [Fact]
    public void Run_broken_policy_is_refused() =>
        Assert.Throws<RegoException>(() => new RegoTestRunner().Add("a.rego", "package a\ntest_x if y").Run());

    [Theory]
    [InlineData("print(\"a\", 1.50, {\"k\": [null]}, {2})", "a 1.50 {\"k\": [null]} {2}")]
    [InlineData("count([1 | some x in [1, 2]; print(x, x + 1)]) == 2", "1 2|2 3")]
    [InlineData("print(input.c, 1 / 0)", "<undefined> <undefined>")]
    [InlineData("print()", "")]
    [InlineData("not print(\"x\")", "x")]
    [InlineData("x := [y | y := 1; print(y)]", "1")]
    public void Print_writes_every_combination_of_values(string body, string printed)
    {
        List<string> lines = [];
        var policy = new RegoCompiler { KeepPrint = true }.Add("a.rego", $"package a\np if {{ {body} }}").Compile();

        policy.Prepare("data.a").Evaluate(RegoValue.Parse("""{"a": [1, 2], "b": ["x", "y"]}"""), options: new() { Print = lines.Add });

        Assert.Equal(printed, string.Join('|', lines));
    }

    [Fact]
    public void Print_is_left_out_unless_kept()
    {
        List<string> lines = [];
        var policy = new RegoCompiler().Add("a.rego", "package a\np if print(input.x)\nq := [1 | print(1)]").Compile();

        var value = Assert.Single(policy.Prepare("x := data.a").Evaluate(null, options: new() { Print = lines.Add }))["x"];

        Assert.Equal("""{"p":true,"q":[1]}""", value.ToJson());
        Assert.Empty(lines);
    }

    private static RegoTestReport Run(Func<string, bool> filter)
    {
        var runner = new RegoTestRunner { Filter = filter, Trace = true, Coverage = true, Data = RegoValue.Parse("""{"roles": ["admin"]}""") };
        return runner.Add("p.rego", Policy).Add("t.rego", Tests).Run();
    }
}
