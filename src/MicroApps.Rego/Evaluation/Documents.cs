namespace MicroApps.Rego;

/// <summary>Changed copies of documents.</summary>
internal static class Documents
{
    /// <summary>A document with a value at a path; what is in the way and no object is replaced.</summary>
    public static RegoValue Put(RegoValue? document, ReadOnlySpan<RegoValue> path, RegoValue value)
    {
        if (path.IsEmpty)
            return value;
        var items = document is ObjectValue obj ? obj.ToMutable() : [];
        items.TryGetValue(path[0], out var child);
        items[path[0]] = Put(child, path[1..], value);
        return ObjectValue.From(items);
    }

    /// <summary>Both documents in one; where both have a value that is no object, the second counts.</summary>
    public static RegoValue Merge(RegoValue first, RegoValue second)
    {
        if (first is not ObjectValue left || second is not ObjectValue right)
            return second;
        var items = left.ToMutable();
        for (var i = 0; i < right.Count; i++)
            items[right.Keys[i]] = items.TryGetValue(right.Keys[i], out var known) ? Merge(known, right.Values[i]) : right.Values[i];
        return ObjectValue.From(items);
    }
}
