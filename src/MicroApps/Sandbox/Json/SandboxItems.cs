using System.Text.Json.Nodes;

namespace MicroApps;

/// <summary>The items of a list while it is filled, within the bounds of its schema.</summary>
internal sealed class SandboxItems(SandboxShape shape)
{
    private const int UsuallyMost = 50;

    private readonly bool _unique = shape.Schema["uniqueItems"] is JsonValue value && value.TryGetValue(out bool unique) && unique;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly JsonArray _items = [];

    /// <summary>How many items there must be.</summary>
    public int Least { get; } = shape.Count("minItems", 0);

    public int Count => _items.Count;

    public bool IsShort => _items.Count < Least;

    public bool IsFull => _items.Count >= Math.Min(shape.Count("maxItems", UsuallyMost), Math.Max(Least, UsuallyMost));

    /// <summary>Adds an item, unless it would stand there twice in a list of unique items.</summary>
    public void Add(JsonNode? item)
    {
        if (!_unique || _seen.Add(SandboxSchema.Write(item)))
            _items.Add(item);
    }

    public JsonArray ToArray() => _items;
}
