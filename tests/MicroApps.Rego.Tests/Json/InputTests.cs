using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroApps.Rego.Tests;

/// <summary>Values from what System.Text.Json has.</summary>
public partial class InputTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("[true, false, \"a\\u00e9\\ud83d\\ude00\", {}, []]")]
    [InlineData("{\"a\": [1.10, 1e3, 1.0, -0, 0, 12345678901234567890123, 9223372036854775807, 1E+2], \"b\": {\"c\": null}}")]
    [InlineData("{\"a\": 1, \"b\": 2, \"a\": 3}")]
    [InlineData("[\"\\ud800\", {\"\\udc00x\\n\": \"a\\ud800\"}]")]
    public void From_element_is_what_parsing_its_text_is(string json)
    {
        using var document = JsonDocument.Parse(json);

        var value = RegoValue.From(document.RootElement);

        Assert.Equal(RegoValue.Parse(json), value);
        Assert.Equal(RegoValue.Parse(json).ToJson(), value.ToJson());
    }

    [Fact]
    public void From_element_outlives_its_document()
    {
        RegoValue value;
        using (var document = JsonDocument.Parse("{\"a\": [1.50, \"x\"]}"))
            value = RegoValue.From(document.RootElement.GetProperty("a"));

        Assert.Equal("[1.50,\"x\"]", value.ToJson());
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void From_element_nested_too_deeply_throws(int depth, bool isRead)
    {
        using var document = JsonDocument.Parse(new string('[', depth) + new string(']', depth), new() { MaxDepth = 2_000 });

        var exception = Record.Exception(() => RegoValue.From(document.RootElement));

        Assert.Equal(isRead ? null : typeof(FormatException), exception?.GetType());
    }

    [Fact]
    public void From_no_element_throws() => Assert.Throws<ArgumentException>(() => RegoValue.From(default(JsonElement)));

    [Fact]
    public void From_object_is_written_as_its_context_says()
    {
        var order = new Order("a <b>", 12.50m, ["x", "y"], null);

        var value = RegoValue.From(order, OrderContext.Default.Order);

        Assert.Equal("""{"amount":12.50,"next":null,"tags":["x","y"],"title":"a <b>"}""", value.ToJson());
    }

    [Fact]
    public void From_object_that_is_null_is_null() => Assert.Equal(RegoValue.Null, RegoValue.From(null!, OrderContext.Default.Order));

    [Fact]
    public void From_object_nested_too_deeply_throws()
    {
        Order? order = null;
        for (var i = 0; i < 100; i++)
            order = new("", 0, [], order);

        var exception = Record.Exception(() => RegoValue.From(order!, OrderContext.Default.Order));

        Assert.True(exception is JsonException or InvalidOperationException, exception?.ToString());
    }

    [Fact]
    public void From_object_without_type_throws() => Assert.Throws<ArgumentNullException>("type", () => RegoValue.From(1, null!));

    internal sealed record Order(string Title, decimal Amount, IReadOnlyList<string> Tags, Order? Next);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Order))]
    internal sealed partial class OrderContext : JsonSerializerContext;
}
