using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> SouthEastAsia()
    {
        yield return new(Pii("TH_TNIN", "ID_TH"), "9999999999999", IsThaiId, Checked, new("thai id", "thai national", "thailand", "thai citizen", "thai identification", "national id", "citizen id", "tnin", "เลขประจำตัว", "บัตรประชาชน", "เลขบัตร"));
        var (nric, nricWords) = (Pii("SG_NRIC_FIN", "NRIC"), new ContextWords("nric", "fin", "fin#", "singapore", "identity card", "foreign identification", "singaporean"));
        yield return new(nric, "A9999999A", IsNric, Rare, nricWords);
        yield return new(nric, "A9999999A", id => "STFGM".Contains(id[0]), 0.35, nricWords, 0.6);
        yield return new(nric, "A9999999A", null, 0.26, nricWords, 0.5);
        var (uen, uenWords) = (Pii("SG_UEN", "UEN"), new ContextWords("uen", "unique entity", "acra", "business registration", "company registration", "singapore company", "singapore business"));
        yield return new(uen, "99999999A", id => UenCheck("XMKECAWLJDB", WeightedSum(id, [10, 4, 9, 3, 8, 2, 7, 1])) == id[8], Checked, uenWords);
        yield return new(uen, "999999999A", IsCompanyUen, Likely, uenWords);
        yield return new(uen, "A99AA9999A", IsOtherUen, Likely, uenWords);
        yield return new(Pii("MY_NRIC", "MYKAD"), "999999999999", IsMyKad, Checked, new("mykad", "nric", "ic number", "ic no", "kad pengenalan", "malaysia", "malaysian", "identity card", "ic:"));
        yield return new(Pii("ID_NIK", "NIK"), "9999999999999999", IsNik, Checked, new("nik", "ktp", "nomor induk", "kependudukan", "indonesia", "indonesian", "national id"));
        var (tin, tinWords) = (Pii("PH_TIN", "TIN_PH"), new ContextWords("tin", "bir", "taxpayer identification", "taxpayer id", "tax id", "philippine"));
        yield return new(tin, "999999999", IsPhilippineTin, 0.25, tinWords, 0.9);
        yield return new(tin, "999999999999", IsPhilippineTin, 0.25, tinWords, 0.9);
    }

    // Department of Provincial Administration: category 1 to 8, weights 13 to 2, modulo 11.
    private static bool IsThaiId(ReadOnlySpan<char> id) =>
        id[0] is >= '1' and <= '8' && (11 - (WeightedSum(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[12]);

    // ICA: citizens S and T, foreigners F, G and M; later centuries are shifted.
    private static bool IsNric(ReadOnlySpan<char> id)
    {
        var shift = id[0] switch { 'S' or 'F' => 0, 'T' or 'G' => 4, 'M' => 3, _ => -1 };
        if (shift < 0)
            return false;
        var rest = (WeightedSum(id[1..], [2, 7, 6, 5, 4, 3, 2]) + shift) % 11;
        return (id[0] switch { 'S' or 'T' => "JZIHGFEDCBA"[rest], 'M' => "XWUTRQPNJLK"[rest], _ => "XWUTRQPNMLK"[rest] }) == id[8];
    }

    private static char UenCheck(string letters, int sum) => letters[sum % 11];

    private static bool IsCompanyUen(ReadOnlySpan<char> id) =>
        Two(id, 0) is 18 or 19 or 20 && UenCheck("ZKCMDNERGWH", WeightedSum(id, [10, 8, 6, 4, 9, 7, 5, 3, 1])) == id[9];

    // ACRA: century, year of registration, kind of entity, number.
    private static bool IsOtherUen(ReadOnlySpan<char> id)
    {
        const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        const string Kinds = " CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL ";
        ReadOnlySpan<int> weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
        if (id[0] is not ('R' or 'S' or 'T') || (id[0] == 'T' && id[1] > '4') || Kinds.AsSpan().IndexOf(id[3..5]) is not (> 0 and var at) || Kinds[at - 1] != ' ' || Kinds[at + 2] != ' ')
            return false;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += Alphabet.IndexOf(id[i], StringComparison.Ordinal) * weights[i];
        return Alphabet[(sum + 6) % 11] == id[9];
    }

    // Jabatan Pendaftaran Negara: date of birth and place of birth.
    private static bool IsMyKad(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2), Two(id, 4))
        && Two(id, 6) is not (0 or 17 or 18 or 19 or 20 or 69 or 70 or 73 or 80 or 81 or 94 or 95 or 96 or 97);

    // Ministry of Home Affairs: province, regency, district, date of birth with 40 added to the day for women.
    private static bool IsNik(ReadOnlySpan<char> id)
    {
        var day = Two(id, 6);
        return Two(id, 0) is >= 11 and <= 96 && Two(id, 2) > 0 && IsDate(Two(id, 8), day > 40 ? day - 40 : day) && id[12..] is not "0000";
    }

    // Bureau of Internal Revenue: weights 9 to 2 modulo 11; the last three of twelve digits are the branch.
    private static bool IsPhilippineTin(ReadOnlySpan<char> id) =>
        !IsRepdigit(id[..9]) && WeightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 == Digit(id[8]);
}
