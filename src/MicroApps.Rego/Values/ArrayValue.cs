namespace MicroApps.Rego;

/// <summary>Values in order. The array handed over belongs to the value and is not changed any more.</summary>
internal sealed class ArrayValue(RegoValue[] items) : RegoValue
{
    private int _hash;

    public static ArrayValue Empty { get; } = new([]);

    public RegoValue[] Items { get; } = items;

    public override RegoKind Kind => RegoKind.Array;

    public override int Count => Items.Length;

    public override RegoValue? Find(RegoValue key) =>
        key is NumberValue number && number.TryGetInt64(out var index) && index >= 0 && index < Items.Length ? Items[index] : null;

    public override int CompareTo(RegoValue? other)
    {
        if (other is not ArrayValue array)
            return other is null ? 1 : RegoKind.Array.CompareTo(other.Kind);
        Budget.Enter(Items.Length);
        for (var i = 0; i < Items.Length && i < array.Items.Length; i++)
            if (Items[i].CompareTo(array.Items[i]) is var order && order != 0)
                return order;
        return Items.Length.CompareTo(array.Items.Length);
    }

    public override bool Equals(RegoValue? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not ArrayValue array || array.Items.Length != Items.Length)
            return false;
        Budget.Enter(Items.Length);
        for (var i = 0; i < Items.Length; i++)
            if (!Items[i].Equals(array.Items[i]))
                return false;
        return true;
    }

    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        Budget.Enter(Items.Length);
        var hash = 7;
        foreach (var item in Items)
            hash = unchecked((hash * 31) + item.GetHashCode());
        return _hash = hash | 1;
    }
}
