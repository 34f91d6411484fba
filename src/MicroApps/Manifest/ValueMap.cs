using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MicroApps;

internal static class ValueMap
{
    public static ValueMap<TKey, TValue> Of<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> entries)
        where TKey : notnull =>
        entries as ValueMap<TKey, TValue> ?? new(entries.ToDictionary(e => e.Key, e => Frozen(e.Value)));

    private static TValue Frozen<TValue>(TValue value) =>
        value is IReadOnlyDictionary<string, RedactionAction> inner ? (TValue)(object)Of(inner) : value;
}

/// <summary>A dictionary that equals another with the same entries in any order, so that records holding one compare by value.</summary>
internal sealed class ValueMap<TKey, TValue>(Dictionary<TKey, TValue> entries) : IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    public static readonly ValueMap<TKey, TValue> Empty = new([]);

    public int Count => entries.Count;

    public IEnumerable<TKey> Keys => entries.Keys;

    public IEnumerable<TValue> Values => entries.Values;

    public TValue this[TKey key] => entries[key];

    public bool ContainsKey(TKey key) => entries.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => entries.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    public override bool Equals(object? obj) =>
        obj is ValueMap<TKey, TValue> other && other.Count == Count
        && entries.All(e => other.TryGetValue(e.Key, out var value) && Equals(e.Value, value));

    public override int GetHashCode() =>
        entries.Aggregate(entries.Count, (hash, e) => hash ^ unchecked((e.Key.GetHashCode() * 31) + (e.Value?.GetHashCode() ?? 0)));

    public override string ToString() => $"{{{string.Join(", ", entries.Select(e => $"{e.Key}: {e.Value}"))}}}";
}
