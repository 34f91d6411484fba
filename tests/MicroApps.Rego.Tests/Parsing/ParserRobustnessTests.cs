namespace MicroApps.Rego.Tests;

/// <summary>Hostile sources: errors, but no exception, no hang, no stack overflow.</summary>
public class ParserRobustnessTests
{
    private const int Seed = 20260;

    [Fact]
    public void Parse_mutated_source_never_throws()
    {
        var random = new Random(Seed);
        var sources = ParsingFiles.Suite().Where(source => source.Kind == "module").Select(source => source.Source).ToArray();
        for (var i = 0; i < 5_000; i++)
        {
            var source = sources[random.Next(sources.Length)];
            for (var change = random.Next(1, 4); change > 0; change--)
                source = Mutate(source, sources[random.Next(sources.Length)], random);
            var errors = new List<RegoError>();
            ModuleParser.Parse("p.rego", source, errors);
            ModuleParser.ParseQuery("q", source, errors);
            ModuleParser.ParseTerm("t", source, errors);
            Assert.True(errors.TrueForAll(error => error.Code == "rego_parse_error"), $"seed {Seed}, run {i}:\n{source}");
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("(", ")")]
    [InlineData("{1: ", "}")]
    [InlineData("f(", ")")]
    [InlineData("x[", "]")]
    [InlineData("[a | ", "]")]
    [InlineData("[a | ", ", 1]")]
    [InlineData("{1: a | ", ", 2: 1}")]
    [InlineData("[a | b; some c; ", ", 1]")]
    [InlineData("$\"{", "}\"")]
    [InlineData("1 + ", "")]
    [InlineData("f().", "")]
    [InlineData("every x in xs { ", " }")]
    [InlineData("not ", "")]
    public void Parse_deep_source_is_refused_in_time(string open, string close)
    {
        var thread = new Thread(() =>
        {
            foreach (var depth in new[] { 40, 100, 100_000 })
                ModuleParser.Parse("p.rego", $"package p\n\nq if {{\n{string.Concat(Enumerable.Repeat(open, depth))}x{string.Concat(Enumerable.Repeat(close, depth))}\n}}", []);
        }, 768 * 1024);
        thread.Start();

        Assert.True(thread.Join(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Parse_long_else_chain_is_refused()
    {
        var errors = new List<RegoError>();
        ModuleParser.Parse("p.rego", "package p\n\nq := 1 if x" + string.Concat(Enumerable.Repeat(" else := 2 if x", 100_000)), errors);

        Assert.Contains("max parsing recursion depth", Assert.Single(errors).Message);
    }

    [Fact]
    public void Parse_many_errors_tells_some()
    {
        var errors = new List<RegoError>();
        ModuleParser.Parse("p.rego", "package p\n" + string.Concat(Enumerable.Repeat("p := )\n", 10_000)), errors);

        Assert.Equal(100, errors.Count);
    }

    private static string Mutate(string source, string other, Random random)
    {
        var tokens = Lexer.Read("", source).Tokens;
        var token = tokens[random.Next(tokens.Length)];
        var strangers = Lexer.Read("", other).Tokens;
        var stranger = strangers[random.Next(strangers.Length)];
        var text = random.Next(2) == 0 ? source[token.Start..token.End] : other[stranger.Start..stranger.End];
        return random.Next(3) == 0 ? source.Insert(token.Start, text) : source.Remove(token.Start, token.End - token.Start).Insert(token.Start, random.Next(2) == 0 ? text : "");
    }
}
