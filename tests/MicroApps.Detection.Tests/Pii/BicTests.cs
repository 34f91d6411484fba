using MicroApps.Detection.Tests.WorldIds;

namespace MicroApps.Detection.Tests.Pii;

public class BicTests
{
    [Theory]
    [InlineData("BIC SSDSKRSE", "SSDSKRSE")]
    [InlineData("{\"bic\": \"UBKLGB2LBAK\"}", "UBKLGB2LBAK")]
    [InlineData("SWIFT code: DEUTDEFF500, thanks", "DEUTDEFF500")]
    [InlineData("IBAN DE89370400440532013000 (COBADEFFXXX)", "COBADEFFXXX")]
    [InlineData("IBAN: DE89 3704 0044 0532 0130 00, COBADEFF", "COBADEFF")]
    [Trait("Spec", "RED-1")]
    public void Scan_code_behind_a_word_is_found(string text, string code) => Assert.Equal([code], Texts.Find("BIC", text));

    [Theory]
    [InlineData("The CUSTOMER sent SSDSKRSE by mistake.")]
    [InlineData("IBAN DE89370400440532013000 CUSTOMER")]
    [InlineData("BIC SSDSQQSE")]
    [InlineData("swift response times matter to EVERYBODY")]
    [InlineData("Use Swift for iOS, and nothing else.")]
    [Trait("Spec", "RED-1")]
    public void Scan_other_capitals_are_not_found(string text) => Assert.Empty(Texts.Find("BIC", text));
}
