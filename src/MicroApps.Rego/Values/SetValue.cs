namespace MicroApps.Rego;

/// <summary>Values, each once. Members are looked up by hash and listed in the order of Rego.</summary>
internal sealed class SetValue : RegoValue
{
    private readonly HashSet<RegoValue> _members;
    private RegoValue[]? _sorted;
    private int _hash;

    /// <summary>Takes over a set, which is not changed any more.</summary>
    public SetValue(HashSet<RegoValue> members) => _members = members;

    public SetValue(IEnumerable<RegoValue> members) => _members = [.. members];

    public static SetValue Empty { get; } = new(new HashSet<RegoValue>());

    /// <summary>The members in order.</summary>
    public RegoValue[] Sorted
    {
        get
        {
            if (_sorted is { } sorted)
                return sorted;
            sorted = [.. _members];
            Sorting.Sort(sorted, static (a, b) => a.CompareTo(b));
            return _sorted = sorted;
        }
    }

    /// <summary>The members in no order; not to be changed.</summary>
    public HashSet<RegoValue> Members => _members;

    public override RegoKind Kind => RegoKind.Set;

    public override int Count => _members.Count;

    public bool Contains(RegoValue member) => _members.Contains(member);

    public override RegoValue? Find(RegoValue key) => _members.Contains(key) ? key : null;

    /// <summary>A set of one's own to change.</summary>
    public HashSet<RegoValue> ToMutable() => [.. _members];

    public override int CompareTo(RegoValue? other)
    {
        if (other is not SetValue set)
            return other is null ? 1 : RegoKind.Set.CompareTo(other.Kind);
        Budget.Enter(Count);
        var (left, right) = (Sorted, set.Sorted);
        for (var i = 0; i < left.Length && i < right.Length; i++)
            if (left[i].CompareTo(right[i]) is var order && order != 0)
                return order;
        return left.Length.CompareTo(right.Length);
    }

    public override bool Equals(RegoValue? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not SetValue set || set.Count != Count || set.GetHashCode() != GetHashCode())
            return false;
        Budget.Enter(Count);
        return _members.SetEquals(set._members);
    }

    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        Budget.Enter(Count);
        var hash = 11;
        foreach (var member in _members)
            hash = unchecked(hash + (member.GetHashCode() * 16777619));
        return _hash = hash | 1;
    }
}
