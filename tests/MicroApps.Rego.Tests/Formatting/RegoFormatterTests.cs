namespace MicroApps.Rego.Tests;

public class RegoFormatterTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "p=1", "p := 1" },
        { "default  p=false", "default p := false" },
        { "p if { input.x==1 }", "p if input.x == 1" },
        { "p if { true }", "p := true" },
        { "p if {\n x }", "p if {\n\tx\n}" },
        { "p if { x:=1;y }", "p if {\n\tx := 1\n\ty\n}" },
        { "p if {\n x\n\n\n y }", "p if {\n\tx\n\n\ty\n}" },
        { "p := 1 if { x } else := 2 if { y } else = 3", "p := 1 if x\n\nelse := 2 if y\n\nelse := 3" },
        { "p := 1 if {\n x } else := 2", "p := 1 if {\n\tx\n} else := 2" },
        { "p if { true } else := 2", "p if true\n\nelse := 2" },
        { "p contains x if some x in [1,2]", "p contains x if some x in [1, 2]" },
        { "f(x,[y]) := x+y*2", "f(x, [y]) := x + (y * 2)" },
        { "p if (1+2)*3 == 9", "p if (1 + 2) * 3 == 9" },
        { "p if { x; -1 == y }", "p if {\n\tx;\n\t-1 == y\n}" },
        { "p := [(a|b), c]", "p := [(a | b), c]" },
        { "p := [(x+1) | x:=1]", "p := [(x + 1) | x := 1]" },
        { "p := f((k, v in xs))", "p := f((k, v in xs))" },
        { "p if { \"a\", (2 in x) in y }", "p if \"a\", (2 in x) in y" },
        { "p := input[\"a\"][\"b-c\"][\"in\"][_]", "p := input.a[\"b-c\"][\"in\"][_]" },
        { "p := {\n\"a\":1,\n\"b\":[1,\n2]}", "p := {\n\t\"a\": 1,\n\t\"b\": [\n\t\t1,\n\t\t2,\n\t],\n}" },
        { "p := {\n1, 2}", "p := {1, 2}" },
        { "p := [x|\nx:=1;y]", "p := [x |\n\tx := 1\n\ty\n]" },
        { "p if { every k,v in xs { k==v } }", "p if every k, v in xs { k == v }" },
        { "p if { x with input as 1\n with data.a as {2} }", "p if x with input as 1\n\twith data.a as {2}" },
        { "p if { {1} == x }", "p if {\n\t{1} == x\n}" },
        { "p := set( )", "p := set()" },
        { "p := `a\nb`", "p := `a\nb`" },
        { "p := \"\\u0041\"", "p := \"\\u0041\"" },
        { "p := $\"a {input.x}  {f( 1 )}\"", "p := $\"a {input.x}  {f( 1 )}\"" },
        { "p if { x # one\n# two\ny } # three", "p if {\n\tx # one\n\n\t# two\n\ty\n} # three" },
        { "p := [ # one\n1, # two\n# three\n2\n# four\n]", "p := [ # one\n\t1, # two\n\t# three\n\t2,\n\t# four\n]" },
        { "p if { x ==\n# inside\n1 }", "p if {\n\tx == 1\n\n\t# inside\n}" },
        { "import data.b\nimport data.a\n\nimport rego.v1\nimport input.z as y\np := 1", "import data.a\nimport data.b\n\nimport input.z as y\n\np := 1" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Format_source_gives_usual_layout(string source, string formatted)
    {
        Assert.Equal($"package a\n\n{formatted}\n", RegoFormatter.Format("a.rego", $"package a\n{source}\n"));
        Assert.Equal($"package a\n\n{formatted}\n", RegoFormatter.Format("a.rego", $"package a\n\n{formatted}\n"));
    }

    [Fact]
    public void Format_module_of_suite_keeps_meaning_and_is_stable()
    {
        foreach (var (id, _, source) in ParsingFiles.Suite().Where(s => s.Kind == "module"))
        {
            List<RegoError> errors = [];
            var module = ModuleParser.Parse(id, source, errors);
            var formatted = ModuleFormatter.Write(module);
            var again = ModuleParser.Parse(id, formatted, errors);

            Assert.True(errors.Count == 0, $"{id}: {errors.FirstOrDefault()}\n{formatted}");
            Assert.Equal(SyntaxShape.Of(module), SyntaxShape.Of(again));
            Assert.Equal(module.Comments.Select(c => c.Text.Trim()).Order(), again.Comments.Select(c => c.Text.Trim()).Order());
            Assert.Equal(formatted, ModuleFormatter.Write(again));
        }
    }

    [Fact]
    public void Format_broken_source_tells_errors()
    {
        var refused = Assert.Throws<RegoException>(() => RegoFormatter.Format("a.rego", "package a\np := "));

        Assert.Equal("rego_parse_error", Assert.Single(refused.Errors).Code);
    }
}
