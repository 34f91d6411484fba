namespace MicroApps.Rego.Tests;

/// <summary>What OPA answers to <c>regex.globs_match</c>.</summary>
public sealed class GlobsMatchTests
{
    public static TheoryData<string, string, bool> Cases => new()
    {
        { "a.a.[0-9]+z", ".b.b2359825792*594823z", true },
        { "[a-z]+", "[0-9]*", false },
        { "b.*", "bar", true },
        { "[a-z]+\\[[0-9]+\\]", "foo\\[1\\]", true },
        { "[a-z]+\\[[0-9]+\\]", "foo[\"bar\"]", false },
        { "", "", true },
        { "a", "", false },
        { "a*", "", false },
        { "a*", "b*", false },
        { "a*", "aaab*", false },
        { "a+b", ".*", true },
        { "a.*b", "a+cb", true },
        { "[^a]", "b", false },
        { "[]", "b*", false },
        { "[\\]a]", "\\]", true },
        { ".+.*", "a", true },
        { "a", "b*b*[^a]", true },
        { "a[bc]+bb", "b*b*[a-c]+", true },
        { "ab*", "a", false },
        { "a[a-c]d", "a.d", true },
        { "abc", "abd", false },
        { "xbc", "abc", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void GlobsMatch_expressions_answerAsOpa(string left, string right, bool expected) =>
        Assert.Equal(expected, FamilyCalls.Bool(RegexBuiltins.All, "regex.globs_match", left, right));

    [Theory]
    [InlineData("pqrs]", "input:pqrs], pos:5, set-close ']' with no preceding '[': the input provided is invalid")]
    [InlineData("+", "input:+, pos:1, flag '+' must be preceded by a non-flag: the input provided is invalid")]
    [InlineData("a**", "input:a**, pos:3, flag '*' must be preceded by a non-flag: the input provided is invalid")]
    [InlineData("[a", "input:[a, pos:2, found [ without matching ]: the input provided is invalid")]
    [InlineData("[", "input:[, pos:1, found [ without matching ]: the input provided is invalid")]
    [InlineData("a\\", "input:a\\, pos:1, input ends with a \\ (escape) character: the input provided is invalid")]
    [InlineData("[z-a]", "input:[z-a], pos:4, range is out of order: 'a' comes before 'z' in Unicode: the input provided is invalid")]
    [InlineData("[a-]", "input:[a-], pos:3, range character '-' must be followed by a Unicode character: the input provided is invalid")]
    [InlineData("[-a]", "input:[-a], pos:2, range character '-' must be preceded by a Unicode character: the input provided is invalid")]
    [InlineData("[a-b-c]", "input:[a-b-c], pos:5, range character '-' must be preceded by a Unicode character: the input provided is invalid")]
    [InlineData("[a--]", "input:[a--], pos:4, range character '-' cannot be followed by a special symbol: the input provided is invalid")]
    public void GlobsMatch_wrongExpression_failsAsOpa(string left, string message) =>
        Assert.Equal($"eval_builtin_error: regex.globs_match: {message}", FamilyCalls.Failure(RegexBuiltins.All, "regex.globs_match", left, "[a-b]+"));

    [Fact]
    public void GlobsMatch_manyRepetitions_takesTimeOfTheProduct() =>
        Assert.False(FamilyCalls.Bool(RegexBuiltins.All, "regex.globs_match", string.Concat(Enumerable.Repeat("a*.*", 200)) + "b", string.Concat(Enumerable.Repeat("a+a*", 200)) + "c"));
}
