using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> UnitedKingdom()
    {
        yield return new(Pii("UK_NHS", "NHS"), "9999999999", IsNhs, 0.35, new("nhs", "national health", "health services authority", "patient number", "health service number", "nhs no"));
        yield return new(Pii("UK_NINO", "NINO"), "AA999999A", IsNino, 0.7, new("nino", "national insurance", "insurance number", "ni number", "ni no", "nat ins")) { Layouts = "9|2 2 2 2 1|2-2-2-2-1|8 1|2 6 1|2 7|2 6-1|2-6-1|8-1" };
        yield return new(Pii("UK_UTR", "UTR"), "9999999999", IsUtr, 0.25, new("utr", "taxpayer reference", "unique taxpayer", "self assessment", "hmrc", "uk tax", "tax reference"));
        yield return new(Pii("UK_DRIVING_LICENCE", "DRIVING_LICENCE"), "XXXXX999999XX9AA", IsDriver, Likely, new("driving licence", "driver licence", "driving license", "licence number", "dvla", "drivers licence", "driver's licence", "driving licence number", "uk licence"));
        var (code, codeWords) = (Pii("UK_POSTCODE", "POSTCODE"), new ContextWords("postcode", "post code", "postal code", "address", "uk ", "london", "post-code", "zip"));
        foreach (var shape in new[] { "A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA" })
            yield return new(code, shape, IsPostcode, 0.35, codeWords, 0.8) { Capitals = true };
        var (plate, plateWords) = (Pii("UK_VEHICLE_REGISTRATION", "PLATE_UK"), new ContextWords("vehicle", "registration", "number plate", "licence plate", "license plate", "reg no", "reg number", "reg plate", "dvla", "vrm", "car reg", "my car", "plate"));
        foreach (var shape in new[] { "AA99AAA", "A999AAA", "AAA999A", "AAA9A" })
            yield return new(plate, shape, IsPlate, 0.3, plateWords, 0.8) { Capitals = true };
    }

    // DVLA INF104: the age of the present format, and letters that marks before it did not use.
    private static bool IsPlate(ReadOnlySpan<char> id)
    {
        if (HasAny(id, "IQ"))
            return false;
        if (char.IsAsciiDigit(id[2]) && char.IsAsciiLetterUpper(id[1]))
            return Two(id, 2) is (>= 2 and <= 29) or (>= 51 and <= 79);
        return !HasAny(char.IsAsciiDigit(id[1]) ? id[..1] : id[^1..], "OUZ");
    }

    // Royal Mail: the inward part never holds C, I, K, M, O or V.
    private static bool IsPostcode(ReadOnlySpan<char> id) => !HasAny(id[^2..], "CIKMOV") && !HasAny(id[..1], "QVX");

    // NHS Data Dictionary: weights 10 to 2, modulo 11.
    private static bool IsNhs(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && (11 - (WeightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == Digit(id[9]);

    // HMRC, National Insurance Manual 39110: letters that are not used, prefixes that are not allocated.
    private static bool IsNino(ReadOnlySpan<char> id) =>
        !HasAny(id[..2], "DFIQUV") && id[1] != 'O' && id[8] is >= 'A' and <= 'D' && id[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ");

    private static bool IsUtr(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && "21987654321"[WeightedSum(id[1..], [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == id[0];

    // DVLA: five of the surname padded with 9, the date of birth around the decade, months of women plus 50.
    private static bool IsDriver(ReadOnlySpan<char> id)
    {
        if (!char.IsAsciiLetterUpper(id[0]) || id[..5].TrimEnd('9').ContainsAnyInRange('0', '9'))
            return false;
        var month = Two(id, 6);
        return IsDate(month > 50 ? month - 50 : month, Two(id, 8));
    }
}
