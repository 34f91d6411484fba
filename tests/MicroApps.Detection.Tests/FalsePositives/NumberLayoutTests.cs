using MicroApps.Detection.Tests.WorldIds;

namespace MicroApps.Detection.Tests.FalsePositives;

/// <summary>Tables, coordinates, dates and hashes hold runs of digits that pass some check: what they look like keeps them out.</summary>
[Trait("Spec", "RED-1")]
public class NumberLayoutTests
{
    [Theory]
    [InlineData("KR_RRN", "9 10 11 12 13 14 15      16 17 18")]
    [InlineData("FR_NIR", "12122 12177 \n 12231 12286 12341 12396")]
    [InlineData("EG_NATIONAL_ID", "106.152 350.1 101.152 350.1 DL")]
    [InlineData("FI_PERSONAL_IDENTITY_CODE", "DL 120 669.2 116 669.2 DL")]
    [InlineData("CL_RUT", "make run\n2016-11-08 Jim; rut 2001-2013")]
    [InlineData("MX_RFC", "Sat, cvs20071027-1 unstable")]
    [InlineData("IN_PAN", "[`dedfb1156a`] in code")]
    [InlineData("UK_NINO", "see SP800-131A and pr66199-1.C")]
    [InlineData("ES_CIF", "27°S 152.48222°E, \\U0001049f-\\U00010565")]
    [InlineData("UK_POSTCODE", "address: \\u05db, t91xx, i386pe")]
    [InlineData("TR_LICENSE_PLATE", "template, (21 Mar 2019), plate number 07 Jan 2021")]
    [InlineData("MEDICAL_RECORD_NUMBER", "1995-1996 mrn")]
    [InlineData("CREDIT_CARD", "https://example.com/testcase-detail/5390364397928448 and 3208 3848 4488 5128 5768 6408")]
    [InlineData("CREDIT_CARD", "4828147466240000*t**12")]
    [InlineData("PHONE_NUMBER", "[1 0 0 -1 0 404.359985] Tm, Decimal('+35236450.6')")]
    [InlineData("PHONE_NUMBER", "12 24 48 96 192 384 768 1536 3072")]
    [InlineData("PHONE_NUMBER", "call failed: Error(-9876543), HTTP 100-199, pages 377-383(1968")]
    [InlineData("IP_ADDRESS", "Guile 3.0.5.130-5a1e7, rows[0::2], args[::2]")]
    [InlineData("IP_ADDRESS", "Standards updated to 2.4.0.0")]
    public void Scan_what_only_looks_like_a_number_is_not_found(string type, string text) => Assert.Empty(Texts.Find(type, text));

    [Theory]
    [InlineData("US_SSN", "Use 999-01-6119 for it", "999-01-6119")]
    [InlineData("MEDICAL_RECORD_NUMBER", "Date\\tMRN\\n1981\\tMRN-655816\\n", "MRN-655816")]
    [InlineData("SE_PERSONNUMMER", "personnummer: 880320-0016", "880320-0016")]
    [InlineData("DE_KFZ", "Kennzeichen M-XY 999 und HH AB 1234E", "M-XY 999", "HH AB 1234E")]
    [InlineData("IP_ADDRESS", "http://[::1]/ and 10.0.0.1-10.0.0.9", "::1", "10.0.0.1", "10.0.0.9")]
    [InlineData("CREDIT_CARD", "4111 1111 1111 1111", "4111 1111 1111 1111")]
    [InlineData("PHONE_NUMBER", "My CN number is 13812345678", "13812345678")]
    public void Scan_what_people_write_is_found(string type, string text, params string[] found) => Assert.Equal(found, Texts.Find(type, text));
}
