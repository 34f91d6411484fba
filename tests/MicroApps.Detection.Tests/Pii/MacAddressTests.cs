using MicroApps.Detection.Tests.WorldIds;

namespace MicroApps.Detection.Tests.Pii;

public class MacAddressTests
{
    [Theory]
    [InlineData("01:23:45:67:89:AB")]
    [InlineData("AA-BB-CC-DD-EE-FF")]
    [InlineData("0d-B3-4a-6A-d9-cF")]
    [InlineData("0012.3456.789a")]
    [Trait("Spec", "RED-1")]
    public void Scan_address_in_each_notation_is_found(string address) =>
        Assert.Equal([address], Texts.Find("MAC_ADDRESS", $"interface {address}, up"));

    [Theory]
    [InlineData("00:00:00:00:00:00")]
    [InlineData("FF:FF:FF:FF:FF:FF")]
    [InlineData("01:23:45:67:89")]
    [InlineData("01:23:45:67:89:AB:CD")]
    [InlineData("01:23-45:67-89:AB")]
    [InlineData("x01:23:45:67:89:AB")]
    [InlineData("zz:50:99:84:a2:a0")]
    [InlineData("2026.1234.5678.9abc")]
    [Trait("Spec", "RED-1")]
    public void Scan_what_names_no_card_is_not_found(string text) => Assert.Empty(Texts.Find("MAC_ADDRESS", $"interface {text}, up"));

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_of_single_characters_finds_the_same()
    {
        const string Text = "from fd:ff:ff:84:a2:a0 to aabb.ccdd.eeff; face-off at cafe";
        var (output, findings) = Streams.Run(TextScanner.Default, Text, Enumerable.Range(0, Text.Length));
        Assert.Equal(Text, output);
        Assert.Equal(TextScanner.Default.Scan(Text), findings);
        Assert.Equal(2, findings.Count);
    }
}
