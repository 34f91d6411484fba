using System.Buffers;

namespace MicroApps.Detection;

/// <summary>The members of spans, strings and sequences that newer platforms have, under their own names.</summary>
internal static class SpanMembers
{
    public static int IndexOfAny(this ReadOnlySpan<char> text, SearchValues<char> values) => values.IndexIn(text);

    public static int IndexOfAny(this ReadOnlySpan<char> text, SearchValues<string> values) => values.IndexIn(text);

    public static int IndexOfAny(this ReadOnlySpan<char> text, string values) => text.IndexOfAny(values.AsSpan());

    public static bool ContainsAny(this ReadOnlySpan<char> text, SearchValues<string> values) => values.IndexIn(text) >= 0;

    public static int IndexOfAnyExcept(this ReadOnlySpan<char> text, SearchValues<char> values) => First(text, c => !values.Contains(c));

    public static int IndexOfAnyExcept(this ReadOnlySpan<char> text, char value) => First(text, c => c != value);

    public static int IndexOfAnyExcept(this ReadOnlySpan<char> text, char first, char second) => First(text, c => c != first && c != second);

    public static int IndexOfAnyExcept(this ReadOnlySpan<char> text, char first, char second, char third) => First(text, c => c != first && c != second && c != third);

    public static int IndexOfAnyExcept(this Span<char> text, char first, char second) => IndexOfAnyExcept((ReadOnlySpan<char>)text, first, second);

    public static int IndexOfAnyExcept(this Span<char> text, char value) => IndexOfAnyExcept((ReadOnlySpan<char>)text, value);

    public static int IndexOfAnyExcept(this Span<byte> bytes, byte value)
    {
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] != value)
                return i;
        return -1;
    }

    public static int IndexOfAnyInRange(this ReadOnlySpan<char> text, char low, char high) => First(text, c => c >= low && c <= high);

    public static int IndexOfAnyExceptInRange(this ReadOnlySpan<char> text, char low, char high) => First(text, c => c < low || c > high);

    public static bool ContainsAnyInRange(this ReadOnlySpan<char> text, char low, char high) => text.IndexOfAnyInRange(low, high) >= 0;

    public static int LastIndexOfAnyInRange(this ReadOnlySpan<char> text, char low, char high)
    {
        var i = text.Length - 1;
        while (i >= 0 && (text[i] < low || text[i] > high))
            i--;
        return i;
    }

    public static int LastIndexOfAny(this ReadOnlySpan<char> text, SearchValues<char> values)
    {
        var i = text.Length - 1;
        while (i >= 0 && !values.Contains(text[i]))
            i--;
        return i;
    }

    public static int Count(this ReadOnlySpan<char> text, char value)
    {
        var count = 0;
        foreach (var c in text)
            count += c == value ? 1 : 0;
        return count;
    }

    public static bool Contains(this ReadOnlySpan<char> text, char value) => text.IndexOf(value) >= 0;

    public static bool Contains(this string text, char value) => text.IndexOf(value) >= 0;

    public static bool Contains(this string text, char value, StringComparison comparison) => text.AsSpan().IndexOf([value], comparison) >= 0;

    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;

    public static int IndexOf(this string text, char value, StringComparison comparison) => text.AsSpan().IndexOf([value], comparison);

    public static bool StartsWith(this string text, char value) => text.Length > 0 && text[0] == value;

    public static string Replace(this string text, string old, string value, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(old, value) : throw new NotSupportedException();

    public static void CopyTo(this string text, Span<char> target) => text.AsSpan().CopyTo(target);

    public static IEnumerable<T> Order<T>(this IEnumerable<T> items) => items.OrderBy(i => i);

    public static IEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) => items.OrderBy(i => i, comparer);

    public static IEnumerable<T> OrderDescending<T>(this IEnumerable<T> items) => items.OrderByDescending(i => i);

    public static IEnumerable<T[]> Chunk<T>(this IEnumerable<T> items, int size) =>
        items.Select((item, i) => (item, i)).GroupBy(p => p.i / size, p => p.item).Select(g => g.ToArray());

    public static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> items, TKey key) => items.TryGetValue(key, out var value) ? value : default;

    private static int First(ReadOnlySpan<char> text, Func<char, bool> isOne)
    {
        for (var i = 0; i < text.Length; i++)
            if (isOne(text[i]))
                return i;
        return -1;
    }
}
