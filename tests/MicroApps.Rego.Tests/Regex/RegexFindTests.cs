namespace MicroApps.Rego.Tests;

/// <summary>What OPA answers to the functions that find, replace and split.</summary>
public sealed class RegexFindTests
{
    public static TheoryData<string, string, int, string> Found => new()
    {
        { "a(x*)b", "-axxb-ab-", -1, "axxb|xx;ab|" },
        { "[^aouiye]([aouiye])([^aouiye])?", "somestri", -1, "som|o|m;ri|i|" },
        { "[^aouiye]([aouiye])([^aouiye])?", "somestri", 1, "som|o|m" },
        { "a*", "baac", -1, ";aa;" },
        { "", "日本", -1, ";;" },
        { "(a|ab)(c|bcd)(d*)", "abcd", -1, "abcd|a|bcd|" },
        { "(a+)(b+)?", "aabaab", -1, "aab|aa|b;aab|aa|b" },
        { "(a+?)(a*)", "aaa", -1, "aaa|a|aa" },
        { "(?U)a+(b+)", "aabb", -1, "aab|b" },
        { "(?U)a+?(b+)", "aabb", -1, "aab|b" },
        { "(|a)*", "aa", -1, "|;|;|" },
        { "(|a)+", "aa", -1, "|;|;|" },
        { "(a*)*", "b", -1, "|;|" },
        { "(a*)+", "b", -1, "|;|" },
        { "(a{0,2}){2}", "aaaa", -1, "aaaa|aa" },
        { "(a|b)*?c|(a)", "abcab", -1, "abc|b|;a||a" },
        { "(?P<y>\\d{4})-(?<m>\\d\\d)", "2024-05 2025-06", -1, "2024-05|2024|05;2025-06|2025|06" },
        { "\\b", "ab cd", -1, ";;;" },
        { "(?m)^(.*)$", "a\n\nb", -1, "a|a;|;b|b" },
        { "\U0001f600(.)", "\U0001f600a\U0001f600\U0001f600", -1, "\U0001f600a|a;\U0001f600\U0001f600|\U0001f600" },
        { "^a", "aaa", -1, "a" },
        { "(a)|(b)|(c)", "cab", 2, "c|||c;a|a||" },
        { "((a)|b)*", "ab", -1, "ab|b|a" },
        { "(?:(a)|b)*", "ab", 0, "" },
        { "(a(b)?)+", "aba", -1, "aba|a|b" },
        { "(foo|foobar)(bar)?", "foobar", -1, "foobar|foo|bar" },
        { "$", "ab", -1, "" },
    };

    public static TheoryData<string, string, string, string> Replaced => new()
    {
        { "-wy-wxxy-", "w(x*)y", "0", "-0-0-" },
        { "foo", "(foo)", "$1$1", "foofoo" },
        { "foo", "(?P<x>o)", "${x}1-$x1-$x-$$-$-${y-$0", "fo1--o-$-$-${y-oo1--o-$-$-${y-o" },
        { "abc", "", "-", "-a-b-c-" },
        { "abc", "b*", "-", "-a-c-" },
        { "日本", "", "-", "-日-本-" },
        { "foo", "^[a-z]", "F", "Foo" },
        { "ab", "(a)|(b)", "[$1|$2]", "[a|][|b]" },
        { "ab", "(?P<n>a)|(?P<n>b)", "<$n>", "<a><b>" },
        { "a", "a", "$01$9$é", "" },
        { "a", "a", "${0}${1}${}$", "a${}$" },
        { "aaa", "a", "b$", "b$b$b$" },
        { "x\U0001f600y", "\U0001f600", "$0$0", "x\U0001f600\U0001f600y" },
        { "abc", "z", "y", "abc" },
        { "a.b", "\\.", "$$", "a$b" },
    };

    public static TheoryData<string, string, string[]> Parts => new()
    {
        { "", "abc", ["a", "b", "c"] },
        { "", "", [] },
        { "a*", "baac", ["b", "c"] },
        { "a", "banana", ["b", "n", "n", ""] },
        { "^[a-z ]+$", "foobar baz", ["", ""] },
        { "z+", "pizza", ["pi", "a"] },
        { "[a-z]+$", "foobar baz", ["foobar ", ""] },
        { "x", "", [""] },
        { ",", ",a,,b,", ["", "a", "", "b", ""] },
        { "", "日本", ["日", "本"] },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void FindAll_pattern_findsWhatOpaFinds(string pattern, string text, int most, string expected)
    {
        var found = (ArrayValue)FamilyCalls.Run(RegexBuiltins.All, "regex.find_all_string_submatch_n", pattern, text, most)!;
        Assert.Equal(expected, string.Join(";", found.Items.Select(match => string.Join("|", FamilyCalls.Texts(match)))));
    }

    [Theory]
    [MemberData(nameof(Found))]
    public void FindN_pattern_findsTheFirstOfEachMatch(string pattern, string text, int most, string expected)
    {
        var found = FamilyCalls.Texts(FamilyCalls.Run(RegexBuiltins.All, "regex.find_n", pattern, text, most)!);
        Assert.Equal(most == 0 ? [] : expected.Split(';').Select(match => match.Split('|')[0]), found);
    }

    [Theory]
    [MemberData(nameof(Replaced))]
    public void Replace_template_expandsAsGo(string text, string pattern, string template, string expected) =>
        Assert.Equal(RegoValue.From(expected), FamilyCalls.Run(RegexBuiltins.All, "regex.replace", text, pattern, template));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Split_pattern_splitsAsGo(string pattern, string text, string[] expected) =>
        Assert.Equal(expected, FamilyCalls.Texts(FamilyCalls.Run(RegexBuiltins.All, "regex.split", pattern, text)!));

    [Fact]
    public void Operands_ofTheWrongKind_failAsOpa()
    {
        Assert.Equal("eval_type_error: regex.match: operand 2 must be string but got number", FamilyCalls.Failure(RegexBuiltins.All, "regex.match", "a", 1));
        Assert.Equal("eval_type_error: regex.find_n: operand 3 must be number but got string", FamilyCalls.Failure(RegexBuiltins.All, "regex.find_n", "a", "a", "x"));
        Assert.Equal(
            "eval_type_error: regex.find_n: operand 3 must be integer number but got floating-point number",
            FamilyCalls.Failure(RegexBuiltins.All, "regex.find_n", "a", "a", NumberValue.Of("1.5")));
        Assert.False(FamilyCalls.Bool(RegexBuiltins.All, "regex.is_valid", 10));
    }
}
