namespace MicroApps.Rego.Tests;

public class ErrorHintTests
{
    [Theory]
    [InlineData("p if startwith(input.x, \"a\")", "did you mean `startswith`?")]
    [InlineData("p := json.unmarshall(input.x)", "did you mean `json.unmarshal`?")]
    [InlineData("p := len(input.x)", "did you mean `count`?")]
    [InlineData("helper(x) := x\np := hepler(1)", "did you mean `helper`?")]
    [InlineData("is_admin if input.x\np if is_admn", "did you mean `is_admin`?")]
    [InlineData("p if input.x == True", "write `true`")]
    [InlineData("q if input.user\np if user == 1", "did you mean `input.user`?")]
    [InlineData("p if input.my-key == 1", "a name has no `-`")]
    [InlineData("p if startswith(input.x)", "it is called as `startswith(string, string)`")]
    [InlineData("p := \"a\" + input.x", "`+` adds numbers")]
    [InlineData("p if 1 == \"a\"", "values of these types are never equal")]
    [InlineData("p if input.x == 1 && input.y == 2", "all expressions of a body have to hold")]
    [InlineData("p if input.x == 1 and input.y == 2", "all expressions of a body have to hold")]
    [InlineData("p if input.x == 1 || input.y == 2", "write the rule twice")]
    [InlineData("p if !input.x", "`!=` is not equal; negation is `not`")]
    [InlineData("p if {\n input.x == 1\n\nq if input.y", "a rule does not begin inside of a body")]
    [InlineData("p if { input.x == 1, input.y == 2 }", "expressions are separated by new lines or `;`")]
    [InlineData("p if {\n for x in input.xs\n}", "elements are taken by `some x in xs`")]
    [InlineData("p if {\n let x = 1\n}", "a variable needs no word before it")]
    [InlineData("f(x) if {\n return x\n}", "a function has its value in its head")]
    [InlineData("// a comment", "comments begin with `#`")]
    [InlineData("p if input.x not in [1]", "`not` begins the expression")]
    [InlineData("p if input.x in {1, 2", "the `{` of line 2 is not closed")]
    [InlineData("p := input.x ? 1 : 2", "there is no `? :`")]
    [InlineData("p if {\n if input.x { true }\n}", "an expression needs no `if`")]
    [InlineData("p if input.x => 1", "greater or equal is `>=`")]
    public void Compile_mistake_of_a_beginner_says_what_to_write(string rules, string hint)
    {
        var error = Assert.Throws<RegoException>(() => new RegoCompiler().Add("a.rego", $"package a\n{rules}\n").Compile()).Errors[0];

        Assert.Contains($"(hint: {hint}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deny contains 1 if not startswith(input.name, \"a\")", "input.name")]
    [InlineData("deny if {\n not input.age > 17\n}", "input.age")]
    [InlineData("violation contains 1 if not lower(input.a.b) in {\"x\"}", "input.a.b")]
    [InlineData("deny contains 1 if not input.name == \"a\"", null)]
    [InlineData("deny contains 1 if not input.name", null)]
    [InlineData("allow if not startswith(input.name, \"a\")", null)]
    public void Strict_warns_of_negations_that_missing_input_makes_undefined(string rule, string? input)
    {
        var compiler = new RegoCompiler { Strict = true }.Add("a.rego", $"package a\n{rule}\n");
        compiler.Compile();

        Assert.Equal(input, compiler.Warnings.Select(w => w.Message.Split(' ')[1]).SingleOrDefault());
        Assert.All(compiler.Warnings, w => Assert.Equal(("rego_lint_warning", "a.rego"), (w.Code, w.File)));
    }
}
