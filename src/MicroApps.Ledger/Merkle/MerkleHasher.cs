using System.Security.Cryptography;

namespace MicroApps.Ledger;

/// <summary>The hashes of RFC 6962 §2.1: leaves and inner nodes have different prefixes, so that neither can pass for the other.</summary>
public static class MerkleHasher
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;
    private const int OnStack = 2048;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static Hash256 EmptyRoot { get; } = Hash256.Sha256([]);

    /// <summary>The leaf hash of a record: SHA-256(0x00 ‖ record).</summary>
    public static Hash256 Leaf(ReadOnlySpan<byte> record)
    {
        if (record.Length >= OnStack)
            return LongLeaf(record);
        Span<byte> input = stackalloc byte[OnStack];
        input[0] = LeafPrefix;
        record.CopyTo(input[1..]);
        return Hash256.Sha256(input[..(record.Length + 1)]);
    }

    /// <summary>The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).</summary>
    public static Hash256 Node(in Hash256 left, in Hash256 right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Hash256.Size];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash256.Size)..]);
        return Hash256.Sha256(input);
    }

    private static Hash256 LongLeaf(ReadOnlySpan<byte> record)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData([LeafPrefix]);
        sha.AppendData(record);
        Span<byte> digest = stackalloc byte[Hash256.Size];
        sha.GetHashAndReset(digest);
        return Hash256.FromBytes(digest);
    }
}
