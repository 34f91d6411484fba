using MicroApps.Tests;

namespace MicroApps.Detection.Tests.WorldIds;

/// <summary>Numbers that authorities print as examples, or that anybody can compute from the published scheme.</summary>
public class PublishedNumberTests
{
    public static TheoryData<string, string, string> Numbers
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (type, word, number) in NumberExamples.World)
                data.Add(type, word, number);
            return data;
        }
    }

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
