using System.Text.Json;

namespace MicroApps.Cli.Tests;

[Trait("Spec", "POL-5")]
public sealed class PolicyTests : IDisposable
{
    private const string Policy = "package app\n\ndefault allow := false\n\nallow if input.user == data.owner\n";
    private const string Tests = "package app_test\n\nimport data.app\n\ntest_owner if app.allow with input as {\"user\": \"ann\"}\n\ntest_other if {\n\tprint(\"other\")\n\tapp.allow with input as {\"user\": \"bob\"}\n}\n\ntodo_test_later if false\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("policy-").FullName;

    public PolicyTests()
    {
        Write("app.rego", Policy);
        Write("data.json", """{"owner": "ann"}""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_good_policies_says_ok()
    {
        var run = await Run.Async("policy", "check", _folder, "--strict");

        Assert.Equal((ExitCode.Ok, "", "1 module: ok.\n"), (run.Exit, run.Output, run.Error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("package a\n\np if {\n\tx > 1\n}\n", ":4:2: rego_unsafe_var_error: var x is unsafe", "  4 | \tx > 1", "    | \t^", "  = give it a value")]
    [InlineData("package a\n\np := cuont(1)\n", ":3:6: rego_type_error: undefined function cuont", "  3 | p := cuont(1)", "    |      ^", "  = did you mean `count`?")]
    [InlineData("package a\n\np := [1,\n", ":4:1: rego_parse_error: ", "  4 | ", "    | ^", "  = the `[` of line 3 is not closed")]
    public async Task Check_bad_policy_shows_line_and_caret_and_advice(string source, params string[] lines)
    {
        var file = Write("bad.rego", source);

        var run = await Run.Async("policy", "check", file);

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.StartsWith(file + lines[0], run.Lines[0], StringComparison.Ordinal);
        Assert.Equal(lines[1..3], run.Lines.Skip(1).Take(2));
        Assert.StartsWith(lines[3], run.Lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.app.allow", """{"result":[{"expressions":[{"value":true,"text":"data.app.allow"}]}]}""")]
    [InlineData("data.app.nothing", "{}")]
    [InlineData("input.user == \"bob\"", """{"result":[{"expressions":[{"value":false,"text":"input.user == \"bob\""}]}]}""")]
    [InlineData("x := input.user", """{"result":[{"expressions":[{"value":true,"text":"x := input.user"}],"bindings":{"x":"ann"}}]}""")]
    [InlineData("data.app.allow with input as {}", """{"result":[{"expressions":[{"value":false,"text":"data.app.allow with input as {}"}]}]}""")]
    public async Task Eval_query_writes_json_as_opa_does(string query, string json)
    {
        var run = await Run.Async("policy", "eval", query, "-d", _folder, "-i", Write("input.json", """{"user": "ann"}"""));

        Assert.Equal((ExitCode.Ok, json, ""), (run.Exit, run.Output.Trim(), run.Error));
    }

    [Theory]
    [InlineData(ExitCode.FoundWrong, "data.app.nothing", "--fail")]
    [InlineData(ExitCode.FoundWrong, "x >")]
    [InlineData(ExitCode.FoundWrong, "1 / 0", "--strict-builtin-errors")]
    [InlineData(ExitCode.Ok, "1 / 0")]
    [InlineData(ExitCode.CannotDo, "1", "-d", "nowhere.rego")]
    [InlineData(ExitCode.CannotDo)]
    public async Task Eval_exit_code_says_how_it_went(int exit, params string[] args) =>
        Assert.Equal(exit, (await Run.Async(["policy", "eval", .. args])).Exit);

    [Theory]
    [InlineData("full", "  | Enter data.app.allow", "  | | Eval input.user == data.owner", "  | | Exit data.app.allow")]
    [InlineData("fails")]
    [InlineData("notes")]
    public async Task Eval_explain_shows_what_happened(string kind, params string[] ends)
    {
        var run = await Run.Async("policy", "eval", "data.app.allow", "-d", _folder, "-i", Write("input.json", """{"user": "ann"}"""), "-f", "pretty", "--explain", kind);

        Assert.Equal((ExitCode.Ok, "true"), (run.Exit, run.Lines[^1].TrimEnd('\r')));
        Assert.Equal(kind == "full", run.Output.Contains("  Enter data.app.allow", StringComparison.Ordinal));
        Assert.All(ends, end => Assert.Contains(run.Lines, l => l.TrimEnd('\r').EndsWith(end, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Eval_json_has_explanation_coverage_and_profile()
    {
        var run = await Run.Async("policy", "eval", "data.app.allow", "-d", _folder, "-i", Write("input.json", """{"user": "bob"}"""), "--explain", "fails", "--coverage", "--profile-limit", "1");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains(json.RootElement.GetProperty("explanation").EnumerateArray(), e => e.GetProperty("op").GetString() == "Fail" && e.GetProperty("location").GetProperty("row").GetInt32() == 5);
        Assert.Equal(100, json.RootElement.GetProperty("coverage").GetProperty("coverage").GetDouble());
        Assert.Equal(1, Assert.Single(json.RootElement.GetProperty("profile").EnumerateArray()).GetProperty("num_eval").GetInt64());
    }

    [Fact]
    public async Task Check_strict_warns_and_is_ok()
    {
        var file = Write("deny.rego", "package app2\n\ndeny contains 1 if not startswith(input.name, \"a\")\n");

        var run = await Run.Async("policy", "check", file, "--strict");

        Assert.Equal((ExitCode.Ok, ""), (run.Exit, run.Output));
        Assert.Contains("deny.rego:3:20: rego_lint_warning: when input.name is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("  = say what shall be then", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_cases_are_tests_of_their_own_in_junit()
    {
        Write("case_test.rego", "package case_test\n\ntest_case[name] if {\n\tsome name, n in {\"one\": 1, \"<two>\": 2}\n\tn == 1\n}\n");

        var (text, json, junit) = (await Run.Async("policy", "test", _folder), await Run.Async("policy", "test", _folder, "-f", "json"), await Run.Async("policy", "test", _folder, "-f", "junit"));

        Assert.Contains("    <two>: FAIL", text.Output, StringComparison.Ordinal);
        Assert.Contains("""{"name":"one","outcome":"pass"}""", json.Output, StringComparison.Ordinal);
        var suites = System.Xml.Linq.XDocument.Parse(junit.Output).Root!;
        Assert.Equal(("2", "1"), ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures")));
        var failed = suites.Descendants("failure").Single();
        Assert.Equal("test_case/<two>", (string?)failed.Parent!.Attribute("name"));
        Assert.Contains("no solution", failed.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_in_yaml_is_read()
    {
        File.Delete(Path.Combine(_folder, "data.json"));
        Write("data.yaml", "owner: eve\n");

        var run = await Run.Async("policy", "eval", "data.owner", "-d", _folder, "-f", "pretty");

        Assert.Equal("\"eve\"", run.Output.Trim());
    }

    [Fact]
    public async Task Test_failure_shows_place_and_output()
    {
        Write("app_test.rego", Tests);

        var run = await Run.Async("policy", "test", _folder, "-v");

        Assert.Equal(ExitCode.FoundWrong, run.Exit);
        Assert.Contains("app_test.rego:9: no solution: app.allow with input as", run.Output, StringComparison.Ordinal);
        Assert.Contains("    | other", run.Output, StringComparison.Ordinal);
        Assert.Contains("  | Enter data.app.allow", run.Output, StringComparison.Ordinal);
        Assert.Equal(["PASS: 1/3", "FAIL: 1/3", "SKIPPED: 1/3"], run.Lines.TakeLast(3).Select(l => l.TrimEnd('\r')));
    }

    [Theory]
    [InlineData(ExitCode.Ok, "--run", "owner$")]
    [InlineData(ExitCode.FoundWrong, "--run", "other$")]
    [InlineData(ExitCode.Ok, "--run", "owner$", "--threshold", "25")]
    [InlineData(ExitCode.FoundWrong, "--run", "owner$", "--threshold", "99.9")]
    [InlineData(ExitCode.CannotDo, "--run", "(")]
    [InlineData(ExitCode.CannotDo, "--threshold", "101")]
    public async Task Test_exit_code_says_how_it_went(int exit, params string[] args)
    {
        Write("app_test.rego", Tests);

        Assert.Equal(exit, (await Run.Async(["policy", "test", _folder, .. args])).Exit);
    }

    [Fact]
    public async Task Test_json_has_results_and_coverage()
    {
        Write("app_test.rego", Tests);

        var run = await Run.Async("policy", "test", _folder, "--format", "json", "--coverage", "--run", "owner");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("pass", json.RootElement.GetProperty("results")[0].GetProperty("outcome").GetString());
        var file = json.RootElement.GetProperty("files").EnumerateObject().Single(f => f.Name.EndsWith("app.rego", StringComparison.Ordinal)).Value;
        Assert.Equal(5, file.GetProperty("covered")[0].GetProperty("start").GetProperty("row").GetInt32());
        Assert.Equal(50, file.GetProperty("coverage").GetDouble());
    }

    [Fact]
    public async Task Test_junit_is_xml_of_suites()
    {
        Write("app_test.rego", Tests);

        var run = await Run.Async("policy", "test", _folder, "--format", "junit");

        var suite = System.Xml.Linq.XDocument.Parse(run.Output).Root!.Elements("testsuite").Single();
        Assert.Equal(("3", "1", "1"), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("skipped")));
    }

    [Fact]
    public async Task Fmt_lists_shows_and_writes_what_changes()
    {
        var file = Write("app.rego", "package app\np=1\n");

        var (list, diff) = (await Run.Async("policy", "fmt", _folder, "--list"), await Run.Async("policy", "fmt", file, "--diff"));
        var write = await Run.Async("policy", "fmt", _folder, "--write");
        var again = await Run.Async("policy", "fmt", _folder, "--list");

        Assert.Equal((ExitCode.FoundWrong, file), (list.Exit, list.Output.Trim()));
        Assert.Equal(["@@ -1,3 +1,4 @@", " package app", "-p=1", "+", "+p := 1", " "], diff.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')[2..]);
        Assert.Equal((ExitCode.Ok, ExitCode.Ok, ""), (write.Exit, again.Exit, again.Output));
        Assert.Equal("package app\n\np := 1\n", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Bench_tells_time_and_memory()
    {
        var run = await Run.Async("policy", "bench", "data.app.allow", "-d", _folder, "--seconds", "0.01", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement.GetProperty("p50_ns").GetDouble() > 0);
        Assert.True(json.RootElement.GetProperty("bytes_per_op").GetDouble() > 0);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name).Replace('\\', '/');
        File.WriteAllText(path, text);
        return path;
    }
}
