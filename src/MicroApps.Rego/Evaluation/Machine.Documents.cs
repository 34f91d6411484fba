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
        if (place.Rules is { Kind: RuleKind.Partial } owner)
            return DataPlace.Of(Partial(owner, key)?.Find(key));
        if (child is { Kind: not RuleKind.None and not RuleKind.Partial } && overlay is null)
            return DataPlace.Of(Value(child));
        return new(child, FindInBase(place.Value, key), overlay, false);
    }

    // Keys of stored documents are texts: data[2] is data["2"].
    private static RegoValue? FindInBase(RegoValue? document, RegoValue key) =>
        document is ObjectValue obj && key is NumberValue number ? obj.Find(key) ?? obj.Find(RegoValue.From(number.Text)) : document?.Find(key);

    /// <summary>The keys of a place, in order.</summary>
    public IReadOnlyList<RegoValue> Keys(in DataPlace place)
    {
        if (place.Rules is { Kind: RuleKind.Partial } owner && place.Overlay is null)
            return Partial(owner, null) is ObjectValue whole ? [.. whole.Order.Select(i => whole.Keys[i])] : [];
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

    /// <summary>The value of the rules at a node; null for undefined.</summary>
    public RegoValue? Value(RuleNode node)
    {
        if (node.Kind == RuleKind.Function)
            return null;
        if (Memo[node.Id] is { } known)
            return known as RegoValue;
        var memo = Memo;
        var value = node.Kind switch
        {
            RuleKind.Complete => Complete(node, null),
            RuleKind.Set => Set(node),
            _ => Partial(node, null),
        };
        memo[node.Id] = value ?? Memo.Undefined;
        return value;
    }

    /// <summary>Calls a function of rules.</summary>
    public RegoValue? Call(RuleNode node, RegoValue[] arguments)
    {
        RegoValue key = new ArrayValue((RegoValue[])arguments.Clone());
        if (Memo.TryGet(node.Id, key, out var known))
            return known;
        var memo = Memo;
        var value = Complete(node, arguments);
        memo.Set(node.Id, key, value);
        return value;
    }

    private RegoValue? Complete(RuleNode node, RegoValue[]? arguments)
    {
        RegoValue? result = null;
        var sink = new ValueSink();
        foreach (var plan in node.Plans)
        {
            var value = Chain(plan, sink, arguments);
            if (value is null)
                continue;
            if (result is not null && !result.Equals(value))
                throw ValueSink.Conflict(plan, arguments is not null);
            result = value;
        }

        return result ?? (node.Default is { } fallback ? Chain(fallback, sink, arguments) : null);
    }

    private RegoValue? Chain(RulePlan plan, ValueSink sink, RegoValue[]? arguments)
    {
        for (var link = plan; link is not null; link = link.Else)
        {
            Tick();
            sink.Start(link, arguments is not null);
            Run(link, sink, arguments);
            if (sink.Value is { } value)
                return value;
        }

        return null;
    }

    private SetValue Set(RuleNode node)
    {
        var sink = new SetSink();
        foreach (var plan in node.Plans)
        {
            Tick();
            sink.Start(plan);
            Run(plan, sink, null);
        }

        return new SetValue(sink.Members);
    }

    /// <summary>The object that the rules at and below a node make, or of it the part that has a key.</summary>
    private RegoValue? Partial(RuleNode node, RegoValue? key)
    {
        if (Memo[node.Id] is { } all)
            return all as RegoValue;
        if (key is not null && Memo.TryGet(node.Id, key, out var known))
            return known;
        var memo = Memo;
        var sink = new PartialSink();
        foreach (var plan in node.Plans)
        {
            if (key is not null && plan.Path[0] is ConstantEval constant && !constant.Value.Equals(key))
                continue;
            Tick();
            sink.Start(plan);
            Run(plan, sink, null);
        }

        var value = sink.Root.ToValue();
        if (key is not null)
            memo.Set(node.Id, key, value);
        else
            memo[node.Id] = value;
        return value;
    }
}
