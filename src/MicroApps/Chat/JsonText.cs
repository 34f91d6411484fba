using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MicroApps;

/// <summary>Source-generated JSON for the plain values that the chat surface rewrites.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class JsonText : JsonSerializerContext;
