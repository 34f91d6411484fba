using System.Numerics;

namespace MicroApps.Ledger;

/// <summary>
/// Checks proofs as RFC 9162 §2.1.3.2 and §2.1.4.2 say. Every argument may come from an opponent: the answer is then false, never
/// an exception, and the work is bounded by the length of the proof.
/// </summary>
public static class MerkleProof
{
    /// <summary>True when <paramref name="proof"/> shows that <paramref name="leaf"/> stands at <paramref name="index"/> in the tree of <paramref name="size"/> leaves with this root.</summary>
    public static bool VerifyInclusion(in Hash256 leaf, long index, long size, ReadOnlySpan<Hash256> proof, in Hash256 root)
    {
        if (index < 0 || index >= size)
            return false;
        var (node, last) = (index, size - 1);
        var hash = leaf;
        foreach (ref readonly var sibling in proof)
        {
            if (last == 0)
                return false;
            hash = Ascend(ref node, ref last) ? MerkleHasher.Node(sibling, hash) : MerkleHasher.Node(hash, sibling);
        }
        return last == 0 && hash == root;
    }

    /// <summary>
    /// True when <paramref name="proof"/> shows that the tree with <paramref name="newRoot"/> begins with exactly the leaves of the
    /// tree with <paramref name="oldRoot"/>. Any tree extends the empty one, whose root must then be <see cref="MerkleHasher.EmptyRoot"/>.
    /// </summary>
    public static bool VerifyConsistency(long oldSize, in Hash256 oldRoot, long newSize, in Hash256 newRoot, ReadOnlySpan<Hash256> proof)
    {
        if (oldSize < 0 || oldSize > newSize)
            return false;
        if (oldSize == 0 && oldRoot != MerkleHasher.EmptyRoot)
            return false;
        if (oldSize == newSize)
            return proof.IsEmpty && oldRoot == newRoot;
        if (oldSize == 0)
            return proof.IsEmpty;
        // The old tree is itself a subtree of the new one when its size is a power of two; its root is then left out of the proof.
        var whole = BitOperations.IsPow2(oldSize);
        if (proof.IsEmpty)
            return false;
        return Climb(oldSize, newSize, whole ? oldRoot : proof[0], whole ? proof : proof[1..], out var seenOld, out var seenNew)
            && seenOld == oldRoot && seenNew == newRoot;
    }

    private static bool Climb(
        long oldSize, long newSize, in Hash256 start, ReadOnlySpan<Hash256> proof, out Hash256 oldRoot, out Hash256 newRoot)
    {
        var skip = BitOperations.TrailingZeroCount(oldSize);
        var (node, last) = ((oldSize - 1) >> skip, (newSize - 1) >> skip);
        oldRoot = newRoot = start;
        foreach (ref readonly var sibling in proof)
        {
            if (last == 0)
                return false;
            if (Ascend(ref node, ref last))
            {
                oldRoot = MerkleHasher.Node(sibling, oldRoot);
                newRoot = MerkleHasher.Node(sibling, newRoot);
            }
            else
            {
                newRoot = MerkleHasher.Node(newRoot, sibling);
            }
        }
        return last == 0;
    }

    /// <summary>Moves to the parent that the next proof hash completes; true when that hash is the left child.</summary>
    private static bool Ascend(ref long node, ref long last)
    {
        var siblingIsLeft = (node & 1) == 1 || node == last;
        // A right-most node without a sibling is its own parent: skip those levels.
        var levels = siblingIsLeft && node != 0 ? BitOperations.TrailingZeroCount(node) + 1 : 1;
        node >>= levels;
        last >>= levels;
        return siblingIsLeft;
    }
}
