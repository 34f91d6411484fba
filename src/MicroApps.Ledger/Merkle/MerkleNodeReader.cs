namespace MicroApps.Ledger;

/// <summary>Gives the stored hash of a complete subtree (see <see cref="MerkleNode"/>); level 0 asks for a leaf hash.</summary>
/// <param name="level">The height of the subtree, from 0.</param>
/// <param name="index">Its place among the subtrees of that level, from 0.</param>
public delegate Hash256 MerkleNodeReader(int level, long index);
