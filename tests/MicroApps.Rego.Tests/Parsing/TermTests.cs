namespace MicroApps.Rego.Tests;

/// <summary>Terms and expressions: what the parser makes of them.</summary>
public class TermTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "plus(1, mul(2, 3))")]
    [InlineData("(1 + 2) * 3", "mul(plus(1, 2), 3)")]
    [InlineData("1 - 2 - 3", "minus(minus(1, 2), 3)")]
    [InlineData("x -5", "minus(x, 5)")]
    [InlineData("x - -5", "minus(x, -5)")]
    [InlineData("-5", "-5")]
    [InlineData("- 5", "-5")]
    [InlineData(".5", "0.5")]
    [InlineData("1.10", "1.10")]
    [InlineData("1e3", "1e3")]
    [InlineData("a | b & c", "or(a, and(b, c))")]
    [InlineData("a & b + c", "and(a, plus(b, c))")]
    [InlineData("a == b | c", "equal(a, or(b, c))")]
    [InlineData("a < b == c", "equal(lt(a, b), c)")]
    [InlineData("x in xs", "internal.member_2(x, xs)")]
    [InlineData("x in xs == y", "internal.member_2(x, equal(xs, y))")]
    [InlineData("a == x in xs", "internal.member_2(equal(a, x), xs)")]
    [InlineData("(k, v in xs)", "internal.member_3(k, v, xs)")]
    [InlineData("[x, y in xs]", "array(x, internal.member_2(y, xs))")]
    [InlineData("[(x, y in xs)]", "array(internal.member_3(x, y, xs))")]
    [InlineData("f(x, y in xs)", "f(x, internal.member_2(y, xs))")]
    [InlineData("{x in xs}", "set(internal.member_2(x, xs))")]
    [InlineData("{\"a\": x in xs}", "object(\"a\": internal.member_2(x, xs))")]
    [InlineData("x in xs in ys", "internal.member_2(internal.member_2(x, xs), ys)")]
    [InlineData("{}", "object()")]
    [InlineData("set()", "set()")]
    [InlineData("{1,}", "set(1)")]
    [InlineData("[1, 2,]", "array(1, 2)")]
    [InlineData("[,1]", "array(1)")]
    [InlineData("{a | b}", "Set(a | b)")]
    [InlineData("{a | b, c}", "set(or(a, b), c)")]
    [InlineData("{(a | b)}", "set(or(a, b))")]
    [InlineData("[a | b, c]", "array(or(a, b), c)")]
    [InlineData("{a: b | c}", "Object(a: b | c)")]
    [InlineData("{a: b | c, d: e}", "object(a: or(b, c), d: e)")]
    [InlineData("{a + 1: b | c}", "Object(plus(a, 1): b | c)")]
    [InlineData("[x | x := 1; y\n z]", "Array(x | assign(x, 1); y; z)")]
    [InlineData("[_ | _ = x[_]]", "Array($0 | eq($1, x[$2]))")]
    [InlineData("[[_ | _, 1], _]", "array(array(or($0, $2), 1), $3)")]
    [InlineData("data.a[\"b c\"][i].d", "data[\"a\", \"b c\", i, \"d\"]")]
    [InlineData("input.if.in[\"x\"]", "input[\"if\", \"in\", \"x\"]")]
    [InlineData("f(x).a[0]", "f(x)[\"a\", 0]")]
    [InlineData("a.b.f(x)", "a.b.f(x)")]
    [InlineData("f()", "f()")]
    [InlineData("[1, 2][i]", "array(1, 2)[i]")]
    [InlineData("{\"a\": 1}.a", "object(\"a\": 1)[\"a\"]")]
    [InlineData("x[y + 1]", "x[plus(y, 1)]")]
    [InlineData("contains(x, y)", "contains(x, y)")]
    [InlineData("\"a\\n\\u00e9\\ud83d\\ude00\\ud800\"", "\"a\né😀\uFFFD\"")]
    [InlineData("`a\\n`", "\"a\\n\"")]
    [InlineData("$\"a {x + 1} \\{b\\}\"", "illegal escape sequence")]
    [InlineData("$\"a {x + 1} \\{b}\"", "template(\"a \", plus(x, 1), \" {b}\")")]
    [InlineData("$\"{ {\"k\": $\"{y}\"}.k }\"", "template(object(\"k\": template(y))[\"k\"])")]
    [InlineData("$`a\n{x}\\{`", "raw(\"a\n\", x, \"{\")")]
    [InlineData("$\"\"", "template()")]
    public void ParseTerm_source_makes(string source, string expected)
    {
        var errors = new List<RegoError>();
        var term = ModuleParser.ParseTerm("", source, errors);

        Assert.StartsWith(expected, errors.Count > 0 ? errors[0].Message : SyntaxText.Of(term));
    }

    [Theory]
    [InlineData("data.p.q = x", "eq(data[\"p\", \"q\"], x)")]
    [InlineData("x := 1; y = [a | a := 2]", "assign(x, 1); eq(y, Array(a | assign(a, 2)))")]
    [InlineData("x\n-1", "minus(x, 1)")]
    [InlineData("x\n[1]", "x; array(1)")]
    [InlineData("some x, y; x", "some x, y; x")]
    [InlineData("some x in xs", "some internal.member_2(x, xs)")]
    [InlineData("some k, {\"a\": v} in xs", "some internal.member_3(k, object(\"a\": v), xs)")]
    [InlineData("every k, v in xs { k; v }", "every k, v in xs {k; v}")]
    [InlineData("every x in {1} { x } with input as 1", "every -, x in set(1) {x} with input as 1")]
    [InlineData("not x with input.a as b with data.f as g", "not x with input[\"a\"] as b with data[\"f\"] as g")]
    [InlineData("if.x", "if[\"x\"]")]
    [InlineData("not some.x", "unexpected some keyword")]
    [InlineData("x.\ny", "unexpected whitespace token")]
    [InlineData("x # comment\ny", "x; y")]
    public void ParseQuery_source_makes(string source, string expected)
    {
        var errors = new List<RegoError>();
        var query = ModuleParser.ParseQuery("", source, errors);

        Assert.StartsWith(expected, errors.Count > 0 ? errors[0].Message : SyntaxText.Of(query));
    }
}
