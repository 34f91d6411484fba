namespace MicroApps.Rego.Tests;

public class RegoTestCaseTests
{
    [Theory]
    [InlineData("test_x[name] if {\n some name, c in {\"a\": 1, \"b\": 2}\n c < 2\n}", "a: True, b: False", RegoTestOutcome.Failed)]
    [InlineData("test_x[name] if {\n some name, c in {\"a\": 1, \"b\": 2}\n c < 3\n}", "a: True, b: True", RegoTestOutcome.Passed)]
    [InlineData("test_x[g][n] if {\n some g, ns in {\"g\": [1, 2]}\n some n in ns\n n == 1\n}", "g/1: True, g/2: False", RegoTestOutcome.Failed)]
    [InlineData("test_x[\"a\"] if true\ntest_x[\"b\"] if false", "a: True, b: False", RegoTestOutcome.Failed)]
    [InlineData("test_x[name] if {\n c := {\"a\": 1}[name]\n c == input.x\n}", "a: False", RegoTestOutcome.Failed)]
    [InlineData("test_x[name] if some name in []", "", RegoTestOutcome.Failed)]
    public void Run_test_with_variables_in_its_name_tells_its_cases(string rules, string cases, RegoTestOutcome outcome)
    {
        var result = Assert.Single(new RegoTestRunner().Add("t.rego", $"package t\n{rules}\n").Run().Results);

        Assert.Equal(("test_x", outcome), (result.Name, result.Outcome));
        Assert.Equal(cases, string.Join(", ", result.Cases.Select(c => $"{c.Name}: {c.Passed}")));
    }

    [Fact]
    public void Run_second_definition_is_a_test_of_its_own()
    {
        var runner = new RegoTestRunner().Add("a.rego", "package t\ntest_x if true\ntest_x if false\ntodo_test_y if true\ntodo_test_y if true\n").Add("b.rego", "package t\ntest_x if true\n");

        Assert.Equal(
            ["test_x: Passed", "test_x#01: Failed", "todo_test_y: Skipped", "todo_test_y: Skipped", "test_x#02: Passed"],
            runner.Run().Results.Select(r => $"{r.Name}: {r.Outcome}"));
    }

    [Fact]
    public void Run_failed_test_has_the_events_that_led_to_it()
    {
        var result = Assert.Single(new RegoTestRunner { Trace = true }.Add("t.rego", "package t\np if input.x\ntest_x if p\n").Run().Results);

        Assert.Equal(["0 Enter data.t.test_x", "1 Enter data.t.p", "2 Fail input.x", "1 Fail p"], result.Events.Select(e => $"{e.Depth} {e.Kind} {e.Text}"));
    }
}
