using Xunit;

namespace MicroApps.Detection.Tests.Custom;

public class CustomTypeTests
{
    private static readonly EntityType Staff = new("STAFF_NO", "STAFF", EntityKind.Pii);

    [Theory]
    [Trait("Spec", "RED-5")]
    [InlineData(@"\bEMP-\d{6}\b", "Ask EMP-004711 or EMP-12.", "EMP-004711")]
    [InlineData(@"(?i)emp-\d+", "Ask EmP-4711, not emp-.", "EmP-4711")]
    [InlineData(@"^K\d{4}$", "K1234\nxK1234\nK9999", "K1234|K9999")]
    [InlineData(@"(?:A|BC)[0-9a-f]{2}(?<tail>-x)?", "A0f-x BCff A0", "A0f-x|BCff")]
    [InlineData(@"P[\d.]{2,4}?\b", "P1.2 P12", "P1.|P12")]
    [InlineData(@"\p{Lu}\p{Ll}{2}\u002d\d", "Äbc-1 abc-2", "Äbc-1")]
    [InlineData(@"x{3}[]x]", "xxx] xxxx", "xxx]|xxxx")]
    [InlineData(@"a{,2}b", "a{,2}b aab", "a{,2}b")]
    [InlineData(@"[ab]?\d{2}", "ab-b\n12aabaaba11aab", "12|a11")]
    [InlineData(@"\+?\d{6}", "x 123456 y 234567 +345678 456789", "123456|234567|+345678|456789")]
    [InlineData(@" ?, ?", " a,,", ",|,")]
    public void Pattern_finds(string pattern, string text, string expected) => Finds(new(Staff) { Pattern = pattern }, text, expected);

    [Theory]
    [Trait("Spec", "RED-5")]
    [InlineData("Project Falcon is FALCON, not falconry or a xfalcon.", "Project Falcon|FALCON")]
    [InlineData("falcon 2 and 'Falcon'", "falcon 2|Falcon")]
    [InlineData("Nothing here.", "")]
    public void Words_are_found_where_they_stand_alone(string text, string expected) =>
        Finds(new(Staff) { Words = ["falcon", "Project Falcon", "Falcon 2"] }, text, expected);

    [Fact]
    [Trait("Spec", "RED-5")]
    public void Context_decides_where_it_is_given()
    {
        var type = new CustomType(Staff) { Pattern = @"\b\d{6}\b", Context = ["staff no", "badge"] };
        Finds(type, "The badge 004711 is lost; order 123456 came later and with it many other words that fill the line, then 654321.", "004711|123456");
        Finds(type, "Order 123456 came.", "");
        Finds(type, "123456 (badge) came.", "123456");
    }

    [Theory]
    [Trait("Spec", "RED-5")]
    [InlineData("luhn", "79927398713", "79927398710")]
    [InlineData("luhn", "7992-7398-713", "7992-7398-710")]
    [InlineData("verhoeff", "2363", "2364")]
    [InlineData("mod97", "DE89-370400440532013000", "DE88-370400440532013000")]
    [InlineData("mod11-10", "07945", "07944")]
    [InlineData("mod37-36", "A12425GABC1234002M", "A12425GABC1234002N")]
    public void Validator_decides(string validator, string right, string wrong)
    {
        var type = new CustomType(Staff) { Pattern = @"[A-Z0-9-]{4,40}", Validator = validator };
        if (validator == "mod97")
            (right, wrong) = ("370400440532013000131489", "370400440532013000131488");
        Assert.Contains(validator, CustomType.Validators);
        Finds(type, right, right);
        Assert.DoesNotContain(wrong, Found(type, wrong));
    }

    [Theory]
    [Trait("Spec", "RED-5")]
    [InlineData("(a+)+b", "catastrophic")]
    [InlineData(@"(\w+\s?)*x", "catastrophic")]
    [InlineData("(a|a)*{3}", "repetition")]
    [InlineData("a**", "repetition")]
    [InlineData("a{2000}b", "1,024")]
    [InlineData("a{1000000000}{1000000000}", "repetition")]
    [InlineData("((((a{999999999}){999999999}){999999999}){999999999})", "1,024")]
    [InlineData("a{3,2}", "3 to 2")]
    [InlineData("(?<=a)b", "look-around")]
    [InlineData("(?!a)b", "look-around")]
    [InlineData("(?>a)b", "atomic")]
    [InlineData("(?i:a)b", "in front")]
    [InlineData(@"(a)\1", "back-reference")]
    [InlineData(@"(?<x>a)\k<x>", "back-reference")]
    [InlineData(@"\Aabc", "^")]
    [InlineData("[a-z-[aeiou]]+", "class")]
    [InlineData("(ab", "not closed")]
    [InlineData("ab)", "closes nothing")]
    [InlineData("[ab", "not closed")]
    [InlineData(@"ab\", "backslash")]
    [InlineData(@"\u12", "escape")]
    [InlineData("*a", "nothing to repeat")]
    [InlineData("a*", "empty")]
    [InlineData("a|", "empty")]
    [InlineData("", "empty")]
    [InlineData("[z-a]", "range")]
    public void Pattern_that_cannot_be_trusted_is_refused_with_a_reason(string pattern, string reason)
    {
        var refused = Assert.Throws<ArgumentException>(() => Scanner(new(Staff) { Pattern = pattern }));
        Assert.Contains("STAFF_NO", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "RED-5")]
    public void Type_that_finds_nothing_or_names_the_unknown_is_refused()
    {
        Assert.Contains("neither", Refusal(new(Staff)), StringComparison.Ordinal);
        Assert.Contains("mod97", Refusal(new(Staff) { Pattern = "a", Validator = "crc" }), StringComparison.Ordinal);
        Assert.Contains("2 to", Refusal(new(Staff) { Words = ["ok", "x"] }), StringComparison.Ordinal);
        Assert.Contains("space", Refusal(new(Staff) { Words = ["ok "] }), StringComparison.Ordinal);
        Assert.Contains("context", Refusal(new(Staff) { Words = ["ok"], Context = [" "] }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_holds_back_what_may_become_a_match_and_no_more()
    {
        var options = Options(new(Staff) { Pattern = @"EMP-\d{3,6}" });
        options.Custom.Add(new(new("CODE_NAME", "CODE", EntityKind.Pii)) { Words = ["Project Falcon"] });
        var stream = new TextScanner(options).CreateStream();
        stream.Append("Ask EMP-0047");
        Assert.Equal("EMP-0047".Length, stream.HeldBack);
        stream.Append(" about Proj");
        Assert.Equal("Proj".Length, stream.HeldBack);
        stream.Append("ects and EMPTY");
        Assert.Equal(0, stream.HeldBack);
        Assert.Equal("EMP-0047", stream.Final.Slice(Assert.Single(stream.Findings).Start, 8).ToString());
    }

    [Fact]
    public void Long_hostile_text_takes_linear_time()
    {
        var scanner = Scanner(new(Staff) { Pattern = @"(?:a|ab|b){1,60}c" });
        Assert.Empty(scanner.Scan(string.Concat(Enumerable.Repeat("ab", 200_000))));
    }

    private static string Refusal(CustomType type) => Assert.Throws<ArgumentException>(() => Scanner(type)).Message;

    private static void Finds(CustomType type, string text, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Found(type, text));

    private static string[] Found(CustomType type, string text) => [.. Scanner(type).Scan(text).Select(f => text.Substring(f.Start, f.Length))];

    private static TextScanner Scanner(CustomType type) => new(Options(type));

    private static TextScannerOptions Options(CustomType type)
    {
        var options = new TextScannerOptions();
        options.Types.Clear();
        options.Custom.Add(type);
        return options;
    }
}
