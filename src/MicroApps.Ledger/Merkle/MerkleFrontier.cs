using System.Numerics;
using System.Runtime.InteropServices;

namespace MicroApps.Ledger;

/// <summary>
/// The right edge of a growing RFC 6962 tree: the roots of its complete subtrees, largest first. That is all one needs to
/// append and to know the root, in O(log n) space and amortised O(1) hashes per leaf.
/// </summary>
/// <remarks>Not safe for several threads. <see cref="Clone"/> before appending what may be rolled back.</remarks>
public sealed class MerkleFrontier
{
    // One root for each bit that is set in the size.
    private readonly List<Hash256> _subtrees;

    /// <summary>The frontier of a tree without leaves.</summary>
    public MerkleFrontier() => _subtrees = [];

    private MerkleFrontier(long size, ReadOnlySpan<Hash256> subtrees)
    {
        Size = size;
        _subtrees = [.. subtrees];
    }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The Merkle tree head (RFC 6962 §2.1) over all leaves so far; computed at each read, O(log n) hashes.</summary>
    public Hash256 Root
    {
        get
        {
            if (_subtrees.Count == 0)
                return MerkleHasher.EmptyRoot;
            var root = _subtrees[^1];
            for (var i = _subtrees.Count - 2; i >= 0; i--)
                root = MerkleHasher.Node(_subtrees[i], root);
            return root;
        }
    }

    /// <summary>Adds a leaf hash at index <see cref="Size"/>.</summary>
    /// <param name="leaf">The hash from <see cref="MerkleHasher.Leaf"/>.</param>
    /// <param name="completed">Receives the inner nodes (level 1 and up, lowest first) that this leaf completes: one per leaf on average.</param>
    /// <exception cref="OverflowException">The tree holds <see cref="long.MaxValue"/> leaves.</exception>
    public void Append(in Hash256 leaf, ICollection<MerkleNode>? completed = null)
    {
        var index = Size;
        Size = checked(index + 1);
        var hash = leaf;
        for (var level = 1; (index & 1) == 1; level++)
        {
            index >>= 1;
            hash = MerkleHasher.Node(_subtrees[^1], hash);
            _subtrees.RemoveAt(_subtrees.Count - 1);
            completed?.Add(new MerkleNode(level, index, hash));
        }
        _subtrees.Add(hash);
    }

    /// <summary>The subtree roots one after the other, largest first: 32 bytes for each bit that is set in <see cref="Size"/>.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_subtrees)).ToArray();

    /// <summary>Restores what <see cref="ToBytes"/> gave for a tree of <paramref name="size"/> leaves.</summary>
    /// <remarks>Only the shape can be checked here: compare <see cref="Root"/> with a root that is known to be good.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    /// <exception cref="ArgumentException">The length of <paramref name="bytes"/> does not fit the size.</exception>
    public static MerkleFrontier FromBytes(long size, ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var expected = BitOperations.PopCount((ulong)size) * Hash256.Size;
        if (bytes.Length != expected)
            throw new ArgumentException($"The frontier of a tree with {size} leaves has {expected} bytes; {bytes.Length} were given.", nameof(bytes));
        return new MerkleFrontier(size, MemoryMarshal.Cast<byte, Hash256>(bytes));
    }

    /// <summary>An independent copy.</summary>
    public MerkleFrontier Clone() => new(Size, CollectionsMarshal.AsSpan(_subtrees));
}
