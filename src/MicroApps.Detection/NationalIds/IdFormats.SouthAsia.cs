using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> SouthAsia()
    {
        yield return new(Pii("IN_AADHAAR", "AADHAAR"), "999999999999", IsAadhaar, 0.35, new("aadhaar", "aadhar", "uidai", "unique identification", "आधार", "adhaar", "adhar", "uid number"));
        yield return new(Pii("IN_PAN", "PAN"), "AAAAA9999A", IsPan, 0.6, new("pan", "permanent account", "income tax", "tax department", "indian tax", "पैन")) { Layouts = "10|5 4 1|5-4-1" };
        var (gstin, gstWords) = (Pii("IN_GSTIN", "GSTIN"), new ContextWords("gst", "gstin", "goods and services tax", "goods and service tax"));
        yield return new(gstin, "99AAAAA9999AXZX", id => IsGstState(id) && IsLuhn36(id), Rare, gstWords);
        yield return new(gstin, "99AAAAA9999AXZX", IsGstState, 0.25, gstWords, 0.6);
        yield return new(Pii("IN_PASSPORT", "PASSPORT_IN"), "A9999999", id => id[1] != '0' && id[7] != '0', 0.26, new("indian passport", "passport", "travel document", "पासपोर्ट"), 0.8, true);
        yield return new(Pii("IN_VOTER", "VOTER_ID"), "AAA9999999", id => !IsRepdigit(id[3..]), 0.35, new("voter", "epic", "elector", "election card", "election commission", "electoral", "मतदाता"), 0.9);
        foreach (var format in IndianPlates())
            yield return format;
        yield return new(Pii("PK_CNIC", "CNIC"), "9999999999999", id => id[0] is >= '1' and <= '8' && id[12] != '0' && !IsRepdigit(id), Shape, new("cnic", "nicop", "nadra", "national identity card", "pakistan", "pakistani", "شناختی", "nic number"), 0.9) { Layouts = "13|5-7-1|5 7 1" };
    }

    private static IEnumerable<IdFormat> IndianPlates()
    {
        var (plate, words) = (Pii("IN_VEHICLE_REGISTRATION", "PLATE_IN"), new ContextWords("vehicle", "number plate", "registration", "rto", "bike", "car number", "scooter", "truck", "license plate", "licence plate", "plate number", "car plate"));
        // Before 1989: what else has the shape is the name of a standard or a part.
        var old = new ContextWords("vehicle number", "vehicle no", "vehicle reg", "number plate", "bike", "car number", "scooter", "truck", "license plate", "licence plate", "plate number", "car plate", "my vehicle", "vehicle is", "vehicle:");
        foreach (var shape in new[] { "AA99A9999", "AA99AA9999", "AA9A9999", "AA9AA9999", "AA9AAA9999" })
            yield return new(plate, shape, IsIndianPlate, Likely, words);
        yield return new(plate, "99BH9999A", HasSerial, Likely, words);
        yield return new(plate, "99BH9999AA", HasSerial, Likely, words);
        yield return new(plate, "AA9999", IsOldPlate, 0.26, old, 0.7, true) { Capitals = true };
        yield return new(plate, "AAA9999", IsOldPlate, 0.26, old, 0.7, true) { Capitals = true };
        yield return new(plate, "A99999", id => id[0] == 'I' && id[1..] is not "00000", 0.26, old, 0.7, true);
    }

    // UIDAI: does not begin with 0 or 1, Verhoeff, no palindrome.
    private static bool IsAadhaar(ReadOnlySpan<char> id)
    {
        if (id[0] < '2' || !IsVerhoeff(id))
            return false;
        for (var i = 0; i < id.Length / 2; i++)
            if (id[i] != id[id.Length - 1 - i])
                return true;
        return false;
    }

    // Income Tax Department: the fourth letter is the kind of holder; numbers begin at 0001.
    private static bool IsPan(ReadOnlySpan<char> id) => "ABCEFGHJKLPT".Contains(id[3]) && id[5..9] is not "0000";

    private static bool IsGstState(ReadOnlySpan<char> id) => Two(id, 0) is (>= 1 and <= 38) or 97 or 99 && id[12] != '0' && id[7..11] is not "0000";

    // GST Network: Luhn in base 36 from the left.
    private static bool IsLuhn36(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++)
        {
            var product = Value36(id[i]) * (1 + (i % 2));
            sum += (product / 36) + (product % 36);
        }

        return (36 - (sum % 36)) % 36 == Value36(id[^1]);
    }

    private static bool IsIndianPlate(ReadOnlySpan<char> id)
    {
        const string States = " AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB ";
        return HasSerial(id[^5..]) && States.AsSpan().IndexOf(id[..2]) is > 0 and var at && States[at - 1] == ' ' && States[at + 2] == ' ';
    }

    private static bool HasSerial(ReadOnlySpan<char> id) => id[^4..] is not "0000";

    private static bool IsOldPlate(ReadOnlySpan<char> id) => id[^4] != '0';
}
