namespace MicroApps.Rego.Tests;

/// <summary>What OPA answers to <c>glob.match</c> and <c>glob.quote_meta</c>.</summary>
public sealed class GlobMatchTests
{
    public static TheoryData<string, string[]?, string, bool> Cases => new()
    {
        { "*.github.com", ["."], "api.github.com", true },
        { "*.github.com", ["."], "api.not-github.com", false },
        { "api.**.com", ["."], "api.cdn.github.com", true },
        { "*", [], "foo.bar", false },
        { "*", null, "foo.bar", true },
        { "[!a-c]at", [], "fat", true },
        { "[!a-c]at", [], "bat", false },
        { "?at", ["f"], "fat", false },
        { "?at", ["f"], "bat", true },
        { "?at", [], "at", false },
        { "{cat,bat,[fr]at}", [], "rat", true },
        { "{cat,bat,[fr]at}", [], "at", false },
        { "{a,{b,c}}d", [], "cd", true },
        { "{a,}", [], "", true },
        { "{}", [], "", true },
        { "{[a,b],c}", [], ",", true },
        { "a}", [], "a}", true },
        { "a,b", [], "a,b", true },
        { "a\\*", [], "a*", true },
        { "a\\", [], "a", true },
        { "[\\]]", [], "]", true },
        { "[a\\-b]", [], "-", true },
        { "[ab-c]", [], "-", true },
        { "[!a]", ["."], ".", true },
        { "[.]", ["."], ".", true },
        { "a*b*c", [], "axbxxc", true },
        { "日*", ["語"], "日本語", false },
        { "日*", null, "日本語", true },
        { "?", null, "\U0001f600", true },
        { "***", [], "a.b", true },
        { "", [], "", true },
        { "a?c", ["b"], "abc", false },
        { "?", [], "", true },
        { "[!a]", [], "", true },
        { "[a]", [], "", false },
        { "?{a,b}", ["/"], "xb", true },
        { "*:*", [":"], "a:b:c", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Match_glob_answersAsOpa(string glob, string[]? delimiters, string text, bool expected) =>
        Assert.Equal(expected, FamilyCalls.Bool(GlobBuiltins.All, "glob.match", glob, delimiters!, text));

    [Theory]
    [InlineData("[", "unexpected end of input")]
    [InlineData("[a", "unexpected end of input")]
    [InlineData("[]a]", "could not parse range")]
    [InlineData("[!]", "could not parse range")]
    [InlineData("[!", "unexpected end of input")]
    [InlineData("[z-a]", "hi character 'a' should be greater than lo 'z'")]
    [InlineData("[a-", "unexpected end of input")]
    [InlineData("[a-]", "unexpected end of input")]
    [InlineData("[a-bc]", "expected close range character")]
    [InlineData("a\ufffdb", "could not read rune")]
    public void Match_wrongGlob_failsAsOpa(string glob, string message) =>
        Assert.Equal($"eval_builtin_error: glob.match: {message}", FamilyCalls.Failure(GlobBuiltins.All, "glob.match", glob, Array.Empty<string>(), "a"));

    [Fact]
    public void Match_wrongDelimiters_failAsOpa()
    {
        Assert.Equal("eval_type_error: glob.match: operand 2 must be array of runes but got array containing string", FamilyCalls.Failure(GlobBuiltins.All, "glob.match", "a", new[] { "ab" }, "a"));
        Assert.Equal("eval_type_error: glob.match: operand 2 must be one of {array, null} but got string", FamilyCalls.Failure(GlobBuiltins.All, "glob.match", "a", ".", "a"));
    }

    [Fact]
    public void Match_manyStars_takesLinearTime()
    {
        var glob = string.Concat(Enumerable.Repeat("*a", 200)) + "b";
        Assert.False(FamilyCalls.Bool(GlobBuiltins.All, "glob.match", glob, Array.Empty<string>(), new string('a', 20_000)));
    }

    [Theory]
    [InlineData("*.github.com", @"\*.github.com")]
    [InlineData("a*b?c[d]{e}\\f!,-", @"a\*b\?c\[d\]\{e\}\\f!,-")]
    public void QuoteMeta_text_matchesOnlyItself(string text, string expected)
    {
        Assert.Equal(RegoValue.From(expected), FamilyCalls.Run(GlobBuiltins.All, "glob.quote_meta", text));
        Assert.True(FamilyCalls.Bool(GlobBuiltins.All, "glob.match", expected, Array.Empty<string>(), text));
    }
}
