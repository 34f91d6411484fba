namespace MicroApps.Ledger;

/// <summary>The hash of a complete subtree of 2^<paramref name="Level"/> leaves, which never changes as the log grows.</summary>
/// <param name="Level">The height: 0 is a leaf, 1 covers two leaves, and so on up to 62.</param>
/// <param name="Index">The number of subtrees of the same level to its left; its first leaf is <c>Index · 2^Level</c>.</param>
/// <param name="Hash">The hash of the subtree.</param>
public readonly record struct MerkleNode(int Level, long Index, Hash256 Hash);
