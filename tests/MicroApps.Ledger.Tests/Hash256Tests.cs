namespace MicroApps.Ledger.Tests;

public class Hash256Tests
{
    // FIPS 180-4 example: SHA-256("abc").
    private const string AbcHex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static readonly Hash256 Abc = Hash256.Sha256("abc"u8);

    [Fact]
    public void Sha256_known_answer() => Assert.Equal(AbcHex, Abc.ToString());

    [Fact]
    public void Parse_reads_back_both_cases()
    {
        Assert.Equal(Abc, Hash256.Parse(AbcHex));
        Assert.Equal(Abc, Hash256.Parse(AbcHex.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba")]
    [InlineData(AbcHex + "00")]
    [InlineData("zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(" a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Parse_anything_but_64_digits_refused(string hex)
    {
        Assert.False(Hash256.TryParse(hex, out var hash));
        Assert.Equal(default, hash);
        Assert.Throws<FormatException>(() => Hash256.Parse(hex));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void FromBytes_wrong_length_refused(int length)
    {
        var error = Assert.Throws<ArgumentException>(() => Hash256.FromBytes(new byte[length]));
        Assert.Contains($"{length} were given", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_round_trip()
    {
        Assert.Equal(Hash256.Size, Abc.Bytes.Length);
        Assert.Equal(Abc, Hash256.FromBytes(Abc.Bytes));
        Assert.Equal(Convert.FromHexString(AbcHex), Abc.ToArray());
        Assert.Throws<ArgumentException>(() => Abc.CopyTo(new byte[31]));
    }

    [Fact]
    public void Base64_round_trip()
    {
        Assert.Equal(Convert.ToBase64String(Abc.ToArray()), Abc.ToBase64());
        Assert.True(Hash256.TryParseBase64(Abc.ToBase64(), out var hash));
        Assert.Equal(Abc, hash);
    }

    [Fact]
    public void TryParseBase64_second_spelling_of_a_hash_refused()
    {
        var text = Abc.ToBase64();                                  // ends in "0=": two spare bits
        Assert.EndsWith("0=", text, StringComparison.Ordinal);
        Assert.False(Hash256.TryParseBase64(text.Replace("0=", "1=", StringComparison.Ordinal), out _));
        Assert.False(Hash256.TryParseBase64(text[..20] + "\n" + text[20..^1], out _));
        Assert.False(Hash256.TryParseBase64(text + "\n", out _));
        Assert.False(Hash256.TryParseBase64(text.AsSpan(0, text.Length - 1), out _));
        Assert.False(Hash256.TryParseBase64("!" + text[1..], out _));
    }

    [Fact]
    public void Equality_follows_every_byte()
    {
        for (var i = 0; i < Hash256.Size; i++)
        {
            var bytes = Abc.ToArray();
            bytes[i] ^= 1;
            var other = Hash256.FromBytes(bytes);
            Assert.True(Abc != other);
            Assert.False(Abc.Equals((object)other));
        }
        Assert.True(Abc == Hash256.Parse(AbcHex));
        Assert.Equal(Abc.GetHashCode(), Hash256.Parse(AbcHex).GetHashCode());
    }
}
