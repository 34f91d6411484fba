namespace MicroApps.Names.Tests;

/// <summary>The model inside the package, and what reads it.</summary>
public class NameModelTests
{
    private const int MaxBytes = 3 << 20;

    [Fact]
    public void Model_is_small_and_comes_back_as_it_was_written()
    {
        var bytes = Embedded();
        Assert.InRange(bytes.Length, 1, MaxBytes);
        using var copy = new MemoryStream();
        NameModel.Load(new MemoryStream(bytes)).Save(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public void Model_that_is_cut_short_or_damaged_is_refused()
    {
        var bytes = Embedded();
        foreach (var length in new[] { 0, 1, 100, bytes.Length / 2, bytes.Length - 1 })
            Assert.Throws<InvalidDataException>(() => NameModel.Load(new MemoryStream(bytes[..length])));
        Assert.Throws<InvalidDataException>(() => NameModel.Load(new MemoryStream(new byte[4096])));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    [InlineData(4, 2)]
    [InlineData(4, 4)]
    public void Model_whose_word_lists_are_no_table_is_refused(int fingerprints, int flags)
    {
        var full = new ushort[fingerprints];
        Array.Fill(full, (ushort)1);
        using var copy = new MemoryStream();
        new NameModel(new sbyte[NameModel.Row], new short[NameModel.Tags * NameModel.Tags], new Lexicon(full, new ushort[flags])).Save(copy);
        copy.Position = 0;

        Assert.Throws<InvalidDataException>(() => NameModel.Load(copy));
    }

    private static byte[] Embedded()
    {
        using var stream = typeof(NameRecognizer).Assembly.GetManifestResourceStream("names.model")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
