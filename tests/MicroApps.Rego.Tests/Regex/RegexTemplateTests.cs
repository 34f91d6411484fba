namespace MicroApps.Rego.Tests;

/// <summary>What OPA answers to <c>regex.template_match</c>.</summary>
public sealed class RegexTemplateTests
{
    [Theory]
    [InlineData("urn:foo:{.*}", "urn:foo:bar:baz", true)]
    [InlineData("urn.{a{2}}b", "urn.aab", true)]
    [InlineData("urn.{a{2}}b", "urnxaab", false)]
    [InlineData("a{b|c}d", "acd", true)]
    [InlineData("a{b|c}d", "ab", false)]
    [InlineData("{a}{b}", "ab", true)]
    [InlineData("", "", true)]
    public void TemplateMatch_template_matchesAsAWhole(string template, string text, bool expected) =>
        Assert.Equal(expected, FamilyCalls.Bool(RegexBuiltins.All, "regex.template_match", template, text, "{", "}"));

    [Theory]
    [InlineData("a{", "unbalanced braces in \"a{\"")]
    [InlineData("a}", "unbalanced braces in \"a}\"")]
    [InlineData("{(}", "error parsing regexp: missing closing ): `^($`")]
    [InlineData("{a}}{", "unbalanced braces in \"{a}}{\"")]
    public void TemplateMatch_wrongTemplate_failsAsOpa(string template, string message) =>
        Assert.Equal($"eval_builtin_error: regex.template_match: {message}", FamilyCalls.Failure(RegexBuiltins.All, "regex.template_match", template, "x", "{", "}"));

    [Theory]
    [InlineData("{{", "}", "start delimiter has to be exactly one character long but is 2 long")]
    [InlineData("é", "}", "start delimiter has to be exactly one character long but is 2 long")]
    [InlineData("{", "", "end delimiter has to be exactly one character long but is 1 long")]
    public void TemplateMatch_wrongDelimiter_failsAsOpa(string open, string close, string message) =>
        Assert.Equal($"eval_builtin_error: regex.template_match: {message}", FamilyCalls.Failure(RegexBuiltins.All, "regex.template_match", "a", "a", open, close));
}
