using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static MicroApps.Ledger.Tests.JsonTrees;

namespace MicroApps.Ledger.Tests;

[Trait("Spec", "MAN-3")]
public class CanonicalJsonTests
{
    [Fact]
    public void Canonicalize_rfc_8785_example()
    {
        const string Input = """
            { "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false] }
            """;
        const string Expected = """
            {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}
            """;
        Assert.Equal(Expected, Canonical(Input));
    }

    [Fact]
    public void Canonicalize_rfc_8785_sorting_example()
    {
        const string Input = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """;
        using var output = JsonDocument.Parse(Canonical(Input));
        Assert.Equal(
            ["\r", "1", "\u0080", "ö", "€", "\U0001F600", "\uFB33"],
            output.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Canonicalize_names_sort_by_utf16_units_not_by_code_points() =>
        Assert.Equal("{\"\U00010000\":1,\"\uE000\":2}", Canonical("""{"\uE000":2,"\uD800\uDC00":1}"""));

    [Fact]
    public void Canonicalize_only_json_escapes_remain()
    {
        const string Input = """["\u0000\u0001\u001f\u007f\b\t\n\f\r\"\\\/<>&'+\u2028\u00e9"]""";
        Assert.Equal("[\"\\u0000\\u0001\\u001f\u007f\\b\\t\\n\\f\\r\\\"\\\\/<>&'+\u2028é\"]", Canonical(Input));
    }

    [Fact]
    public void Canonicalize_long_text_survives_chunking()
    {
        var text = string.Concat(Enumerable.Repeat("😂€a", 5000)) + "\n" + new string('b', 5000);
        var json = JsonSerializer.SerializeToUtf8Bytes(text);
        Assert.Equal(text, JsonSerializer.Deserialize<string>(CanonicalJson.Canonicalize(json)));
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("null", "null")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("{\"\":{\"b\":[],\"a\":{}}}", "{\"\":{\"a\":{},\"b\":[]}}")]
    public void Canonicalize_small_values(string input, string expected) => Assert.Equal(expected, Canonical(input));

    [Theory]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""", "$.a.b")]
    [InlineData("""{"list":[1,"\ud800"]}""", "$.list[1]")]
    [InlineData("""[[],[0,"\udc00\ud800"]]""", "$[1][1]")]
    [InlineData("""{"x":{"\ud83dz":1}}""", "$.x.*")]
    [InlineData("""{"x":{"\ud83dz":1,"\ud83dz":1}}""", "$.x.*")]
    [InlineData("""{"n":[1e400]}""", "$.n[0]")]
    [InlineData("""{"n":-1e400}""", "$.n")]
    [InlineData("""{"anna@contoso.com":1e999}""", "$.*")]
    [InlineData("""{"4155550100":1e999}""", "$.*")]
    [InlineData("[1,]", "line 1, byte 4")]
    [InlineData("{\n\"a\":nul}", "line 2, byte 8")]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{} {}", "line 1, byte 4")]
    [InlineData("[NaN]", "line 1, byte 2")]
    [InlineData("[Infinity]", "line 1, byte 2")]
    [InlineData("\uFEFF{}", "line 1, byte 1")]
    [InlineData("[1] // note", "line 1, byte 5")]
    public void Canonicalize_data_without_canonical_form_refused_with_place(string json, string place)
    {
        var error = Assert.Throws<CanonicalJsonException>(() => Canonical(json));
        Assert.Equal(place, error.Place);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void Canonicalize_invalid_utf8_refused()
    {
        byte[] json = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Equal("$.a", Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(json)).Place);
    }

    [Fact]
    public void Canonicalize_64_levels_pass_and_65_do_not()
    {
        Assert.Equal(Nested(64), Canonical(Nested(64)));
        Assert.Equal("line 1, byte 65", Assert.Throws<CanonicalJsonException>(() => Canonical(Nested(65))).Place);
        Assert.Throws<CanonicalJsonException>(() => Canonical(Nested(1_000_000)));
        var element = JsonElement.Parse(Nested(65), new JsonDocumentOptions { MaxDepth = 100 });
        Assert.StartsWith("$[0][0]", Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(element)).Place, StringComparison.Ordinal);

        static string Nested(int levels) => new string('[', levels) + new string(']', levels);
    }

    [Fact]
    public void Canonicalize_undefined_element_refused() =>
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(default(JsonElement)));

    [Fact]
    public void Write_appends_to_the_output()
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("x"u8);
        CanonicalJson.Write(output, JsonElement.Parse("""{"b":2,"a":1}"""));
        Assert.Equal("""x{"a":1,"b":2}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Canonicalize_is_idempotent_and_keeps_the_data() =>
        Prop.ForAll(Full().ToArbitrary(), tree =>
        {
            var plain = ToPlainJson(tree);
            var canonical = CanonicalJson.Canonicalize(plain);
            return canonical.AsSpan().SequenceEqual(CanonicalJson.Canonicalize(canonical))
                && JsonNode.DeepEquals(Normal(plain), Normal(canonical));
        }).QuickCheckThrowOnFailure();

    // DeepEquals compares numbers as decimal text; as doubles they are what JSON means here.
    private static JsonNode? Normal(byte[] json) => Normal(JsonNode.Parse(json));

    private static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Normal(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Normal)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>() + 0.0),
        _ => node?.DeepClone(),
    };
}
