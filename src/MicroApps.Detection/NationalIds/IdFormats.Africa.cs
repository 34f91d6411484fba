using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> Africa()
    {
        yield return new(Pii("ZA_ID_NUMBER", "ID_ZA"), "9999999999999", IsSouthAfricanId, Likely, new("south african", "id number", "identity number", "identity document", "rsa id", "sa id", "za id", "identiteitsnommer", "sa identity", "home affairs", "id no")) { Layouts = "13|6 4 3|6 4 2 1|6 4 1 2|6-4-3|6-4-2-1|6-4-1-2" };
        yield return new(Pii("NG_NIN", "NIN_NG"), "99999999999", IsNin, Checked, new("nin", "national identification number", "national identity", "nimc", "nigeria", "nigerian", "identity number", "national id"));
        yield return new(Pii("NG_VEHICLE_REGISTRATION", "PLATE_NG"), "AAA999AA", null, 0.35, new("vehicle", "plate", "registration", "license plate", "car", "nigeria", "nigerian", "frsc", "number plate", "plates"), 0.7) { Capitals = true };
        yield return new(Pii("EG_NATIONAL_ID", "ID_EG"), "99999999999999", IsEgyptianId, Likely, new("national id", "national number", "egypt", "egyptian", "الرقم القومي", "بطاقة", "national identity", "raqam qawmi")) { Layouts = "14|1 6 2 5|1-6-2-5" };
    }

    // Identification Act 68 of 1997: date of birth, sequence, citizenship 0 to 2, Luhn.
    private static bool IsSouthAfricanId(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2), Two(id, 4)) && id[10] is >= '0' and <= '2' && Luhn.IsValid(id);

    // NIMC: the last digit is Verhoeff's.
    private static bool IsNin(ReadOnlySpan<char> id) => !IsRepdigit(id) && id[0] != '0' && IsVerhoeff(id);

    // Civil Status Organization: century 2 or 3, date of birth, governorate.
    private static bool IsEgyptianId(ReadOnlySpan<char> id) =>
        id[0] is '2' or '3' && IsDate(Two(id, 3), Two(id, 5), (id[0] == '2' ? 1900 : 2000) + Two(id, 1))
        && Two(id, 7) is (>= 1 and <= 4) or (>= 11 and <= 19) or (>= 21 and <= 29) or (>= 31 and <= 35) or 88;
}
