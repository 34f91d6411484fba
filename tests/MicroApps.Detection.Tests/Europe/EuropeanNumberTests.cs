using MicroApps.Detection.Tests.WorldIds;

namespace MicroApps.Detection.Tests.Europe;

/// <summary>Examples of the identifiers of Europe, and what their schemes refuse.</summary>
[Trait("Spec", "RED-1")]
public class EuropeanNumberTests
{
    // The last column tells whether each change of one digit is refused.
    public static TheoryData<string, string, string, bool> Numbers => new()
    {
        { "DE_TAX_ID", "Steuer-ID", "36574261809", true },
        { "DE_SOCIAL_SECURITY", "Rentenversicherungsnummer", "15070649C103", false },
        { "DE_HEALTH_INSURANCE", "KVNR", "A000500015", true },
        { "DE_VAT_ID", "USt-ID", "DE136695976", true },
        { "AT_SVNR", "SVNR", "1237 010180", false },
        { "CH_AHV", "AHV", "756.9217.0769.85", true },
        { "CH_UID", "UID", "CHE-100.155.212", true },
        { "DK_CPR", "CPR", "211062-5629", false },
        { "NO_FODSELSNUMMER", "fødselsnummer", "151086 95088", true },
        { "SE_PERSONNUMMER", "personnummer", "880320-0016", true },
        { "SE_ORGANISATIONSNUMMER", "organisationsnummer", "556703-7485", true },
        { "FI_PERSONAL_IDENTITY_CODE", "hetu", "131052-308T", true },
        { "FI_PERSONAL_IDENTITY_CODE", "hetu", "020594X903P", true },
        { "IS_KENNITALA", "kennitala", "120174-3399", false },
        { "EE_IK", "isikukood", "36805280109", false },
        { "LT_ASMENS", "asmens kodas", "33309240064", false },
        { "LV_PK", "personas kods", "161175-19997", false },
        { "IE_PPS", "PPS", "6433435F", true },
        { "FR_NIR", "NIR", "2 55 08 14 168 025 38", true },
        { "FR_NIR", "NIR", "253072A07300443", true },
        { "FR_SIRET", "SIRET", "732 829 320 00074", true },
        { "BE_NN", "rijksregister", "85.07.30-033 28", false },
        { "NL_BSN", "BSN", "111222333", true },
        { "LU_NIN", "matricule", "1893120105732", true },
        { "ES_NIF", "NIF", "54362315-K", true },
        { "ES_NIE", "NIE", "X-2482300W", true },
        { "ES_CIF", "CIF", "A13585625", true },
        { "PT_NIF", "NIF", "501964843", false },
        { "IT_FISCAL_CODE", "codice fiscale", "RCCMNL83S18D969H", true },
        { "IT_VAT_CODE", "partita IVA", "00743110157", true },
        { "PL_PESEL", "PESEL", "44051401359", true },
        { "PL_NIP", "NIP", "856-734-62-15", true },
        { "PL_REGON", "REGON", "192598184", false },
        { "CZ_RC", "rodné číslo", "710319/2745", true },
        { "RO_CNP", "CNP", "1630615123457", false },
        { "BG_EGN", "EGN", "7523169263", false },
        { "GR_AMKA", "AMKA", "01013099997", true },
        { "SI_EMSO", "EMŠO", "0101006500006", true },
        { "HR_OIB", "OIB", "33392005961", true },
        { "TR_NATIONAL_ID", "TCKN", "17291716060", true },
        { "RU_INN", "ИНН", "7707083893", false },
        { "RU_SNILS", "СНИЛС", "112-233-445 95", false },
        { "VAT_ID", "VAT", "PL 8567346215", true },
        { "VAT_ID", "VAT", "CY-10259033P", false },
        { "VAT_ID", "VAT", "FR 40303265045", true },
        { "UK_NHS", "NHS", "943-476-5870", true },
        { "UK_POSTCODE", "postcode", "SW1A 1AA", false },
        { "UK_VEHICLE_REGISTRATION", "number plate", "AB51 DEF", false },
        { "TR_LICENSE_PLATE", "plaka", "34 ABC 123", false },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Scan_number_near_its_word_is_found(string type, string word, string number, bool seesEachChange)
    {
        Assert.Equal([number], Texts.Find(type, $"The {word} on file is {number}, please check."));
        if (seesEachChange)
            Assert.All(Changes(number), changed => Assert.DoesNotContain(changed, Texts.Find(type, $"The {word} on file is {changed}, please check.")));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Scan_number_inside_a_longer_word_is_not_found(string type, string word, string number, bool seesEachChange) =>
        Assert.Equal((0, seesEachChange), (Texts.Find(type, $"{word} x{number}y9").Count, seesEachChange));

    [Theory]
    [InlineData("FI_PERSONAL_IDENTITY_CODE", "hetu", "131052-000V")]
    [InlineData("IT_FISCAL_CODE", "codice fiscale", "CNTCHR83T32D969H")]
    [InlineData("UK_VEHICLE_REGISTRATION", "number plate", "AB35 ABC")]
    [InlineData("DE_TAX_ID", "Steuer-ID", "36554266806")]
    [InlineData("ES_NIE", "NIE", "A2482300W")]
    public void Scan_number_that_the_scheme_refuses_is_not_found(string type, string word, string number) =>
        Assert.Empty(Texts.Find(type, $"The {word} on file is {number}, please check."));

    private static IEnumerable<string> Changes(string number) =>
        from place in Enumerable.Range(0, number.Length)
        where char.IsAsciiDigit(number[place])
        from digit in "0123456789"
        where digit != number[place]
        select number[..place] + digit + number[(place + 1)..];
}
