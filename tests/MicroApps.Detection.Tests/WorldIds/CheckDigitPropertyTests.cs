using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Detection.Tests.WorldIds;

/// <summary>What check digits are for: one of ten fits, and every change of a digit shows.</summary>
public class CheckDigitPropertyTests
{
    // Type, word, digits before the free ones, how many are free, digits behind them, how many check digits.
    public static TheoryData<string, string, string, int, string, int> Schemes => new()
    {
        { "CA_SIN", "SIN", "1", 7, "", 1 },
        { "BR_CPF", "CPF", "", 9, "", 2 },
        { "BR_CNPJ", "CNPJ", "", 8, "0001", 2 },
        { "PE_RUC", "RUC", "20", 8, "", 1 },
        { "CO_NIT", "NIT", "8", 8, "", 1 },
        { "EC_CI", "cedula", "171", 6, "", 1 },
        { "NG_NIN", "NIN", "5", 9, "", 1 },
        { "IN_AADHAAR", "Aadhaar", "3", 10, "", 1 },
        { "KR_BRN", "BRN", "10", 7, "", 1 },
        { "JP_MY_NUMBER", "my number", "1", 10, "", 1 },
        { "TH_TNIN", "Thai ID", "3", 11, "", 1 },
        { "AU_ACN", "ACN", "6", 7, "", 1 },
        { "ZA_ID_NUMBER", "South African ID", "800101", 4, "08", 1 },
        { "CN_RESIDENT_ID", "resident id", "11010519491231", 3, "", 1 },
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    [Trait("Spec", "RED-1")]
    public void Scan_generated_number_has_exactly_one_check(string type, string word, string head, int free, string tail, int checks)
    {
        // Ten is written X in China, which no digit is.
        var fewest = type == "CN_RESIDENT_ID" ? 0 : 1;
        var bodies = Gen.Choose(0, 9).ArrayOf(free).Select(d => head + string.Concat(d) + tail).Where(b => b.Distinct().Count() > 1).ToArbitrary();
        Prop.ForAll(bodies, body => Checks(checks).Count(c => Texts.Find(type, $"{word}: {body}{c}").Count == 1) is var valid && valid >= fewest && valid <= 1)
            .QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Checks(int digits) =>
        Enumerable.Range(0, digits == 1 ? 10 : 100).Select(c => c.ToString($"D{digits}", CultureInfo.InvariantCulture));

    // Schemes whose weights share a factor with their modulus, or that fold ten into another digit, see less and are not here.
    [Theory]
    [InlineData("CA_SIN", "SIN", "130692544")]
    [InlineData("AR_CUIT", "CUIT", "20055361682")]
    [InlineData("CL_RUT", "RUT", "125319092")]
    [InlineData("PE_RUC", "RUC", "20512333797")]
    [InlineData("EC_CI", "cedula", "1714307103")]
    [InlineData("ZA_ID_NUMBER", "South African ID", "8001015009087")]
    [InlineData("IN_AADHAAR", "Aadhaar", "234123412346")]
    [InlineData("CN_RESIDENT_ID", "resident id", "11010519491231002X")]
    [InlineData("KR_BRN", "BRN", "1048656659")]
    [InlineData("JP_MY_NUMBER", "my number", "123456789018")]
    [InlineData("AU_ABN", "ABN", "51824753556")]
    [InlineData("IMEI", "IMEI", "490154203237518")]
    [Trait("Spec", "RED-1")]
    public void Scan_number_with_one_digit_changed_is_not_found(string type, string word, string number)
    {
        var changed = from at in Enumerable.Range(0, number.Length)
                      from digit in "0123456789"
                      where digit != number[at]
                      select $"{number[..at]}{digit}{number[(at + 1)..]}";
        Assert.All(changed, n => Assert.Empty(Texts.Find(type, $"{word}: {n}")));
    }
}
