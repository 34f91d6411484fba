using System.Numerics;

namespace MicroApps.Ledger;

/// <summary>Which leaf ranges a proof is made of, in proof order; how the ranges are hashed is the caller's matter.</summary>
internal static class ProofPlan
{
    internal readonly record struct LeafRange(long Begin, long End);

    /// <summary>The largest power of two below <paramref name="leaves"/>, which must be at least 2.</summary>
    internal static long Split(long leaves) => 1L << BitOperations.Log2((ulong)(leaves - 1));

    /// <summary>PATH(index, D[size]) of RFC 6962 §2.1.1.</summary>
    internal static List<LeafRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var ranges = new List<LeafRange>();
        for (var (begin, end) = (0L, size); end - begin > 1;)
        {
            var middle = begin + Split(end - begin);
            ranges.Add(index < middle ? new(middle, end) : new(begin, middle));
            (begin, end) = index < middle ? (begin, middle) : (middle, end);
        }
        ranges.Reverse();
        return ranges;
    }

    /// <summary>PROOF(oldSize, D[newSize]) of RFC 6962 §2.1.2; nothing is needed when the old tree is empty or the whole.</summary>
    internal static List<LeafRange> Consistency(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var ranges = new List<LeafRange>();
        if (oldSize == 0)
            return ranges;
        var (begin, end) = (0L, newSize);
        while (oldSize < end)
        {
            var middle = begin + Split(end - begin);
            ranges.Add(oldSize <= middle ? new(middle, end) : new(begin, middle));
            (begin, end) = oldSize <= middle ? (begin, middle) : (middle, end);
        }
        // A verifier has the root of the old tree; it lacks this subtree only when it is not the whole old tree.
        if (begin > 0)
            ranges.Add(new(begin, end));
        ranges.Reverse();
        return ranges;
    }
}
