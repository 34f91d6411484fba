using System.Security.Cryptography;

namespace MicroApps.Ledger.Tests;

[Trait("Spec", "AUD-2")]
public class MerkleHasherTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(100_000)]
    public void Leaf_any_length_is_prefixed_with_zero(int length)
    {
        var record = new byte[length];
        new Random(length).NextBytes(record);
        Assert.Equal(SHA256.HashData([0, .. record]), MerkleHasher.Leaf(record).ToArray());
    }

    [Fact]
    public void Node_is_prefixed_with_one_and_ordered()
    {
        var (a, b) = (Hash256.Sha256("a"u8), Hash256.Sha256("b"u8));
        Assert.Equal(SHA256.HashData([1, .. a.Bytes, .. b.Bytes]), MerkleHasher.Node(a, b).ToArray());
        Assert.NotEqual(MerkleHasher.Node(a, b), MerkleHasher.Node(b, a));
        Assert.NotEqual(MerkleHasher.Node(a, b), MerkleHasher.Leaf([.. a.Bytes, .. b.Bytes]));
    }
}
