using System.Text.Json;

namespace MicroApps;

/// <summary>What takes the place of a tool's own words in a request; null where nothing changes.</summary>
internal readonly record struct ToolTexts(string? Description, JsonElement? Schema, JsonElement? ReturnSchema)
{
    public bool IsEmpty => Description is null && Schema is null && ReturnSchema is null;
}
