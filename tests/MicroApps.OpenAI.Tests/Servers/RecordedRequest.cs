using System.Text.Json.Nodes;

namespace MicroApps.Tests;

/// <summary>What a fake server was sent.</summary>
public sealed record RecordedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json { get; } = JsonNode.Parse(Body)!.AsObject();

    public bool IsStreaming => Json["stream"]?.GetValue<bool>() is true;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
