namespace MicroApps.Rego;

/// <summary>The members of sequences that newer platforms have, under their own names.</summary>
internal static class SequenceMembers
{
    public static HashSet<T> ToHashSet<T>(this IEnumerable<T> items) => [.. items];

    public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value) => (key, value) = (pair.Key, pair.Value);
}
