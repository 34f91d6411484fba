using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> UnitedKingdom()
    {
        yield return new(Pii("UK_NHS", "NHS"), "9999999999", IsNhs, 0.35, new("nhs", "national health", "health services authority", "patient number"));
        yield return new(Pii("UK_NINO", "NINO"), "AA999999A", IsNino, 0.7, new("nino", "national insurance", "insurance number", "ni number"));
        yield return new(Pii("UK_UTR", "UTR"), "9999999999", IsUtr, 0.25, new("utr", "taxpayer reference", "unique taxpayer", "self assessment", "hmrc"));
        yield return new(Pii("UK_DRIVING_LICENCE", "DRIVING_LICENCE"), "XXXXX999999XX9AA", IsDriver, Likely, new("driving licence", "driver licence", "driving license", "licence number", "dvla"));
    }

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
