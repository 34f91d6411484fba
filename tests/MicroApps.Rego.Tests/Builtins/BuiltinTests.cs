namespace MicroApps.Rego.Tests;

/// <summary>What the case file cannot tell: what newer versions of OPA do otherwise, randomness, order, limits.</summary>
public class BuiltinTests
{
    private readonly BuiltinContext _context = new();

    [Theory]
    [InlineData("array.flatten", "[[1,2],[3,[4]],5,\"s\",{\"a\":[6]}]", "[1, 2, 3, [4], 5, \"s\", {\"a\": [6]}]")]
    [InlineData("walk", "{\"b\":[1,{}],\"a\":{2,\"x\"}}", "[[[], {\"a\": {2, \"x\"}, \"b\": [1, {}]}], [[\"a\"], {2, \"x\"}], [[\"a\", 2], 2], [[\"a\", \"x\"], \"x\"], [[\"b\"], [1, {}]], [[\"b\", 0], 1], [[\"b\", 1], {}]]")]
    [InlineData("walk", "null", "[[[], null]]")]
    public void Run_answers(string name, string argument, string expected) => Assert.Equal(expected, Text.ToTerm(Call(name, TermReader.Read(argument))!));

    [Theory]
    [InlineData("test {{.foo}} {{.bar.baz}} {{.baz}}", "test <undefined> <undefined> 1")]
    [InlineData("{{if .foo}}a{{else}}b{{end}}{{or .foo \"c\"}}", "bc")]
    [InlineData("{{.nothing}}", "<undefined>")]
    public void RenderTemplate_missing_key_is_undefined(string template, string expected) =>
        Assert.Equal(RegoValue.From(expected), Call("strings.render_template", RegoValue.From(template), TermReader.Read("{\"baz\":1,\"nothing\":null}")));

    [Fact]
    public void RenderTemplate_endless_recursion_fails()
    {
        Assert.Null(Call("strings.render_template", RegoValue.From("{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}"), ObjectValue.Empty));
        Assert.EndsWith("exceeded maximum template depth (100000)", _context.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{if .a}}", 100_000)]
    [InlineData("{{(", 1)]
    [InlineData("{{range .a}}{{with .b}}", 50_000)]
    public void RenderTemplate_deeply_nested_fails(string part, int count)
    {
        var template = string.Concat(Enumerable.Repeat(part, count)) + new string('(', 100_000);
        Assert.Null(Call("strings.render_template", RegoValue.From(template), ObjectValue.Empty));
        Assert.Equal("eval_builtin_error", _context.FailureCode);
    }

    [Fact]
    public void RenderTemplate_text_that_doubles_ends_the_evaluation()
    {
        var values = TermReader.Read($"{{\"l\":[{string.Join(",", Enumerable.Range(0, 64))}]}}");
        var template = RegoValue.From("{{$a := \"a\"}}{{range .l}}{{$a = print $a $a}}{{end}}");
        Assert.Equal("eval_cancel_error", Assert.Throws<EvaluationException>(() => Call("strings.render_template", template, values)).Error.Code);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("[\t", 100_000)]
    public void YamlUnmarshal_deeply_nested_fails(string part, int count)
    {
        Assert.Null(Call("yaml.unmarshal", RegoValue.From(string.Concat(Enumerable.Repeat(part, count)))));
        Assert.Equal("yaml.unmarshal: yaml: exceeded max depth", _context.FailureMessage);
    }

    [Fact]
    public void ReachablePaths_circle_ends_where_it_closes() =>
        Assert.Equal(
            TermReader.Read("{[\"a\",\"a\"],[\"a\",\"a\",\"b\",\"c\"],[\"a\",\"b\",\"c\"]}"),
            Call("graph.reachable_paths", TermReader.Read("{\"a\":[\"a\",\"b\"],\"b\":[\"c\"],\"c\":[\"a\"]}"), TermReader.Read("[\"a\"]")));

    [Fact]
    public void Rfc4122_same_key_gives_same_value()
    {
        var first = Call("uuid.rfc4122", RegoValue.From("k"));
        Assert.Equal(first, Call("uuid.rfc4122", RegoValue.From("k")));
        Assert.NotEqual(first, Call("uuid.rfc4122", RegoValue.From("l")));
        Assert.Equal(RegoValue.From(4), Call("uuid.parse", first!)!.Find(RegoValue.From("version")));
        Assert.Equal(RegoValue.From("RFC4122"), Call("uuid.parse", first!)!.Find(RegoValue.From("variant")));
    }

    [Theory]
    [InlineData("replace")]
    [InlineData("strings.replace_n")]
    [InlineData("concat")]
    [InlineData("sprintf")]
    [InlineData("json.marshal_with_options")]
    public void Run_result_too_long_ends_the_evaluation(string name)
    {
        var (letter, letters, words) = (RegoValue.From("a"), RegoValue.From(new string('a', 1000)), RegoValue.From(new string('b', 1_000_000)));
        var list = new ArrayValue([.. Enumerable.Repeat(RegoValue.From(1), 1000)]);
        var texts = new ArrayValue([.. Enumerable.Repeat(letter, 1000)]);
        RegoValue[] args = name switch
        {
            "replace" => [letters, letter, words],
            "strings.replace_n" => [new ObjectValue([letter], [words]), letters],
            "concat" => [words, texts],
            "sprintf" => [RegoValue.From(string.Concat(Enumerable.Repeat("%1000000d", 1000))), list],
            _ => [list, new ObjectValue([RegoValue.From("indent")], [words])],
        };
        Assert.Equal("eval_cancel_error", Assert.Throws<EvaluationException>(() => Call(name, args)).Error.Code);
    }

    [Fact]
    public void Patch_many_changes_take_linear_time()
    {
        var document = new ArrayValue([.. Enumerable.Range(0, 20_000).Select(i => RegoValue.From(i))]);
        var operation = TermReader.Read("{\"op\":\"replace\",\"path\":\"/19999\",\"value\":\"x\"}");
        var patched = Call("json.patch", document, new ArrayValue([.. Enumerable.Repeat(operation, 20_000)]));
        Assert.Equal(RegoValue.From("x"), patched!.Find(RegoValue.From(19_999)));
    }

    private RegoValue? Call(string name, params RegoValue[] args)
    {
        _context.Name = name;
        return BuiltinCaseTests.Builtins[name].Run(_context, args);
    }
}
