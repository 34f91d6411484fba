using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Ledger.Tests;

[Trait("Spec", "AUD-1")]
public class CanonicalJsonWriterTests
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly CanonicalJsonWriter _writer;

    public CanonicalJsonWriterTests() => _writer = new CanonicalJsonWriter(_output);

    private string Written => Encoding.UTF8.GetString(_output.WrittenSpan);

    [Fact]
    public void Flat_record_bytes()
    {
        _writer.WriteStartObject();
        _writer.WriteString("app", "invoice \"reader\"");
        _writer.WriteNumber("count", -3);
        _writer.WriteString("owner", null);
        _writer.WriteBoolean("retry", false);
        Assert.False(_writer.IsComplete);
        _writer.WriteEndObject();
        Assert.True(_writer.IsComplete);
        Assert.Equal("""{"app":"invoice \"reader\"","count":-3,"owner":null,"retry":false}""", Written);
    }

    [Fact]
    public void Nested_and_raw_values_bytes()
    {
        _writer.WriteStartObject();
        _writer.WritePropertyName("list");
        _writer.WriteStartArray();
        _writer.WriteRawValue("""{"a":1}"""u8);
        _writer.WriteStringValue("x");
        _writer.WriteStartObject();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WritePropertyName("raw");
        _writer.WriteRawValue("[true]"u8);
        _writer.WriteEndObject();
        Assert.Equal("""{"list":[{"a":1},"x",{}],"raw":[true]}""", Written);
    }

    [Fact]
    public void Any_tree_gives_the_bytes_of_Canonicalize() =>
        Prop.ForAll(JsonTrees.Restricted().ToArbitrary(), tree =>
        {
            var output = new ArrayBufferWriter<byte>();
            var writer = new CanonicalJsonWriter(output);
            JsonTrees.Write(writer, tree);
            return writer.IsComplete && output.WrittenSpan.SequenceEqual(CanonicalJson.Canonicalize(JsonTrees.ToPlainJson(tree)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reset_after_failure_starts_afresh()
    {
        _writer.WriteStartObject();
        _writer.WriteBoolean("z", true);
        Assert.Throws<CanonicalJsonException>(() => _writer.WritePropertyName("a"));
        _output.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteBoolean("a", true);
        _writer.WriteEndObject();
        Assert.Equal("""{"a":true}""", Written);
    }

    [Theory]
    [InlineData("b", "a", "ordinal order")]
    [InlineData("a", "B", "ordinal order")]
    [InlineData("a", "a", "twice")]
    [InlineData("\uE000", "\U00010000", "ordinal order")]
    public void WritePropertyName_not_after_the_one_before_refused(string first, string second, string reason)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber(first, 1);
        var error = Assert.Throws<CanonicalJsonException>(() => _writer.WritePropertyName(second));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WritePropertyName_order_is_kept_per_object()
    {
        _writer.WriteStartObject();
        _writer.WritePropertyName("m");
        _writer.WriteStartObject();
        _writer.WriteNumber("z", 1);
        _writer.WriteEndObject();
        _writer.WriteNumber("n", 2);
        Assert.Equal("$.b", Assert.Throws<CanonicalJsonException>(() => _writer.WriteNumber("b", 3)).Place);
    }

    [Theory]
    [InlineData(CanonicalJson.MaxInteger, true)]
    [InlineData(-CanonicalJson.MaxInteger, true)]
    [InlineData(CanonicalJson.MaxInteger + 1, false)]
    [InlineData(-CanonicalJson.MaxInteger - 1, false)]
    [InlineData(long.MinValue, false)]
    public void WriteNumberValue_only_integers_that_doubles_hold(long value, bool fits)
    {
        var error = Record.Exception(() => _writer.WriteNumberValue(value));
        if (fits)
            Assert.Equal(value.ToString(System.Globalization.CultureInfo.InvariantCulture), Written);
        else
            Assert.IsType<CanonicalJsonException>(error);
    }

    [Fact]
    public void WriteStringValue_lone_surrogate_refused()
    {
        foreach (var value in new[] { "\uD800", "a\uDC00b", "\uD83D\n", new string('€', 5000) + "\uD800" })
        {
            _writer.Reset();
            _writer.WriteStartArray();
            _writer.WriteNullValue();
            Assert.Equal("$[1]", Assert.Throws<CanonicalJsonException>(() => _writer.WriteStringValue(value)).Place);
        }
    }

    [Fact]
    public void WriteStartArray_65th_level_refused()
    {
        for (var level = 0; level < CanonicalJson.MaxDepth; level++)
            _writer.WriteStartArray();
        Assert.Throws<CanonicalJsonException>(_writer.WriteStartArray);
    }

    public static TheoryData<string, Action<CanonicalJsonWriter>> Misuses => new()
    {
        { "value without name", w => { w.WriteStartObject(); w.WriteNumberValue(1); } },
        { "name outside an object", w => w.WritePropertyName("a") },
        { "name in an array", w => { w.WriteStartArray(); w.WritePropertyName("a"); } },
        { "two names", w => { w.WriteStartObject(); w.WritePropertyName("a"); w.WritePropertyName("b"); } },
        { "end without start", w => w.WriteEndObject() },
        { "array closed as object", w => { w.WriteStartArray(); w.WriteEndObject(); } },
        { "object closed as array", w => { w.WriteStartObject(); w.WriteEndArray(); } },
        { "object closed after a name", w => { w.WriteStartObject(); w.WritePropertyName("a"); w.WriteEndObject(); } },
        { "second document", w => { w.WriteNullValue(); w.WriteNullValue(); } },
    };

    [Theory]
    [MemberData(nameof(Misuses), DisableDiscoveryEnumeration = true)]
    public void Misuse_is_an_invalid_operation(string what, Action<CanonicalJsonWriter> misuse)
    {
        Assert.NotEmpty(what);
        Assert.Throws<InvalidOperationException>(() => misuse(_writer));
    }

    [Fact]
    public void WriteRawValue_nothing_refused() => Assert.Throws<ArgumentException>(() => _writer.WriteRawValue([]));
}
