namespace MicroApps.Rego;

/// <summary>What <c>with data.… as …</c> replaces: values at places of a tree. Immutable.</summary>
internal sealed class DataOverlay
{
    private DataOverlay(RegoValue? value, Dictionary<RegoValue, DataOverlay> children) => (Value, Children) = (value, children);

    /// <summary>What stands for everything here and below; null when only parts are replaced.</summary>
    public RegoValue? Value { get; }

    public Dictionary<RegoValue, DataOverlay> Children { get; }

    public DataOverlay? Find(RegoValue key) => Children.TryGetValue(key, out var child) ? child : null;

    /// <summary>An overlay with one more replacement.</summary>
    public static DataOverlay Put(DataOverlay? overlay, ReadOnlySpan<RegoValue> path, RegoValue value)
    {
        if (path.IsEmpty)
            return new(value, []);
        if (overlay?.Value is { } whole)
            return new(Documents.Put(whole, path, value), []);
        var children = overlay is null ? [] : new Dictionary<RegoValue, DataOverlay>(overlay.Children);
        children.TryGetValue(path[0], out var child);
        children[path[0]] = Put(child, path[1..], value);
        return new(null, children);
    }
}
