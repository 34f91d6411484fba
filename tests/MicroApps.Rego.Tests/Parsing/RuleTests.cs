namespace MicroApps.Rego.Tests;

/// <summary>Modules and rules: what the parser makes of them.</summary>
public class RuleTests
{
    [Theory]
    [InlineData("p := 1", "p := 1")]
    [InlineData("p = 1", "p = 1")]
    [InlineData("p if x > 1", "p {gt(x, 1)}")]
    [InlineData("p if { x; y }", "p {x; y}")]
    [InlineData("p if {\n\tx\n\ty\n}", "p {x; y}")]
    [InlineData("p if {}", "p {object()}")]
    [InlineData("p if {x | x}", "p {Set(x | x)}")]
    [InlineData("p if { true }", "p {true}")]
    [InlineData("p contains 1", "p contains 1")]
    [InlineData("p contains x if { x := 1 }", "p contains x {assign(x, 1)}")]
    [InlineData("p.q contains x if x := 1", "p[\"q\"] contains x {assign(x, 1)}")]
    [InlineData("p.q[x].r := v if { x := 1 }", "p[\"q\", x, \"r\"] := v {assign(x, 1)}")]
    [InlineData("p[x] := 1", "p[x] := 1")]
    [InlineData("p[x] if x := 1", "p[x] {assign(x, 1)}")]
    [InlineData("f(x) := x", "f(x) := x")]
    [InlineData("f(x)", "f(x)")]
    [InlineData("f() := 1", "f() := 1")]
    [InlineData("f([x, {\"a\": y}], _) := y if x", "f(array(x, object(\"a\": y)), $0) := y {x}")]
    [InlineData("f (x) if x", "f(x) {x}")]
    [InlineData("p.f(x) if x", "p[\"f\"](x) {x}")]
    [InlineData("default p := {\"a\": [1]}", "default p := object(\"a\": array(1))")]
    [InlineData("default f(_, _) := 1", "default f($0, $1) := 1")]
    [InlineData("default p", "default p")]
    [InlineData("p if { a } { b }", "p {a}|p {b}")]
    [InlineData("f(_) if { a } { b }", "f($0) {a}|f($1) {b}")]
    [InlineData("p := 1 if { a } else := 2 if b else if c else := 3", "p := 1 {a} else p := 2 {b} else p {c} else p := 3")]
    [InlineData("f(_) := 1 if a else := 2", "f($0) := 1 {a} else f($1) := 2")]
    [InlineData("if.x := 1", "if[\"x\"] := 1")]
    [InlineData("with[x] := 1 if x", "with[x] := 1 {x}")]
    [InlineData("p := [\n1,\n2,\n]\nq := p", "p := array(1, 2)|q := p")]
    public void Parse_rule_makes(string source, string expected)
    {
        var errors = new List<RegoError>();
        var module = ModuleParser.Parse("", "package p\n" + source, errors);

        Assert.Empty(errors);
        Assert.Equal(expected, string.Join("|", module.Rules.Select(SyntaxText.Of)));
    }

    [Fact]
    public void Parse_call_of_builtin_alone_is_refused()
    {
        var errors = new List<RegoError>();
        ModuleParser.Parse("", "package p\nq := 1 uuid.parse(x)", errors, name => name == "uuid.parse");

        Assert.StartsWith("rule name conflicts with built-in function", Assert.Single(errors).Message);
    }

    [Fact]
    public void Parse_module_keeps_package_imports_and_comments()
    {
        var errors = new List<RegoError>();
        var module = ModuleParser.Parse("p.rego", "# first\r\npackage a.if[\"c d\"] # second\r\n\r\nimport rego.v1\r\nimport data.x as y\r\nimport input\r\n", errors);

        Assert.Empty(errors);
        Assert.Equal(["a", "if", "c d"], module.Package);
        Assert.Equal(["rego[\"v1\"]", "data[\"x\"] y", "input"], module.Imports.Select(import => $"{SyntaxText.Of(import.Path)} {import.Alias}".TrimEnd()));
        Assert.Equal([" first", " second"], module.Comments.Select(comment => comment.Text));
        Assert.Equal((2, 1), (module.Location.Line, module.Location.Column));
    }

    [Fact]
    public void Parse_location_counts_lines_and_code_points()
    {
        const string Source = "\uFEFFpackage p\r\n\r\np := f(\"é😀\", x,\r\n\ty.z)";
        var module = ModuleParser.Parse("p.rego", Source, []);
        var call = (CallTerm)module.Rules[0].Head.Value!;

        Assert.Equal((3, 6), (call.Location.Line, call.Location.Column));
        Assert.Equal((3, 14), (call.Arguments[1].Location.Line, call.Arguments[1].Location.Column));
        Assert.Equal((4, 2), (call.Arguments[2].Location.Line, call.Arguments[2].Location.Column));
        Assert.Equal("y.z", Source.Substring(call.Arguments[2].Location.Start, call.Arguments[2].Location.Length));
        Assert.Equal("f(\"é😀\", x,\r\n\ty.z)", Source.Substring(call.Location.Start, call.Location.Length));
    }
}
