namespace MicroApps.Rego.Tests;

public class WriterTests
{
    private static readonly SetValue Set = new([RegoValue.From(2), RegoValue.From(1)]);

    [Fact]
    public void JsonWriter_keys_that_are_no_strings_become_their_json()
    {
        var value = new ObjectValue(
            [RegoValue.From(1), RegoValue.From("a"), new ArrayValue([RegoValue.From(1)]), new SetValue([RegoValue.From("x")]), RegoValue.Null, RegoValue.True],
            [RegoValue.From(2), Set, RegoValue.From(2), RegoValue.From(1), RegoValue.From(3), RegoValue.From(4)]);
        Assert.Equal("""{"1":2,"[\"x\"]":1,"[1]":2,"a":[1,2],"null":3,"true":4}""", JsonWriter.Write(value, escapesHtml: true));
    }

    [Theory]
    [InlineData("<a>&\u2028\u0001\u007fé😀", true, "\"\\u003ca\\u003e\\u0026\\u2028\\u0001\u007fé😀\"")]
    [InlineData("<a>&\b\f\n\r\t\"\\/", false, "\"<a>&\\b\\f\\n\\r\\t\\\"\\\\/\"")]
    public void JsonWriter_strings_are_escaped_as_in_go(string text, bool escapesHtml, string want) =>
        Assert.Equal(want, JsonWriter.Write(RegoValue.From(text), escapesHtml));

    [Fact]
    public void JsonWriter_half_a_pair_of_surrogates_is_replaced() => Assert.Equal("\"\uFFFDx\uFFFD😀\"", RegoValue.From("\ud800x\udc00😀").ToJson());

    [Fact]
    public void JsonWriter_keys_are_in_the_order_of_code_points() => Assert.Equal("{\"\uE000\":1,\"😀\":2}", RegoValue.Parse("{\"😀\":2,\"\uE000\":1}").ToJson());

    [Theory]
    [InlineData("[]", "---[]")]
    [InlineData("{}", "---{}")]
    [InlineData("""{"foo":[1],"bar":"baz"}""", "---{\n---  \"bar\": \"baz\",\n---  \"foo\": [\n---    1\n---  ]\n---}")]
    public void JsonWriter_indented_has_a_line_for_each_element(string json, string want) =>
        Assert.Equal(want, JsonWriter.WriteIndented(RegoValue.Parse(json), "---", "  ", escapesHtml: true));

    [Theory]
    [InlineData("""{"b":[1.50,"x<>"],"a":{}}""", """{"a": {}, "b": [1.50, "x<>"]}""")]
    [InlineData("[]", "[]")]
    [InlineData("null", "null")]
    [InlineData("\"a\\u0001\\u0007\\u000b\\u007f\\n\\\"\\\\é😀\\u2028\\u00a0\\u00ad\\ue000\"", "\"a\\x01\\a\\v\\x7f\\n\\\"\\\\é😀\\u2028\\u00a0\\u00ad\\ue000\"")]
    [InlineData("\"\\udb40\\udc01\"", "\"\\U000e0001\"")]
    public void ToString_is_a_term_of_rego(string json, string want) => Assert.Equal(want, RegoValue.Parse(json).ToString());

    [Fact]
    public void ToString_sets_are_sorted() => Assert.Equal("[{1, 2}, set()]", new ArrayValue([Set, SetValue.Empty]).ToString());
}
