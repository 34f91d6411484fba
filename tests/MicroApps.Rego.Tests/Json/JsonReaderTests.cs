using System.Text;
using System.Text.Json;

namespace MicroApps.Rego.Tests;

public class JsonReaderTests
{
    [Theory]
    [InlineData(" { \"b\" : [ 1 , 2.50 , -0 , 1E5 ] , \"a\" : null } ", """{"a":null,"b":[1,2.50,-0,1E5]}""")]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":3,"b":2}""")]
    [InlineData("""{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":9,"1":0}""", """{"1":0,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":9}""")]
    [InlineData("""[[],{},"",true,false,null]""", """[[],{},"",true,false,null]""")]
    [InlineData("""["\"\\\/\b\f\n\r\t\u0041é😀\ud83d\ude00"]""", """["\"\\/\b\f\n\r\tAé😀😀"]""")]
    [InlineData("""["\ud800x\udc00\ud800\u0041\ud800\ud83d\ude00"]""", "[\"\uFFFDx\uFFFD\uFFFDA\uFFFD😀\"]")]
    [InlineData("[12345678901234567, 123456789012345678, 1234567890123456789, 99999999999999999999]", "[12345678901234567,123456789012345678,1234567890123456789,99999999999999999999]")]
    public void Read_valid_is_written_back(string json, string want) => Assert.Equal(want, RegoValue.Parse(json).ToJson());

    // As Go words them.
    [Theory]
    [InlineData("", "EOF")]
    [InlineData(" ", "EOF")]
    [InlineData("{", "unexpected EOF")]
    [InlineData("tru", "unexpected EOF")]
    [InlineData("1.", "unexpected EOF")]
    [InlineData("-", "unexpected EOF")]
    [InlineData("\"abc", "unexpected EOF")]
    [InlineData("\"abc\\", "unexpected EOF")]
    [InlineData("\"\\u12", "unexpected EOF")]
    [InlineData("[1,]", "invalid character ']' looking for beginning of value")]
    [InlineData("[1 2]", "invalid character '2' after array element")]
    [InlineData("{\"a\" 1}", "invalid character '1' after object key")]
    [InlineData("{\"a\":1 \"b\":2}", "invalid character '\"' after object key:value pair")]
    [InlineData("{1:2}", "invalid character '1' looking for beginning of object key string")]
    [InlineData("{\"a\":1,}", "invalid character '}' looking for beginning of object key string")]
    [InlineData("trux", "invalid character 'x' in literal true (expecting 'e')")]
    [InlineData("01", "invalid character '1' after top-level value")]
    [InlineData("1.x", "invalid character 'x' after decimal point in numeric literal")]
    [InlineData("-x", "invalid character 'x' in numeric literal")]
    [InlineData("1ex", "invalid character 'x' in exponent of numeric literal")]
    [InlineData("\"a\nb\"", "invalid character '\\n' in string literal")]
    [InlineData("\"a\\xb\"", "invalid character 'x' in string escape code")]
    [InlineData("\"a\\u00xb\"", "invalid character 'x' in \\u hexadecimal character escape")]
    [InlineData("'a'", "invalid character '\\'' looking for beginning of value")]
    [InlineData("é", "invalid character 'Ã' looking for beginning of value")]
    [InlineData("NaN", "invalid character 'N' looking for beginning of value")]
    public void TryRead_invalid_is_refused(string json, string want)
    {
        Assert.Null(JsonReader.TryRead(json, out var error));
        Assert.Equal(want, error);
    }

    [Fact]
    public void Parse_invalid_tells_line_and_column()
    {
        var error = Assert.Throws<FormatException>(() => RegoValue.Parse("{\n  \"a\": x\n}"));
        Assert.Equal("line 2, column 8: invalid character 'x' looking for beginning of value", error.Message);
    }

    // Each byte that begins no sequence is one U+FFFD, also those of a sequence cut short, of surrogates and of what is not the shortest form.
    [Theory]
    [InlineData(new byte[] { 0xFF }, 1)]
    [InlineData(new byte[] { 0xE2, 0x82 }, 2)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 3)]
    [InlineData(new byte[] { 0xC0, 0xAF }, 2)]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, 4)]
    [InlineData(new byte[] { 0xE0, 0x80, 0x80 }, 3)]
    public void Parse_bad_utf8_is_replaced_byte_by_byte(byte[] bytes, int count)
    {
        byte[] json = [(byte)'"', .. bytes, (byte)'a', (byte)'"'];
        Assert.Equal(RegoValue.From(new string('\uFFFD', count) + "a"), RegoValue.Parse(json));
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    [InlineData(1_000_000, false)]
    public void TryRead_depth_is_limited(int depth, bool isRead)
    {
        Assert.Equal(isRead, JsonReader.TryRead(new string('[', depth) + new string(']', depth), out var error) is not null);
        Assert.Equal(isRead ? "" : "exceeded max depth", error);
    }

    [Fact]
    public void TryRead_mutated_text_never_throws()
    {
        var text = Encoding.UTF8.GetBytes("""{"a":[1,-2.5e+10,"x\u00e9\ud83d\ude00\n",true,null,{"é":[]}],"b":{"c":"d"}}""");
        var random = new Random(4);
        for (var i = 0; i < 50_000; i++)
        {
            var mutated = text.AsSpan(0, random.Next(text.Length + 1)).ToArray();
            for (var j = random.Next(3); j >= 0 && mutated.Length > 0; j--)
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            if (JsonReader.TryRead(mutated, out _, out _) is { } value)
                Assert.Equal(value, RegoValue.Parse(value.ToJson()));
        }
    }

    [Fact]
    public void Read_element_is_the_same_as_its_text()
    {
        const string Json = """{"a":[1,2.50,-0,1E5,12345678901234567890],"b":{"c":"\ud83d\ude00","d":[],"e":{}},"f":[true,false,null],"a":[0]}""";
        using var document = JsonDocument.Parse(Json);
        Assert.Equal(RegoValue.Parse(Json).ToJson(), JsonElementReader.Read(document.RootElement).ToJson());
    }
}
