namespace MicroApps.Ledger.Tests;

[Trait("Spec", "AUD-2")]
public class MerkleTreeTests
{
    [Fact]
    public void Root_published_vectors()
    {
        for (var n = 0; n <= 8; n++)
            Assert.Equal(Rfc6962Vectors.Roots[n], MerkleTree.Root(Rfc6962Vectors.Leaves.AsSpan(0, n)));
    }

    [Fact]
    public void InclusionProof_published_vectors()
    {
        foreach (var (index, size, proof) in Rfc6962Vectors.Inclusion)
            Assert.Equal(proof, MerkleTree.InclusionProof(Rfc6962Vectors.Leaves.AsSpan(0, size), index));
    }

    [Fact]
    public void ConsistencyProof_published_vectors()
    {
        foreach (var (old, @new, proof) in Rfc6962Vectors.Consistency)
            Assert.Equal(proof, MerkleTree.ConsistencyProof(Rfc6962Vectors.Leaves.AsSpan(0, @new), old));
    }

    [Fact]
    public void Stored_nodes_give_the_same_roots_and_proofs()
    {
        const int Size = 70;
        var nodes = Forest.Nodes(Size);
        for (var n = 0; n <= Size; n++)
        {
            var leaves = Forest.Leaves.AsSpan(0, n);
            Assert.Equal(MerkleTree.Root(leaves), MerkleTree.Root(n, nodes));
            for (var i = 0; i < n; i++)
                Assert.Equal(MerkleTree.InclusionProof(leaves, i), MerkleTree.InclusionProof(i, n, nodes));
            for (var m = 0; m <= n; m++)
                Assert.Equal(MerkleTree.ConsistencyProof(leaves, m), MerkleTree.ConsistencyProof(m, n, nodes));
        }
    }

    [Fact]
    public void Stored_nodes_few_are_read_in_a_huge_tree()
    {
        const long Size = long.MaxValue - 12345;
        var reads = 0;
        var proof = MerkleTree.InclusionProof(Size / 3, Size, (_, _) => { reads++; return default; });
        Assert.InRange(proof.Length, 62, 63);
        Assert.InRange(reads, 62, 126);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    public void InclusionProof_leaf_outside_the_tree_refused(int index, int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(Forest.Leaves.AsSpan(0, size), index));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(index, size, Forest.Nodes(size)));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void ConsistencyProof_old_size_outside_the_tree_refused(int old, int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(Forest.Leaves.AsSpan(0, size), old));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(old, size, Forest.Nodes(size)));
    }

    [Fact]
    public void Root_negative_size_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Root(-1, Forest.Nodes(0)));
}
