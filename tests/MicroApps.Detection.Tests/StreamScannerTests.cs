namespace MicroApps.Detection.Tests;

public class StreamScannerTests
{
    private static readonly TextScanner WithoutWords = new(Options(
        EntityTypes.CreditCard, EntityTypes.IbanCode, EntityTypes.UsSsn, EntityTypes.ApiKey, EntityTypes.Jwt, EntityTypes.PrivateKey, EntityTypes.UrlCredentials));

    [Theory]
    [InlineData(" and")]
    [InlineData(". The")]
    [InlineData(" quarterly results")]
    [InlineData(", I'd say that we should")]
    [InlineData("\n\n- first: ")]
    [InlineData(" naïve 名前")]
    [InlineData("https://")]
    [Trait("Spec", "RED-3")]
    public void TryPassThrough_prose_without_word_types_passes(string chunk)
    {
        var stream = WithoutWords.CreateStream();
        Assert.True(stream.TryPassThrough("Once "));
        Assert.True(stream.TryPassThrough(chunk));
        Assert.Equal((0, 0), (stream.HeldBack, stream.Final.Length));
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void TryPassThrough_prose_allocates_nothing()
    {
        var stream = WithoutWords.CreateStream();
        for (var i = 0; i < 1000; i++)
            stream.TryPassThrough(" and");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            stream.TryPassThrough(" and");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("number 4111", 4)]
    [InlineData("a ris", 0)]
    [InlineData("a s", 1)]
    [InlineData("a sk", 2)]
    [InlineData("to DE", 2)]
    [InlineData("https://anna", 4)]
    [InlineData("Done. -----BEG", 8)]
    [Trait("Spec", "RED-3")]
    public void Append_holds_back_only_what_may_begin_a_match(string chunk, int held)
    {
        var stream = WithoutWords.CreateStream();
        Assert.Equal(held == 0, stream.TryPassThrough(chunk));
        if (held == 0)
            return;
        stream.Append(chunk);
        Assert.Equal(held, stream.HeldBack);
        Assert.Equal(chunk.AsSpan(..^held), stream.Final);
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Append_with_addresses_holds_the_last_word_until_it_ends()
    {
        var stream = new TextScanner(Options(EntityTypes.EmailAddress)).CreateStream();
        stream.Append("write to anna");
        Assert.Equal(("write to ", 4), (stream.Final.ToString(), stream.HeldBack));
        stream.Append(" and");
        Assert.Equal("write to anna ", stream.Final);
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Append_value_in_two_pieces_gives_it_with_its_finding()
    {
        var stream = TextScanner.Default.CreateStream();
        stream.Append("to anna@cont");
        stream.Consume();
        stream.Append("oso.com, ");
        Assert.Equal("anna@contoso.com, ", stream.Final);
        Assert.Equal((0, 16), (stream.Findings[0].Start, stream.Findings[0].Length));
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void TryPassThrough_refused_chunk_leaves_the_stream_as_it_was()
    {
        var stream = TextScanner.Default.CreateStream();
        Assert.False(stream.TryPassThrough("anna@contoso.com "));
        Assert.Equal((0, 0, 0), (stream.HeldBack, stream.Final.Length, stream.Findings.Count));
    }

    [Theory]
    [InlineData("aaaaaaaa")]
    [InlineData("11111111")]
    [InlineData("sk-aaaaa")]
    [InlineData("eyJhbGci")]
    [Trait("Spec", "RED-3")]
    public void Append_without_end_holds_back_a_bounded_length(string unit)
    {
        var stream = TextScanner.Default.CreateStream();
        var most = 0;
        for (var i = 0; i < 10_000; i++)
        {
            stream.Append(unit);
            stream.Consume();
            most = Math.Max(most, stream.HeldBack);
        }

        Assert.InRange(most, 0, 18 * 1024);
    }

    [Fact]
    public void Append_after_Complete_throws()
    {
        var stream = TextScanner.Default.CreateStream();
        stream.Complete();
        stream.Complete();
        Assert.Throws<InvalidOperationException>(() => stream.Append("a"));
        Assert.Throws<InvalidOperationException>(() => stream.TryPassThrough("a"));
    }

    private static TextScannerOptions Options(params EntityType[] types)
    {
        var options = new TextScannerOptions();
        options.Types.IntersectWith(types);
        return options;
    }
}
