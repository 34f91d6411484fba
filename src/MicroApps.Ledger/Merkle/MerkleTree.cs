using System.Numerics;

namespace MicroApps.Ledger;

/// <summary>
/// Roots and proofs of RFC 6962 §2.1, either from all leaf hashes (O(n)) or from stored complete subtrees (O(log n) reads).
/// </summary>
public static class MerkleTree
{
    /// <summary>The root over these leaf hashes.</summary>
    public static Hash256 Root(ReadOnlySpan<Hash256> leaves)
    {
        if (leaves.IsEmpty)
            return MerkleHasher.EmptyRoot;
        if (leaves.Length == 1)
            return leaves[0];
        var split = (int)ProofPlan.Split(leaves.Length);
        return MerkleHasher.Node(Root(leaves[..split]), Root(leaves[split..]));
    }

    /// <summary>The root of the first <paramref name="size"/> leaves, from stored nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static Hash256 Root(long size, MerkleNodeReader nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(nodes);
        return size == 0 ? MerkleHasher.EmptyRoot : Subtree(0, size, nodes);
    }

    /// <summary>The audit path of the leaf at <paramref name="index"/>, lowest sibling first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static Hash256[] InclusionProof(ReadOnlySpan<Hash256> leaves, long index) =>
        Hash(ProofPlan.Inclusion(index, leaves.Length), leaves);

    /// <summary>The audit path of the leaf at <paramref name="index"/> in the tree of the first <paramref name="size"/> leaves, from stored nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static Hash256[] InclusionProof(long index, long size, MerkleNodeReader nodes) =>
        Hash(ProofPlan.Inclusion(index, size), nodes);

    /// <summary>The proof that the tree of the first <paramref name="oldSize"/> leaves is a prefix of this one; empty for none or all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="oldSize"/> is negative or larger than the tree.</exception>
    public static Hash256[] ConsistencyProof(ReadOnlySpan<Hash256> leaves, long oldSize) =>
        Hash(ProofPlan.Consistency(oldSize, leaves.Length), leaves);

    /// <summary>The proof that the tree of <paramref name="oldSize"/> leaves is a prefix of the tree of <paramref name="newSize"/>, from stored nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="oldSize"/> is negative or larger than <paramref name="newSize"/>.</exception>
    public static Hash256[] ConsistencyProof(long oldSize, long newSize, MerkleNodeReader nodes) =>
        Hash(ProofPlan.Consistency(oldSize, newSize), nodes);

    private static Hash256[] Hash(List<ProofPlan.LeafRange> ranges, ReadOnlySpan<Hash256> leaves)
    {
        var proof = new Hash256[ranges.Count];
        for (var i = 0; i < proof.Length; i++)
            proof[i] = Root(leaves[(int)ranges[i].Begin..(int)ranges[i].End]);
        return proof;
    }

    private static Hash256[] Hash(List<ProofPlan.LeafRange> ranges, MerkleNodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return [.. ranges.Select(range => Subtree(range.Begin, range.End, nodes))];
    }

    private static Hash256 Subtree(long begin, long end, MerkleNodeReader nodes)
    {
        var leaves = end - begin;
        if (BitOperations.IsPow2(leaves))
            return nodes(BitOperations.Log2((ulong)leaves), begin / leaves);
        var middle = begin + ProofPlan.Split(leaves);
        return MerkleHasher.Node(Subtree(begin, middle, nodes), Subtree(middle, end, nodes));
    }
}
