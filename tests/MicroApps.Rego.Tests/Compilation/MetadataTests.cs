namespace MicroApps.Rego.Tests;

public class MetadataTests
{
    [Fact]
    public void Chain_fields_are_as_in_Opa()
    {
        const string Source = """
            package a.b

            # METADATA
            # title: T
            # scope: document
            # custom:
            #  x: 1
            #  list: [1, "b", {c: d}]
            #  f: 1.50
            #  s: |
            #   multi
            #   line
            #  none: null
            # organizations:
            # - Acme
            # related_resources:
            # - https://example.com
            # - ref: http://b
            #   description: foo
            # authors:
            # - Jane <j@x.y>
            # - name: Bob
            #   email: b@c
            # - <mail@only>
            # schemas:
            # - input: {type: string}
            # - data.x: schema.y
            # entrypoint: true
            # description: >
            #   folded
            #   text
            p := rego.metadata.chain()
            """;
        const string Wanted = """
            [{"path":["a","b","p"]},{"annotations":{"authors":[{"email":"j@x.y","name":"Jane"},{"email":"b@c","name":"Bob"},{"email":"mail@only"}],
            "custom":{"f":1.5,"list":[1,"b",{"c":"d"}],"none":null,"s":"multi\nline\n","x":1},"description":"folded text\n","entrypoint":true,"organizations":["Acme"],
            "related_resources":[{"ref":"https://example.com"},{"description":"foo","ref":"http://b"}],
            "schemas":[{"definition":{"type":"string"},"path":["input"]},{"path":["data","x"],"schema":["schema","y"]}],"scope":"document","title":"T"},"path":["a","b","p"]}]
            """;
        Assert.Equal(RegoValue.Parse(Wanted), Evaluate("data.a.b.p", Source));
    }

    [Fact]
    public void Chain_goes_from_the_rule_to_the_root()
    {
        const string Outer = "# METADATA\n# title: sub\n# scope: subpackages\npackage a";
        const string Inner = "# METADATA\n# title: pkg\npackage a.b\n\n# METADATA\n# title: r\nr.s[x] := y if { x := \"k\"; y := [z.path | some z in rego.metadata.chain()] }";
        Assert.Equal("""{"k":[["a","b","r","s"],["a","b"],["a"]]}""", Evaluate("data.a.b.r.s", Outer, Inner)!.ToJson());
    }

    [Theory]
    [InlineData("# METADATA\n# title: hi\np := rego.metadata.rule()", """{"scope":"rule","title":"hi"}""")]
    [InlineData("#METADATA\n#title: 1\n\n# other\np if {\nfalse\n}\nelse := rego.metadata.rule()", "{}")]
    [InlineData("# METADATA\n# title: hi\np := x if rego.metadata.rule(x)", """{"scope":"rule","title":"hi"}""")]
    [InlineData("# METADATA\n# entrypoint: true\np := rego.metadata.rule()", "{}")]
    [InlineData("p := f(1)\n# METADATA\n# unknown: 1\n#\n# title: f\nf(x) := [x, rego.metadata.rule()]", """[1,{"scope":"rule","title":"f"}]""")]
    [InlineData("p := rego.metadata.rule()", "{}")]
    public void Rule_answers_what_is_said_about_the_rule(string rules, string wanted) => Assert.Equal(wanted, Evaluate("data.t.p", "package t\n\n" + rules)!.ToJson());

    [Theory]
    [InlineData("# METADATA\n# title: [\np := 1", "yaml: line", 4)]
    [InlineData("# METADATA\n# scope: foo\np := 1", "invalid annotation scope 'foo'. Use one of 'rule', 'document', 'package', or 'subpackages'", 3)]
    [InlineData("# METADATA\n\np := 1", "expected METADATA block, found whitespace", 3)]
    [InlineData("# METADATA\n# scope: package\np := 1", "annotation scope 'package' must be applied to package (have rule)", 3)]
    [InlineData("# METADATA\n# title: x\nimport data.foo\np := 1", "invalid annotation scope 'import'", 3)]
    [InlineData("# METADATA\n# title: x", "invalid annotation scope ''", 3)]
    [InlineData("# METADATA\n# authors: foo\np := 1", "yaml: unmarshal errors", 3)]
    [InlineData("# METADATA\n# authors:\n# - {}\np := 1", "'name' and/or 'email' values required in object", 3)]
    [InlineData("# METADATA\n# related_resources:\n# - {}\np := 1", "'ref' value required in object", 3)]
    [InlineData("# METADATA\n# scope: document\np := 1\n# METADATA\n# scope: document\np := 1", "document annotation redeclared: t.rego:3", 6)]
    public void Compile_refuses_wrong_block(string rules, string message, int line)
    {
        var error = Assert.Throws<RegoException>(() => Evaluate("data.t.p", "package t\n\n" + rules)).Errors[0];
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    private static RegoValue? Evaluate(string query, params string[] sources)
    {
        var compiler = new RegoCompiler();
        foreach (var source in sources)
            compiler.Add("t.rego", source);
        return compiler.Compile().Prepare($"{query} = x").Evaluate(null) is [var solution, ..] ? solution["x"] : null;
    }
}
