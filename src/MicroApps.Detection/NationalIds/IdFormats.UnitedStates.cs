using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> UnitedStates()
    {
        yield return new(Pii("US_ITIN", "ITIN"), "999999999", IsItin, 0.35, new("itin", "individual taxpayer", "tax id", "taxpayer id", "taxpayer identification", "irs", "tax number", "tin"));
        yield return new(Pii("US_EIN", "EIN"), "999999999", IsEin, Shape, new("ein", "employer identification", "employer id", "fein", "federal tax id", "federal tax", "federal employer", "tax id"));
        var (npi, npiWords) = (Pii("US_NPI", "NPI"), new ContextWords("npi", "national provider", "provider id", "provider number", "provider identifier", "nppes", "prescriber id"));
        yield return new(npi, "9999999999", IsNpi, 0.35, npiWords);
        yield return new(npi, "9999999999", null, Shape, npiWords, 0.6);
        yield return new(Pii("US_MBI", "MBI"), "9AX9AX9AA99", IsMbi, Rare, new("mbi", "medicare", "beneficiary", "cms"));
        var (license, licenseWords) = (Pii("MEDICAL_LICENSE", "MEDICAL_LICENSE"), new ContextWords("dea", "medical license", "medical licence", "medical certificate", "prescriber", "certificate number"));
        yield return new(license, "AA9999999", IsDea, Likely, licenseWords) { Layouts = "9|2 7|2-7" };
        yield return new(license, "A99999999", IsDea, Shape, licenseWords);
        yield return new(Pii("ABA_ROUTING_NUMBER", "ROUTING"), "999999999", IsAba, 0.35, new("aba", "routing", "rtn", "transit number", "bank", "wire", "ach", "aba rtn", "aba number"));
        var passport = new ContextWords("passport", "travel document", "passport#", "travel");
        var passportType = Pii("US_PASSPORT", "PASSPORT");
        yield return new(passportType, "A99999999", null, 0.26, new("us passport", "united states passport", "american passport", "passport", "travel document", "travel"), 0.6, true);
        yield return new(passportType, "999999999", null, 0.05, passport, 0.6);
    }

    // IRS Publication 1915: 9xx, and the group in 50-65, 70-88, 90-92, 94-99.
    private static bool IsItin(ReadOnlySpan<char> id) =>
        id[0] == '9' && Two(id, 3) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);

    // IRS: campus prefixes that were never assigned are left out.
    private static bool IsEin(ReadOnlySpan<char> id) => !IsRepdigit(id) && Two(id, 0) is not (0 or 7 or 8 or 9 or 17 or 18 or 19 or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97);

    // CMS: ISO/IEC 7812 with the prefix 80840, whose share of the Luhn sum is 24.
    private static bool IsNpi(ReadOnlySpan<char> id)
    {
        if (id[0] is not ('1' or '2'))
            return false;
        Span<char> full = stackalloc char[15];
        "80840".CopyTo(full);
        id.CopyTo(full[5..]);
        return Luhn.IsValid(full);
    }

    // CMS: position by position; S, L, O, I, B and Z are not used.
    private static bool IsMbi(ReadOnlySpan<char> id) =>
        id[0] != '0' && !HasAny(id, "SLOIBZ");

    // DEA number: registrant code, first letter of the name or 9, and the checksum of six digits.
    private static bool IsDea(ReadOnlySpan<char> id)
    {
        if (!"ABCDEFGHJKLMPRSTUX".Contains(id[0]) || (char.IsAsciiDigit(id[1]) && id[1] != '9'))
            return false;
        var digits = id[2..];
        return (Digit(digits[0]) + Digit(digits[2]) + Digit(digits[4]) + (2 * (Digit(digits[1]) + Digit(digits[3]) + Digit(digits[5])))) % 10 == Digit(digits[6]);
    }

    // American Bankers Association: weights 3, 7, 1, and the Federal Reserve's ranges.
    private static bool IsAba(ReadOnlySpan<char> id) =>
        Two(id, 0) is <= 12 or (>= 21 and <= 32) or (>= 61 and <= 72) or 80
        && !IsRepdigit(id) && WeightedSum(id, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
}
