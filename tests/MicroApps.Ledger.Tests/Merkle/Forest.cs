using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MicroApps.Ledger.Tests;

/// <summary>Test trees, and the definition of RFC 6962 §2.1 written down a second time, from the text of the RFC, as the oracle.</summary>
internal static class Forest
{
    internal static readonly Hash256[] Leaves = [.. Enumerable.Range(0, 2000).Select(Leaf)];

    internal static readonly Hash256[] Roots = [.. Enumerable.Range(0, 129).Select(n => Mth(Leaves[..n]))];

    internal static Hash256 Leaf(int number)
    {
        var record = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(record, number);
        return MerkleHasher.Leaf(record);
    }

    /// <summary>MTH: k is the largest power of two smaller than n.</summary>
    internal static Hash256 Mth(Hash256[] d)
    {
        if (d.Length == 0)
            return Hash256.FromBytes(SHA256.HashData([]));
        if (d.Length == 1)
            return d[0];
        var k = 1;
        while (k * 2 < d.Length)
            k *= 2;
        return Hash256.FromBytes(SHA256.HashData([1, .. Mth(d[..k]).Bytes, .. Mth(d[k..]).Bytes]));
    }

    /// <summary>The complete subtrees of a log, as a store keeps them.</summary>
    internal static MerkleNodeReader Nodes(int size)
    {
        var nodes = new Dictionary<(int, long), Hash256>();
        var completed = new List<MerkleNode>();
        var frontier = new MerkleFrontier();
        for (var i = 0; i < size; i++)
        {
            nodes.Add((0, i), Leaves[i]);
            frontier.Append(Leaves[i], completed);
        }
        foreach (var (level, index, hash) in completed)
            nodes.Add((level, index), hash);
        return (level, index) => nodes[(level, index)];
    }

    internal static MerkleFrontier Frontier(int size)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in Leaves.AsSpan(0, size))
            frontier.Append(leaf);
        return frontier;
    }
}
