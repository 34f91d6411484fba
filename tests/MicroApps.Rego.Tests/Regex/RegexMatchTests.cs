namespace MicroApps.Rego.Tests;

/// <summary>What OPA answers to <c>regex.match</c>.</summary>
public sealed class RegexMatchTests
{
    public static TheoryData<string, string, bool> Cases => new()
    {
        { "^[a-z]+\\[[0-9]+\\]$", "foo[1]", true },
        { "^$", "", true },
        { "", "x", true },
        { "^$", "something", false },
        { "a.c", "a\nc", false },
        { "(?s)a.c", "a\nc", true },
        { "a.c", "a\U0001f600c", true },
        { "^.$", "\U0001f600", true },
        { "a$", "a\n", false },
        { "(?m)a$", "a\nb", true },
        { "(?m)^b", "a\nb", true },
        { "^b", "a\nb", false },
        { "\\Ab", "b", true },
        { "a\\z", "ab", false },
        { "\\bcat\\b", "a cat!", true },
        { "\\bcat\\b", "concat", false },
        { "\\Bcat", "concat", true },
        { "\\bé", "é", false },
        { "\\w", "é", false },
        { "\\d", "٣", false },
        { "\\s", " ", false },
        { "\\s", "\u000b", false },
        { "[[:space:]]", "\u000b", true },
        { "[[:^alpha:]]", "a", false },
        { "[[:word:]-]", "-", true },
        { "[^a]", "\n", true },
        { "[]a]", "]", true },
        { "[a-]", "-", true },
        { "[\\]-a]", "^", true },
        { "[\\d-z]", "-", true },
        { "\\pL", "é", true },
        { "\\p{Lu}", "é", false },
        { "\\p{Greek}", "λ", true },
        { "\\P{Greek}", "λ", false },
        { "\\p{^Greek}", "a", true },
        { "[^\\p{Han}]", "漢", false },
        { "\\pN", "Ⅷ", true },
        { "(?i)straSSe", "STRAſſE", true },
        { "(?i)k", "K", true },
        { "(?i)[^k]", "K", false },
        { "(?i)\\W", "ſ", false },
        { "(?i)ΣΑΣ", "σας", true },
        { "(?i)\\p{Lu}", "a", true },
        { "(?i:a)b", "Ab", true },
        { "(?i:a)b", "AB", false },
        { "(?i)a(?-i)b", "AB", false },
        { "a{2}", "a", false },
        { "^a{2,3}$", "aaaa", false },
        { "^a{2,}$", "aaaa", true },
        { "a{,2}", "a{,2}", true },
        { "a{02}", "a{02}", true },
        { "x{0}", "", true },
        { "\\Qa.b\\E+", "a.bb", true },
        { "\\Q*", "*", true },
        { "\\x41\\x{1F600}\\101", "A\U0001f600A", true },
        { "\\0", "\u0000", true },
        { "\\a\\f\\v", "\u0007\u000c\u000b", true },
        { "(|a)*b", "aab", true },
        { "(a*)*$", "aab", true },
        { "(?:a|b)*?c", "abc", true },
        { "a(?i)*", "aa", true },
        { "日本", "日本語", true },
        { "[日-語]+$", "日本語", true },
        { "x*", "", true },
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { "(?=a)", "error parsing regexp: invalid or unsupported Perl syntax: `(?=`" },
        { "(?<=a)b", "error parsing regexp: invalid named capture: `(?<=a)b`" },
        { "(?>a)", "error parsing regexp: invalid or unsupported Perl syntax: `(?>`" },
        { "a(b", "error parsing regexp: missing closing ): `a(b`" },
        { "a)b", "error parsing regexp: unexpected ): `a)b`" },
        { "a**", "error parsing regexp: invalid nested repetition operator: `**`" },
        { "a+*?", "error parsing regexp: invalid nested repetition operator: `+*?`" },
        { "a{2}{3}", "error parsing regexp: invalid nested repetition operator: `{2}{3}`" },
        { "*a", "error parsing regexp: missing argument to repetition operator: `*`" },
        { "|*", "error parsing regexp: missing argument to repetition operator: `*`" },
        { "(+)", "error parsing regexp: missing argument to repetition operator: `+`" },
        { "?", "error parsing regexp: missing argument to repetition operator: `?`" },
        { "[", "error parsing regexp: missing closing ]: `[`" },
        { "[a", "error parsing regexp: missing closing ]: `[a`" },
        { "[z-a]", "error parsing regexp: invalid character class range: `z-a`" },
        { "[[:foo:]]", "error parsing regexp: invalid character class range: `[:foo:]`" },
        { "\\p{Foo}", "error parsing regexp: invalid character class range: `\\p{Foo}`" },
        { "\\p{L", "error parsing regexp: invalid character class range: `\\p{L`" },
        { "\\p", "error parsing regexp: invalid character class range: `\\p`" },
        { "\\8", "error parsing regexp: invalid escape sequence: `\\8`" },
        { "\\1", "error parsing regexp: invalid escape sequence: `\\1`" },
        { "\\", "error parsing regexp: trailing backslash at end of expression: ``" },
        { "[\\", "error parsing regexp: trailing backslash at end of expression: ``" },
        { "[a-\\d]", "error parsing regexp: invalid escape sequence: `\\d`" },
        { "\\Z", "error parsing regexp: invalid escape sequence: `\\Z`" },
        { "\\C", "error parsing regexp: invalid escape sequence: `\\C`" },
        { "\\é", "error parsing regexp: invalid escape sequence: `\\é`" },
        { "\\xg", "error parsing regexp: invalid escape sequence: `\\xg`" },
        { "\\x{110000}", "error parsing regexp: invalid escape sequence: `\\x{110000`" },
        { "\\x{}", "error parsing regexp: invalid escape sequence: `\\x{}`" },
        { "a{1001}", "error parsing regexp: invalid repeat count: `{1001}`" },
        { "a{2,1}", "error parsing regexp: invalid repeat count: `{2,1}`" },
        { "(a{100}){100}", "error parsing regexp: invalid repeat count: `{100}`" },
        { "((a{100}){10}){10}", "error parsing regexp: invalid repeat count: `{10}`" },
        { "(?P<n", "error parsing regexp: invalid named capture: `(?P<n`" },
        { "(?P<>a)", "error parsing regexp: invalid named capture: `(?P<>`" },
        { "(?P<a b>c)", "error parsing regexp: invalid named capture: `(?P<a b>`" },
        { "(?P=n)", "error parsing regexp: invalid or unsupported Perl syntax: `(?P`" },
        { "(?i", "error parsing regexp: invalid or unsupported Perl syntax: `(?i`" },
        { "(?i-)", "error parsing regexp: invalid or unsupported Perl syntax: `(?i-)`" },
        { "(?z)", "error parsing regexp: invalid or unsupported Perl syntax: `(?z`" },
        { "(?", "error parsing regexp: invalid or unsupported Perl syntax: `(?`" },
        { "(?i-s-m)", "error parsing regexp: invalid or unsupported Perl syntax: `(?i-s-`" },
        { "(?:", "error parsing regexp: missing closing ): `(?:`" },
        { "$^[[[", "error parsing regexp: missing closing ]: `[[[`" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Match_pattern_answersAsOpa(string pattern, string text, bool expected) =>
        Assert.Equal(expected, FamilyCalls.Bool(RegexBuiltins.All, "regex.match", pattern, text));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Find_pattern_agreesWithMatch(string pattern, string text, bool expected) =>
        Assert.Equal(expected, RegexProgram.Compile(pattern, out _)!.Find(text, 0) is not null);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Match_wrongPattern_failsAsOpa(string pattern, string message)
    {
        Assert.Equal($"eval_builtin_error: regex.match: {message}", FamilyCalls.Failure(RegexBuiltins.All, "regex.match", pattern, ""));
        Assert.False(FamilyCalls.Bool(RegexBuiltins.All, "regex.is_valid", pattern));
    }

    [Fact]
    public void IsValid_limits_areThoseOfGo()
    {
        Assert.True(FamilyCalls.Bool(RegexBuiltins.All, "regex.is_valid", new string('(', 999) + "a" + new string(')', 999)));
        Assert.False(FamilyCalls.Bool(RegexBuiltins.All, "regex.is_valid", new string('(', 1000) + "a" + new string(')', 1000)));
        Assert.True(FamilyCalls.Bool(RegexBuiltins.All, "regex.is_valid", "((a{10}){10}){10}"));
        Assert.False(FamilyCalls.Bool(RegexBuiltins.All, "regex.is_valid", string.Concat(Enumerable.Repeat("(a{1000})", 3400))));
    }
}
