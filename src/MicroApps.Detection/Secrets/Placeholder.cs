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

    private static readonly double[] Bits = [.. Enumerable.Range(0, 64).Select(BitsOf)];

    public static bool IsOne(ReadOnlySpan<char> value) =>
        value.IndexOfAny(Words) >= 0 || LongestRun(value) >= LongestRepeat || Entropy(value) < MinEntropy;

    /// <summary>Whether a key that has the mark of its provider is none all the same: a word that says so, or one character for most of it.</summary>
    public static bool IsMask(ReadOnlySpan<char> value) =>
        value.IndexOfAny(Words) >= 0 || LongestRun(value) >= Math.Max(LongestRepeat, value.Length / 2) || Entropy(value) < MinEntropyOfMarked;

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

    /// <summary>Shannon's entropy of the characters, in bits a character.</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var c in value)
            counts[c & 127]++;
        var sum = 0.0;
        foreach (var count in counts)
            sum += count < Bits.Length ? Bits[count] : BitsOf(count);
        return (BitsOf(value.Length) - sum) / value.Length;
    }

    private static double BitsOf(int count) => count == 0 ? 0 : count * Math.Log(count) / Math.Log(2);
}
