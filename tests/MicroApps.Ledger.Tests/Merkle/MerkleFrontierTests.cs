namespace MicroApps.Ledger.Tests;

[Trait("Spec", "AUD-2")]
public class MerkleFrontierTests
{
    [Fact]
    public void Root_published_vectors()
    {
        var frontier = new MerkleFrontier();
        Assert.Equal(Rfc6962Vectors.Roots[0], frontier.Root);
        for (var n = 1; n <= 8; n++)
        {
            frontier.Append(Rfc6962Vectors.Leaves[n - 1]);
            Assert.Equal(Rfc6962Vectors.Roots[n], frontier.Root);
        }
    }

    [Fact]
    public void Root_equals_definition_for_all_sizes_to_600()
    {
        var frontier = new MerkleFrontier();
        for (var n = 0; n <= 600; n++)
        {
            Assert.Equal(n, frontier.Size);
            Assert.Equal(Forest.Mth(Forest.Leaves[..n]), frontier.Root);
            frontier.Append(Forest.Leaves[n]);
        }
    }

    [Fact]
    public void Append_reports_each_complete_subtree_once()
    {
        const int Size = 300;
        var completed = new List<MerkleNode>();
        var frontier = new MerkleFrontier();
        for (var i = 0; i < Size; i++)
            frontier.Append(Forest.Leaves[i], completed);

        var expected = Enumerable.Range(1, 8).Sum(level => Size >> level);
        Assert.Equal(expected, completed.DistinctBy(node => (node.Level, node.Index)).Count());
        Assert.Equal(expected, completed.Count);
        Assert.All(completed, node =>
        {
            var (from, width) = ((int)node.Index << node.Level, 1 << node.Level);
            Assert.Equal(Forest.Mth(Forest.Leaves[from..(from + width)]), node.Hash);
        });
    }

    [Fact]
    public void Append_reports_lowest_first()
    {
        var frontier = Forest.Frontier(7);
        var completed = new List<MerkleNode>();
        frontier.Append(Forest.Leaves[7], completed);
        Assert.Equal([(1, 3L), (2, 1L), (3, 0L)], completed.Select(node => (node.Level, node.Index)));
        Assert.Equal(frontier.Root, completed[^1].Hash);
    }

    [Fact]
    public void FromBytes_restores_and_grows_alike()
    {
        for (var n = 0; n <= 130; n++)
        {
            var frontier = Forest.Frontier(n);
            var restored = MerkleFrontier.FromBytes(n, frontier.ToBytes());
            Assert.Equal(frontier.Root, restored.Root);
            frontier.Append(Forest.Leaves[n]);
            restored.Append(Forest.Leaves[n]);
            Assert.Equal(frontier.Root, restored.Root);
            Assert.Equal(frontier.ToBytes(), restored.ToBytes());
        }
    }

    [Theory]
    [InlineData(0, 32)]
    [InlineData(1, 0)]
    [InlineData(1, 31)]
    [InlineData(3, 32)]
    [InlineData(4, 64)]
    [InlineData(long.MaxValue, 64)]
    public void FromBytes_length_that_does_not_fit_refused(long size, int length) =>
        Assert.Throws<ArgumentException>(() => MerkleFrontier.FromBytes(size, new byte[length]));

    [Fact]
    public void FromBytes_negative_size_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleFrontier.FromBytes(-1, new byte[64 * Hash256.Size]));

    [Fact]
    public void Append_beyond_the_largest_size_refused_and_unchanged()
    {
        var full = MerkleFrontier.FromBytes(long.MaxValue, new byte[63 * Hash256.Size]);
        var root = full.Root;
        Assert.Throws<OverflowException>(() => full.Append(Forest.Leaves[0]));
        Assert.Equal((long.MaxValue, root), (full.Size, full.Root));
    }

    [Fact]
    public void Clone_is_independent()
    {
        var frontier = Forest.Frontier(11);
        var root = frontier.Root;
        var clone = frontier.Clone();
        clone.Append(Forest.Leaves[11]);
        Assert.Equal((11, root), (frontier.Size, frontier.Root));
        Assert.Equal(Forest.Mth(Forest.Leaves[..12]), clone.Root);
    }
}
