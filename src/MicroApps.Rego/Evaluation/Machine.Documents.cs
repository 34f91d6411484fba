namespace MicroApps.Rego;

internal sealed partial class Machine
{
    /// <summary>Goes one key down.</summary>
    public DataPlace Enter(in DataPlace place, RegoValue key)
    {
        if (place.IsValue)
            return DataPlace.Of(place.Value?.Find(key));
        var overlay = place.Overlay?.Find(key);
        if (overlay?.Value is { } replaced)
            return DataPlace.Of(replaced);
        RuleNode? child = null;
        place.Rules?.Children.TryGetValue(key, out child);
        if (place.Rules is { Kind: RuleKind.Partial or RuleKind.Set } owner)
            return DataPlace.Of(Part(owner, key));
        if (child is { Kind: RuleKind.Complete or RuleKind.Function } && overlay is null)
            return DataPlace.Of(Value(child));
        return new(child, FindInBase(place.Value, key), overlay, false);
    }

    /// <summary>The part of a stored document that has a key. Keys of stored documents are texts: data[2] is data["2"].</summary>
    public static RegoValue? FindInBase(RegoValue? document, RegoValue key) =>
        document is ObjectValue obj && key is NumberValue number ? obj.Find(key) ?? obj.Find(RegoValue.From(number.Text)) : document?.Find(key);

    /// <summary>The keys of a place, in order.</summary>
    public IReadOnlyList<RegoValue> Keys(in DataPlace place)
    {
        Context.Budget.SpendElements(2L * (place.Value?.Count ?? 0));
        if (place.Rules is { Kind: RuleKind.Partial } owner && place.Overlay is null)
            return Value(owner) is ObjectValue whole ? [.. whole.Order.Select(i => whole.Keys[i])] : [];
        if (place.Rules is null && place.Overlay is null && place.Value is ArrayValue array)
            return [.. Enumerable.Range(0, array.Count).Select(i => NumberValue.Of(i))];
        var keys = new SortedSet<RegoValue>();
        if (place.Rules is { } rules)
            keys.UnionWith(rules.Children.Keys);
        if (place.Value is ObjectValue value)
            keys.UnionWith(value.Keys);
        if (place.Overlay is { } overlay)
            keys.UnionWith(overlay.Children.Keys);
        return [.. keys];
    }

    /// <summary>All of a place: base data, rules and replaced data in one document; null for undefined.</summary>
    public RegoValue? Extent(in DataPlace place)
    {
        if (place.IsValue)
            return place.Value;
        if (place.Overlay is null && place.Rules is { Kind: not RuleKind.None } rule)
            return Value(rule);
        if (place.Rules is null && place.Overlay is null)
            return place.Value;
        if (place.Value is not null and not ObjectValue)
            return place.Value;
        var items = place.Value is ObjectValue value ? value.ToMutable() : [];
        foreach (var key in Keys(place))
        {
            if (place.Rules?.Children.TryGetValue(key, out var child) == true && child.Kind == RuleKind.Function)
                continue;
            if (Extent(Enter(place, key)) is { } part)
                items[key] = items.TryGetValue(key, out var known) && place.Overlay?.Find(key) is null ? Documents.Merge(part, known) : part;
        }

        return ObjectValue.From(items);
    }
}
