namespace MicroApps.Rego;

/// <summary>Values by key, in an order that depends on the keys alone. A few keys are searched one after the other, more by hash.</summary>
internal sealed class ObjectValue : RegoValue
{
    private const int MostInLine = 8;

    private Dictionary<RegoValue, int>? _index;
    private int[]? _order;
    private int _hash;

    /// <summary>Takes over keys, each of them once, and their values; neither is changed any more.</summary>
    public ObjectValue(RegoValue[] keys, RegoValue[] values) => (Keys, Values) = (keys, values);

    /// <summary>Takes over keys, values and the places of the keys.</summary>
    public ObjectValue(RegoValue[] keys, RegoValue[] values, Dictionary<RegoValue, int> index)
        : this(keys, values) => _index = index;

    public static ObjectValue Empty { get; } = new([], []);

    /// <summary>Keys in the order in which they came.</summary>
    public RegoValue[] Keys { get; }

    /// <summary>Values in the order of <see cref="Keys"/>.</summary>
    public RegoValue[] Values { get; }

    public override RegoKind Kind => RegoKind.Object;

    public override int Count => Keys.Length;

    /// <summary>Indices into <see cref="Keys"/> in the order of the keys.</summary>
    public int[] Order
    {
        get
        {
            if (_order is { } known)
                return known;
            var order = new int[Keys.Length];
            for (var i = 0; i < order.Length; i++)
                order[i] = i;
            if (order.Length <= MostInLine)
                SortFew(order);
            else
                Sorting.Sort(order, (a, b) => Keys[a].CompareTo(Keys[b]));
            return _order = order;
        }
    }

    public static ObjectValue From(IReadOnlyDictionary<RegoValue, RegoValue> items)
    {
        var (keys, values, i) = (new RegoValue[items.Count], new RegoValue[items.Count], 0);
        foreach (var item in items)
            (keys[i], values[i++]) = (item.Key, item.Value);
        return new(keys, values);
    }

    public override RegoValue? Find(RegoValue key)
    {
        if (Keys.Length > MostInLine)
            return (_index ?? MakeIndex()).TryGetValue(key, out var at) ? Values[at] : null;
        if (key is StringValue text)
            return FindText(text.Value);
        for (var i = 0; i < Keys.Length; i++)
            if (Keys[i].Equals(key))
                return Values[i];
        return null;
    }

    private RegoValue? FindText(string text)
    {
        var keys = Keys;
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] is StringValue key && string.Equals(key.Value, text, StringComparison.Ordinal))
                return Values[i];
        return null;
    }

    // Two threads may both make it; either is right.
    private Dictionary<RegoValue, int> MakeIndex()
    {
        var index = new Dictionary<RegoValue, int>(Keys.Length);
        for (var i = 0; i < Keys.Length; i++)
            index[Keys[i]] = i;
        Volatile.Write(ref _index, index);
        return index;
    }

    private void SortFew(int[] order)
    {
        for (var i = 1; i < order.Length; i++)
        {
            var (at, j) = (order[i], i);
            for (; j > 0 && Keys[order[j - 1]].CompareTo(Keys[at]) > 0; j--)
                order[j] = order[j - 1];
            order[j] = at;
        }
    }

    /// <summary>A dictionary of one's own to change.</summary>
    public Dictionary<RegoValue, RegoValue> ToMutable()
    {
        var items = new Dictionary<RegoValue, RegoValue>(Keys.Length);
        for (var i = 0; i < Keys.Length; i++)
            items[Keys[i]] = Values[i];
        return items;
    }

    public override int CompareTo(RegoValue? other)
    {
        if (other is not ObjectValue that)
            return other is null ? 1 : RegoKind.Object.CompareTo(other.Kind);
        Budget.Enter(Count);
        var (left, right) = (Order, that.Order);
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            var order = Keys[left[i]].CompareTo(that.Keys[right[i]]);
            if (order == 0)
                order = Values[left[i]].CompareTo(that.Values[right[i]]);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    public override bool Equals(RegoValue? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not ObjectValue that || that.Count != Count || that.GetHashCode() != GetHashCode())
            return false;
        Budget.Enter(Count);
        for (var i = 0; i < Keys.Length; i++)
            if (that.Find(Keys[i]) is not { } value || !value.Equals(Values[i]))
                return false;
        return true;
    }

    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        Budget.Enter(Count);
        var hash = 13;
        for (var i = 0; i < Keys.Length; i++)
            hash = unchecked(hash + ((Keys[i].GetHashCode() * 31) ^ (Values[i].GetHashCode() * 16777619)));
        return _hash = hash | 1;
    }
}
