namespace MicroApps.Detection.Tests.WorldIds;

/// <summary>Numbers that authorities print as examples, or that anybody can compute from the published scheme.</summary>
public class PublishedNumberTests
{
    public static TheoryData<string, string, string> Numbers => new()
    {
        { "US_ITIN", "ITIN", "912-70-1234" },
        { "US_EIN", "EIN", "91-1144442" },
        { "US_NPI", "NPI", "1234567893" },
        { "US_MBI", "Medicare", "1EG4-TE5-MK73" },
        { "MEDICAL_LICENSE", "DEA", "BB1388568" },
        { "ABA_ROUTING_NUMBER", "routing number", "111000025" },
        { "US_PASSPORT", "passport", "912803456" },
        { "CA_PASSPORT", "Canadian passport", "GA302922" },
        { "UK_NINO", "NINO", "AB123456C" },
        { "UK_UTR", "UTR", "1955839661" },
        { "UK_DRIVING_LICENCE", "driving licence", "MORGA657054SM9IJ" },
        { "DE_ID_CARD", "Personalausweis", "T220001293" },
        { "DE_PASSPORT", "Reisepass", "C01X00T478" },
        { "DE_LANR", "LANR", "123456601" },
        { "DE_BSNR", "BSNR", "021234568" },
        { "DE_TAX_NUMBER", "Steuernummer", "181/815/08155" },
        { "DE_PLZ", "PLZ", "10117" },
        { "FR_SIREN", "SIREN", "732 829 320" },
        { "ES_PASSPORT", "pasaporte", "AAA123456" },
        { "IT_DRIVER_LICENSE", "patente", "AA0123456B" },
        { "IT_IDENTITY_CARD", "carta d'identità", "CA00000AA" },
        { "IT_PASSPORT", "passaporto", "YA0000001" },
        { "HU_TAJ", "TAJ", "111 111 110" },
        { "HU_TAX_ID", "adóazonosító", "8071592153" },
        { "GR_AFM", "ΑΦΜ", "094259216" },
        { "UA_RNTRC", "РНОКПП", "1759013776" },
        { "UY_CI", "cédula", "1.234.567-2" },
        { "NG_NIN", "NIN", "12345678902" },
        { "EG_NATIONAL_ID", "national ID", "29001011234567" },
        { "JP_PASSPORT", "passport", "TR1234567" },
        { "KR_FRN", "외국인등록번호", "971013-5019902" },
        { "AE_EMIRATES_ID", "Emirates ID", "784-1979-1234567-1" },
        { "SA_NATIONAL_ID", "Iqama", "1058321876" },
        { "AU_PASSPORT", "Australian passport", "N1234567" },
        { "CA_SIN", "SIN", "130692544" },
        { "CA_BN", "business number", "123026635RC0001" },
        { "MX_RFC", "RFC", "GODE561231GR8" },
        { "MX_CURP", "CURP", "BOXW310820HNERXN09" },
        { "BR_CPF", "CPF", "390.533.447-05" },
        { "BR_CNPJ", "CNPJ", "12.ABC.345/01DE-35" },
        { "AR_CUIT", "CUIT", "20-05536168-2" },
        { "AR_DNI", "DNI", "20.123.456" },
        { "CL_RUT", "RUT", "12.531.909-2" },
        { "CO_NIT", "NIT", "213.123.432-1" },
        { "PE_RUC", "RUC", "20512333797" },
        { "UY_RUT", "RUT", "21-100342-001-7" },
        { "EC_CI", "cédula", "171430710-3" },
        { "EC_RUC", "RUC", "1714307103001" },
        { "VE_RIF", "RIF", "V-11470283-4" },
        { "ZA_ID_NUMBER", "South African ID", "8001015009087" },
        { "NG_VEHICLE_REGISTRATION", "plate", "ABJ-001AA" },
        { "IN_AADHAAR", "Aadhaar", "2341 2341 2346" },
        { "IN_PAN", "PAN", "ABCPE1234F" },
        { "IN_GSTIN", "GSTIN", "27AAPFU0939F1ZV" },
        { "IN_VEHICLE_REGISTRATION", "vehicle", "KA 53 ME 3456" },
        { "IN_PASSPORT", "passport", "J6932157" },
        { "IN_VOTER", "voter", "KSD1287349" },
        { "PK_CNIC", "CNIC", "34201-0891231-8" },
        { "CN_RESIDENT_ID", "身份证", "11010519491231002X" },
        { "HK_ID", "HKID", "A1234563" },
        { "TW_NATIONAL_ID", "national ID", "A123456789" },
        { "KR_RRN", "주민등록번호", "971013-9019902" },
        { "KR_BRN", "사업자등록번호", "104-86-56659" },
        { "KR_PASSPORT", "passport", "M12345678" },
        { "KR_DRIVER_LICENSE", "운전면허", "11-22-123456-12" },
        { "JP_MY_NUMBER", "マイナンバー", "1234 5678 9018" },
        { "JP_CORPORATE_NUMBER", "法人番号", "5-8356-7825-6246" },
        { "TH_TNIN", "Thai ID", "1-2345-45678-78-1" },
        { "SG_NRIC_FIN", "NRIC", "S1234567D" },
        { "SG_UEN", "UEN", "00192200M" },
        { "SG_UEN", "UEN", "197401143C" },
        { "SG_UEN", "UEN", "T01FC6132D" },
        { "MY_NRIC", "MyKad", "770305-02-1234" },
        { "ID_NIK", "NIK", "3171011708450001" },
        { "PH_TIN", "TIN", "123-456-782" },
        { "AU_ABN", "ABN", "51 824 753 556" },
        { "AU_ACN", "ACN", "004 085 616" },
        { "AU_TFN", "TFN", "123 456 782" },
        { "AU_MEDICARE", "Medicare", "2123 45670 1" },
        { "NZ_IRD", "IRD", "49-091-850" },
        { "NZ_NHI", "NHI", "ZBN77VL" },
        { "NZ_NHI", "NHI", "JBX3656" },
        { "IL_IDNR", "teudat zehut", "3933742-3" },
        { "IMEI", "IMEI", "49-015420-323751-8" },
        { "MEDICAL_RECORD_NUMBER", "patient", "MRN-163868" },
        { "MEDICAL_RECORD_NUMBER", "medical record no.", "4309634" },
        { "US_DRIVER_LICENSE", "driver's license", "A5631933" },
        { "US_BANK_NUMBER", "bank account", "945456787654" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    [Trait("Spec", "RED-1")]
    public void Scan_number_near_its_word_is_found(string type, string word, string number) =>
        Assert.Equal([number], Texts.Find(type, $"The {word} on file is {number}, please check."));

    [Theory]
    [MemberData(nameof(Numbers))]
    [Trait("Spec", "RED-1")]
    public void Scan_number_inside_a_longer_word_is_not_found(string type, string word, string number) =>
        Assert.Empty(Texts.Find(type, $"{word} x{number}y9"));

    [Theory]
    [InlineData("CA_SIN", "SIN", "823456785")]
    [InlineData("BR_CPF", "CPF", "231.002.999-00")]
    [InlineData("MX_CURP", "CURP", "BOXW310820HNERXN08")]
    [InlineData("MX_RFC", "RFC", "CCM 650122 I06")]
    [InlineData("CL_RUT", "RUT", "12.531.909-3")]
    [InlineData("IN_AADHAAR", "Aadhaar", "1234 5678 9012")]
    [InlineData("IN_PAN", "PAN", "ABMXA3211G")]
    [InlineData("IN_GSTIN", "GSTIN", "00ABCDE1234F1Z5")]
    [InlineData("KR_RRN", "RRN", "0013321234567")]
    [InlineData("KR_DRIVER_LICENSE", "driver license", "11-22-12345-12")]
    [InlineData("KR_PASSPORT", "passport", "M123-A4567")]
    [InlineData("PH_TIN", "TIN", "600-000-000")]
    [InlineData("PK_CNIC", "CNIC", "94201-0891231-8")]
    [InlineData("MY_NRIC", "MyKad", "890131-17-1224")]
    [InlineData("TH_TNIN", "Thai ID", "0234567890124")]
    [InlineData("SG_UEN", "UEN", "T99LL6789H")]
    [InlineData("AU_ABN", "ABN", "00000000560")]
    [InlineData("NZ_IRD", "IRD", "150000001")]
    [InlineData("CN_RESIDENT_ID", "身份证", "110105194902310026")]
    [InlineData("AU_MEDICARE", "Medicare", "1123456701")]
    [Trait("Spec", "RED-1")]
    public void Scan_number_that_the_scheme_refuses_is_not_found(string type, string word, string number) =>
        Assert.Empty(Texts.Find(type, $"The {word} on file is {number}, please check."));

    [Theory]
    [InlineData("KR_RRN", "주민등록번호는 971013-9019902입니다", "971013-9019902")]
    [InlineData("CN_RESIDENT_ID", "身份证号码11010519491231002X。", "11010519491231002X")]
    [InlineData("IL_IDNR", "applicant=4412 teudat_zehut=3933742-3 result=ok", "3933742-3")]
    [InlineData("AU_TFN", "{\"taxFile\": \"123456782\"}", "123456782")]
    [Trait("Spec", "RED-1")]
    public void Scan_number_in_other_scripts_and_field_names_is_found(string type, string text, string number) =>
        Assert.Equal([number], Texts.Find(type, text));
}
