using System.Collections;

namespace MicroApps;

internal static class ValueList
{
    public static ValueList<T> Of<T>(IReadOnlyList<T> items) => items as ValueList<T> ?? new([.. items]);
}

/// <summary>A list that equals another with the same items in the same order, so that records holding one compare by value.</summary>
internal sealed class ValueList<T>(T[] items) : IReadOnlyList<T>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueList<T> other && this.SequenceEqual(other);

    public override int GetHashCode() => items.Aggregate(items.Length, (hash, item) => unchecked((hash * 31) + (item?.GetHashCode() ?? 0)));

    public override string ToString() => $"[{string.Join(", ", items)}]";
}
