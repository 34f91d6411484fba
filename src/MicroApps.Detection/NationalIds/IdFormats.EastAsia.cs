using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> EastAsia()
    {
        yield return new(Pii("CN_RESIDENT_ID", "ID_CN"), "99999999999999999X", IsResidentId, Rare, new("resident id", "identity card", "身份证", "公民身份", "id card", "chinese id", "chinese", "identity number", "ric", "居民"));
        yield return new(Pii("TW_NATIONAL_ID", "ID_TW"), "A999999999", IsTaiwaneseId, Likely, new("national id", "taiwan", "taiwanese", "身分證", "統一證號", "id card", "身份證"));
        var (hongKong, hongKongWords) = (Pii("HK_ID", "HKID"), new ContextWords("hkid", "hong kong", "identity card", "身份證", "身份证", "hk id", "hk identity"));
        yield return new(hongKong, "A999999X", IsHongKongId, Checked, hongKongWords);
        yield return new(hongKong, "AA999999X", IsHongKongId, 0.4, hongKongWords);

        yield return new(Pii("JP_MY_NUMBER", "MY_NUMBER"), "999999999999", IsMyNumber, Checked, new("my number", "individual number", "mynumber", "japanese", "マイナンバー", "個人番号"));
        yield return new(Pii("JP_CORPORATE_NUMBER", "CORPORATE_NUMBER"), "9999999999999", IsCorporateNumber, 0.2, new("corporate number", "houjin", "hojin", "japanese company", "japanese corporate", "法人番号"));
        yield return new(Pii("JP_PASSPORT", "PASSPORT_JP"), "AA9999999", null, Shape, new("japanese passport", "passport", "旅券", "パスポート"), 0.6);
        foreach (var format in Korea())
            yield return format;
    }

    private static IEnumerable<IdFormat> Korea()
    {
        var (resident, residentWords) = (Pii("KR_RRN", "RRN"), new ContextWords("rrn", "resident registration", "korean id", "korean resident", "resident number", "주민등록", "주민번호"));
        yield return new(resident, "9999999999999", id => IsKoreanId(id, "12349") && KoreanCheck(id, 11) == Digit(id[12]), Likely, residentWords) { Layouts = "13|6-7" };
        yield return new(resident, "9999999999999", id => IsKoreanId(id, "12349"), Shape, residentWords, 0.9);
        var (foreigner, foreignerWords) = (Pii("KR_FRN", "FRN"), new ContextWords("frn", "foreigner registration", "alien registration", "외국인등록"));
        yield return new(foreigner, "9999999999999", id => IsKoreanId(id, "5678") && KoreanCheck(id, 13) == Digit(id[12]), Likely, foreignerWords) { Layouts = "13|6-7" };
        yield return new(foreigner, "9999999999999", id => IsKoreanId(id, "5678"), Shape, foreignerWords, 0.9);
        yield return new(Pii("KR_BRN", "BRN"), "9999999999", IsKoreanBusiness, 0.35, new("brn", "business registration", "사업자등록", "사업자번호", "사업자 등록", "korea"));
        var (passport, passportWords) = (Pii("KR_PASSPORT", "PASSPORT_KR"), new ContextWords("korean passport", "passport", "여권"));
        yield return new(passport, "A999A9999", IsKoreanPassport, 0.36, passportWords, 0.9, true);
        yield return new(passport, "A99999999", IsKoreanPassport, 0.36, passportWords, 0.8, true);
        yield return new(Pii("KR_DRIVER_LICENSE", "DRIVER_LICENSE_KR"), "999999999999", id => Two(id, 0) is >= 11 and <= 28, Shape, new("driver license", "driver's license", "drivers license", "driving licence", "driving license", "korean driver", "운전면허"), 0.8);
    }

    // GB 11643-1999: province, date of birth, ISO/IEC 7064 MOD 11-2.
    private static bool IsResidentId(ReadOnlySpan<char> id) =>
        Two(id, 0) is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82 or 91
        && Two(id, 6) is >= 18 and <= 21 && IsDate(Two(id, 10), Two(id, 12), (Two(id, 6) * 100) + Two(id, 8))
        && "10X98765432"[WeightedSum(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] == id[17];

    // The first letter counts as two digits, in an order that history made.
    private static bool IsTaiwaneseId(ReadOnlySpan<char> id)
    {
        if (id[1] is not ('1' or '2' or '8' or '9'))
            return false;
        var letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".IndexOf(id[0], StringComparison.Ordinal) + 10;
        return ((letter / 10) + (letter % 10 * 9) + WeightedSum(id[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }

    // Immigration Department: a missing first letter counts as 36, A as 10; modulo 11 with A for ten.
    private static bool IsHongKongId(ReadOnlySpan<char> id)
    {
        var sum = id.Length == 8 ? 36 * 9 : 0;
        for (var i = 0; i < id.Length - 1; i++)
            sum += Value36(id[i]) * (id.Length - i);
        return "0123456789A"[(11 - (sum % 11)) % 11] == id[^1];
    }

    // Ordinance 85 of 2014 of the Ministry of Internal Affairs: weights from the right 2 to 7, then again.
    private static bool IsMyNumber(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && Modulo11Check(WeightedSum(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) == Digit(id[11]);

    // National Tax Agency: the first digit checks the others modulo 9.
    private static bool IsCorporateNumber(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && 9 - (WeightedSum(id[1..], [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9) == Digit(id[0]);

    // Date of birth, century and sex, and the place of registration, which numbers given since October 2020 have no more.
    private static bool IsKoreanId(ReadOnlySpan<char> id, string centuries) =>
        centuries.Contains(id[6]) && IsDate(Two(id, 2), Two(id, 4)) && (id[6] != '9' || Two(id, 7) <= 96);

    private static int KoreanCheck(ReadOnlySpan<char> id, int from) =>
        (from - (WeightedSum(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10;

    private static bool IsKoreanBusiness(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && Two(id, 0) >= 10
        && (10 - ((WeightedSum(id, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + (Digit(id[8]) * 5 / 10)) % 10)) % 10 == Digit(id[9]);

    private static bool IsKoreanPassport(ReadOnlySpan<char> id) => "MSROD".Contains(id[0]);
}
