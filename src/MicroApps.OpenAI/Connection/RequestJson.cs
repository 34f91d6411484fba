using System.Buffers;
using System.ClientModel.Primitives;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>The JSON body of a request: what the caller made with the official client's types, plus what the options say.</summary>
internal static class RequestJson
{
    // The body is no HTML: text keeps its characters, which makes it shorter than escapes do.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // As the abstractions serialise their types, but without the line breaks: these bytes are paid for as tokens.
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    /// <summary>Starts from the result of a <c>RawRepresentationFactory</c>: options of the official client, a JSON object, or nothing.</summary>
    public static JsonObject From(object? raw) => raw switch
    {
        null => [],
        JsonObject json => (JsonObject)json.DeepClone(),
        IPersistableModel<object> model => JsonNode.Parse(model.Write(ModelReaderWriterOptions.Json)) as JsonObject ?? [],
        _ => throw new ArgumentException($"RawRepresentationFactory made a {raw.GetType().Name}; return the official client's options or a JsonObject.", nameof(raw)),
    };

    public static void Set(this JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
            body[name] = value;
    }

    public static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };

    /// <summary>The JSON text of a value inside the body: arguments, results.</summary>
    public static string Text(object value, Type type) => JsonSerializer.Serialize(value, Compact.GetTypeInfo(type));

    public static BinaryData ToUtf8(JsonObject body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
            body.WriteTo(writer);
        return BinaryData.FromBytes(buffer.WrittenMemory);
    }
}
