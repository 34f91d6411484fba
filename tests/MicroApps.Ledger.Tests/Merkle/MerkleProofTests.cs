using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Ledger.Tests;

[Trait("Spec", "AUD-2")]
public class MerkleProofTests
{
    private const int All = 64;

    [Fact]
    public void VerifyInclusion_published_vectors()
    {
        foreach (var (index, size, proof) in Rfc6962Vectors.Inclusion)
            Assert.True(MerkleProof.VerifyInclusion(Rfc6962Vectors.Leaves[index], index, size, proof, Rfc6962Vectors.Roots[size]));
    }

    [Fact]
    public void VerifyConsistency_published_vectors()
    {
        foreach (var (old, @new, proof) in Rfc6962Vectors.Consistency)
            Assert.True(MerkleProof.VerifyConsistency(old, Rfc6962Vectors.Roots[old], @new, Rfc6962Vectors.Roots[@new], proof));
    }

    [Fact]
    public void VerifyInclusion_every_leaf_of_every_small_tree()
    {
        for (var n = 1; n <= All; n++)
        {
            for (var i = 0; i < n; i++)
            {
                var proof = MerkleTree.InclusionProof(Forest.Leaves.AsSpan(0, n), i);
                Assert.True(MerkleProof.VerifyInclusion(Forest.Leaves[i], i, n, proof, Forest.Roots[n]), $"{i} of {n}");
                AssertInclusionBoundToPlace(i, n, proof);
            }
        }
    }

    [Fact]
    public void VerifyConsistency_every_pair_of_small_trees()
    {
        for (var n = 0; n <= All; n++)
        {
            for (var m = 0; m <= n; m++)
            {
                var proof = MerkleTree.ConsistencyProof(Forest.Leaves.AsSpan(0, n), m);
                Assert.True(MerkleProof.VerifyConsistency(m, Forest.Roots[m], n, Forest.Roots[n], proof), $"{m} to {n}");
                AssertConsistencyBoundToSizes(m, n, proof);
            }
        }
    }

    [Fact]
    public void Proofs_random_large_trees_verify()
    {
        var nodes = Forest.Nodes(Forest.Leaves.Length);
        var place = from size in Gen.Choose(65, Forest.Leaves.Length)
                    from part in Gen.Choose(0, size - 1)
                    select (size, part);
        Prop.ForAll(place.ToArbitrary(), p =>
        {
            var root = MerkleTree.Root(p.size, nodes);
            var inclusion = MerkleTree.InclusionProof(p.part, p.size, nodes);
            var consistency = MerkleTree.ConsistencyProof(p.part, p.size, nodes);
            return MerkleProof.VerifyInclusion(Forest.Leaves[p.part], p.part, p.size, inclusion, root)
                && MerkleProof.VerifyConsistency(p.part, MerkleTree.Root(p.part, nodes), p.size, root, consistency);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void VerifyInclusion_any_flipped_bit_refused()
    {
        var flips = from size in Gen.Choose(2, 128)
                    from index in Gen.Choose(0, size - 1)
                    from bit in Gen.Choose(0, 255)
                    from which in Gen.Choose(0, 100)
                    select (size, index, bit, which);
        Prop.ForAll(flips.ToArbitrary(), f =>
        {
            Hash256[] hashes = [Forest.Leaves[f.index], Forest.Roots[f.size], .. MerkleTree.InclusionProof(Forest.Leaves.AsSpan(0, f.size), f.index)];
            ref var victim = ref hashes[f.which % hashes.Length];
            victim = Flip(victim, f.bit);
            return !MerkleProof.VerifyInclusion(hashes[0], f.index, f.size, hashes.AsSpan(2), hashes[1]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void VerifyConsistency_any_flipped_bit_refused()
    {
        var flips = from size in Gen.Choose(2, 128)
                    from old in Gen.Choose(1, size - 1)
                    from bit in Gen.Choose(0, 255)
                    from which in Gen.Choose(0, 100)
                    select (size, old, bit, which);
        Prop.ForAll(flips.ToArbitrary(), f =>
        {
            Hash256[] hashes = [Forest.Roots[f.old], Forest.Roots[f.size], .. MerkleTree.ConsistencyProof(Forest.Leaves.AsSpan(0, f.size), f.old)];
            ref var victim = ref hashes[f.which % hashes.Length];
            victim = Flip(victim, f.bit);
            return !MerkleProof.VerifyConsistency(f.old, hashes[0], f.size, hashes[1], hashes.AsSpan(2));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(long.MaxValue - 1, long.MaxValue)]
    public void Verify_absurd_sizes_refused(long part, long size)
    {
        var proof = Forest.Leaves.AsSpan(0, 100);
        for (var length = 0; length <= proof.Length; length++)
        {
            Assert.False(MerkleProof.VerifyInclusion(Forest.Leaves[0], part, size, proof[..length], Forest.Roots[8]));
            Assert.False(MerkleProof.VerifyConsistency(part, Forest.Roots[7], size, Forest.Roots[8], proof[..length]));
        }
    }

    [Fact]
    public void Verify_proof_that_climbs_above_the_claimed_size_refused()
    {
        var (leaf, right, left, above) = (Forest.Leaves[0], Forest.Leaves[1], Forest.Leaves[2], Forest.Leaves[3]);
        Assert.False(MerkleProof.VerifyInclusion(leaf, 0, 1, [above], MerkleHasher.Node(above, leaf)));

        var three = MerkleHasher.Node(left, leaf);
        var four = MerkleHasher.Node(left, MerkleHasher.Node(leaf, right));
        Assert.True(MerkleProof.VerifyConsistency(3, three, 4, four, [leaf, right, left]));
        Assert.False(MerkleProof.VerifyConsistency(
            3, MerkleHasher.Node(above, three), 4, MerkleHasher.Node(above, four), [leaf, right, left, above]));
    }

    [Fact]
    public void VerifyConsistency_rewritten_history_refused()
    {
        var forged = Forest.Leaves[..40];
        forged[3] = Forest.Leaf(-1);
        var proof = MerkleTree.ConsistencyProof(forged, 25);
        Assert.False(MerkleProof.VerifyConsistency(25, Forest.Roots[25], 40, MerkleTree.Root(forged), proof));
    }

    [Fact]
    public void VerifyConsistency_same_size_needs_the_same_root()
    {
        Assert.False(MerkleProof.VerifyConsistency(5, Forest.Roots[5], 5, Forest.Roots[6], []));
        Assert.False(MerkleProof.VerifyConsistency(0, Forest.Roots[1], 0, Forest.Roots[1], []));
        Assert.False(MerkleProof.VerifyConsistency(0, Forest.Roots[1], 5, Forest.Roots[5], []));
    }

    private static void AssertInclusionBoundToPlace(int index, int size, Hash256[] proof)
    {
        var (leaf, root) = (Forest.Leaves[index], Forest.Roots[size]);
        for (var other = -1; other <= size; other++)
            Assert.False(other != index && MerkleProof.VerifyInclusion(leaf, other, size, proof, root), $"{index} as {other} of {size}");
        Assert.False(MerkleProof.VerifyInclusion(leaf, index, size, [.. proof, root], root));
        Assert.False(proof.Length > 0 && MerkleProof.VerifyInclusion(leaf, index, size, proof.AsSpan(1), root));
        Assert.False(proof.Length > 0 && MerkleProof.VerifyInclusion(leaf, index, size, proof.AsSpan(0, proof.Length - 1), root));
    }

    private static void AssertConsistencyBoundToSizes(int old, int size, Hash256[] proof)
    {
        var (oldRoot, root) = (Forest.Roots[old], Forest.Roots[size]);
        for (var other = -1; other <= size; other++)
            Assert.False(other != old && MerkleProof.VerifyConsistency(other, oldRoot, size, root, proof), $"{old} as {other} to {size}");
        Assert.False(MerkleProof.VerifyConsistency(old, oldRoot, size, root, [.. proof, root]));
        Assert.False(proof.Length > 0 && MerkleProof.VerifyConsistency(old, oldRoot, size, root, proof.AsSpan(1)));
        Assert.False(proof.Length > 0 && MerkleProof.VerifyConsistency(old, oldRoot, size, root, proof.AsSpan(0, proof.Length - 1)));
    }

    private static Hash256 Flip(Hash256 hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << bit % 8);
        return Hash256.FromBytes(bytes);
    }
}
