using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Recognises text that stands where a secret would: documentation examples, masks, repetitions.</summary>
internal static class Placeholder
{
    private const int LongestRepeat = 8;

    // Bits a character; random hexadecimal of 16 characters has about 3.
    private const double MinEntropy = 2, MinEntropyOfMarked = 1.5;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["example", "placeholder", "your_", "your-", "yourkey", "yourtoken", "xxxx", "redacted", "changeme", "change_me", "insert", "dummy", "..."],
        StringComparison.OrdinalIgnoreCase);

    // Chance writes short words too, and dots between letters: behind a provider's mark it takes more.
    private static readonly SearchValues<string> LongWords = SearchValues.Create(
        ["example", "placeholder", "your_", "your-", "yourkey", "yourtoken", "xxxxxx", "redacted", "changeme", "change_me", "insert_", "...."],
        StringComparison.OrdinalIgnoreCase);

    private const int MaxMeasured = byte.MaxValue;

    // What one more of a character adds to the sum of n * log2(n).
    private static readonly double[] Steps = [.. Enumerable.Range(0, MaxMeasured + 1).Select(n => BitsOf(n + 1) - BitsOf(n))];

    public static bool IsOne(ReadOnlySpan<char> value) =>
        value.IndexOfAny(Words) >= 0 || LongestRun(value) >= LongestRepeat || Entropy(value) < MinEntropy;

    /// <summary>Whether a key that has the mark of its provider is none all the same: a word that says so, or one character for most of it.</summary>
    public static bool IsMask(ReadOnlySpan<char> value) =>
        value.IndexOfAny(LongWords) >= 0 || LongestRun(value) >= Math.Max(LongestRepeat, (value.Length / 2) + 1) || Entropy(value) < MinEntropyOfMarked;

    private static int LongestRun(ReadOnlySpan<char> value)
    {
        var (run, longest) = (1, 1);
        for (var i = 1; i < value.Length; i++)
        {
            run = value[i] == value[i - 1] ? run + 1 : 1;
            longest = Math.Max(run, longest);
        }

        return longest;
    }

    /// <summary>Shannon's entropy of the first 255 characters, in bits a character.</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        Span<byte> counts = stackalloc byte[128];
        counts.Clear();
        value = value[..Math.Min(value.Length, MaxMeasured)];
        var sum = 0.0;
        foreach (var c in value)
            sum += Steps[counts[c & 127]++];
        return (BitsOf(value.Length) - sum) / value.Length;
    }

    private static double BitsOf(int count) => count == 0 ? 0 : count * Math.Log(count) / Math.Log(2);
}
