namespace MicroApps.Rego;

/// <summary>Objects: keys that are known with the types of their values, and other keys of one type.</summary>
internal sealed class ObjectType : RegoType
{
    private readonly Dictionary<RegoValue, RegoType?> _known;

    public ObjectType(IReadOnlyCollection<KeyValuePair<RegoValue, RegoType?>> known, RegoType? otherKey = null, RegoType? otherValue = null, bool hasOthers = false)
        : base(
            Sum([.. known.Select(k => k.Value), otherKey, otherValue]),
            Deepest([.. known.Select(k => k.Value), otherKey, otherValue]),
            known.Any(k => Unknown(k.Value)) || (hasOthers && (Unknown(otherKey) || Unknown(otherValue))),
            known.Aggregate(Hash(23, [otherKey, otherValue]), (sum, k) => unchecked(sum + (k.Key.GetHashCode() ^ ((k.Value?.GetHashCode() ?? 7) * 37)))))
    {
        _known = new(known.Count);
        foreach (var pair in known)
            _known[pair.Key] = pair.Value;
        (OtherKey, OtherValue, HasOthers) = (otherKey, otherValue, hasOthers);
    }

    public IReadOnlyDictionary<RegoValue, RegoType?> Known => _known;

    /// <summary>Whether there may be other keys.</summary>
    public bool HasOthers { get; }

    public RegoType? OtherKey { get; }

    public RegoType? OtherValue { get; }

    /// <summary>The type of the value of a key; null when there is none.</summary>
    public RegoType? At(RegoValue key) =>
        _known.TryGetValue(key, out var type) ? type : HasOthers && OtherKey is { } keys && TypeAlgebra.Includes(keys, TypeAlgebra.Of(key)) ? OtherValue : null;

    public override string ToString()
    {
        var parts = _known.OrderBy(k => k.Key).Select(k => $"{(k.Key is StringValue text ? text.Value : k.Key.ToString())}: {Text(k.Value)}").ToList();
        return $"object<{string.Join(", ", parts)}>{(HasOthers ? $"[{Text(OtherKey)}: {Text(OtherValue)}]" : "")}";
    }

    protected override bool Same(RegoType other) =>
        other is ObjectType obj && obj.HasOthers == HasOthers && Equals(OtherKey, obj.OtherKey) && Equals(OtherValue, obj.OtherValue) && obj._known.Count == _known.Count
        && _known.All(k => obj._known.TryGetValue(k.Key, out var value) && Equals(k.Value, value));
}
