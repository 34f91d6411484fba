using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // Tax payers and companies in Asia and Africa.
    private static IEnumerable<IdFormat> TaxNumbers()
    {
        yield return new(Pii("CN_USCC", "USCC"), "X9999999XXXXXXXXXX", IsSocialCredit, Rare, new("uscc", "social credit", "统一社会信用代码", "信用代码", "chinese company")) { Layouts = "18" };
        var (ubn, ubnWords) = (Pii("TW_UBN", "UBN"), new ContextWords("ubn", "統一編號", "統編", "taiwanese company", "unified business", "taiwan"));
        yield return new(ubn, "99999999", IsUnifiedBusiness, 0.2, ubnWords);
        var (mst, mstWords) = (Pii("VN_MST", "MST"), new ContextWords("mst", "mã số thuế", "vietnam", "vietnamese"));
        yield return new(mst, "9999999999", IsVietnamese, 0.25, mstWords);
        yield return new(mst, "9999999999999", static id => id[10..] is not "000" && IsVietnamese(id), Checked, mstWords) { Layouts = "10-3" };
        yield return new(Pii("ID_NPWP", "NPWP"), "999999999999999", static id => Luhn.IsValid(id[..9]) && !IsRepdigit(id[..9]), 0.45, new("npwp", "nomor pokok wajib pajak", "pajak", "indonesian tax")) { Layouts = "2.3.3.1-3.3" };
        yield return new(Pii("IL_HP", "HP_IL"), "999999999", static id => id[0] == '5' && Luhn.IsValid(id) && !IsRepdigit(id), 0.25, new("ח.פ", "חפ", "ח״פ", "מספר חברה", "israeli company", "hevra", "company number"));
        yield return new(Pii("TH_MOA", "MOA"), "9999999999999", static id => id[0] == '0' && (11 - (WeightedSum(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[12]), Checked, new("moa", "memorandum of association", "thai company", "thai tax", "เลขทะเบียนนิติบุคคล")) { Layouts = "1-2-1-3-5-1" };
        yield return new(Pii("ZA_TIN", "TIN_ZA"), "9999999999", static id => id[0] is '0' or '1' or '2' or '3' or '9' && Luhn.IsValid(id) && !IsRepdigit(id), 0.2, new("south african tax", "sars", "tax reference", "income tax number")) { Layouts = "4/3/2/1" };
        yield return new(Pii("KE_PIN", "KRA_PIN"), "A999999999A", static id => id[0] is 'A' or 'P', 0.35, new("kra", "pin", "kenya", "kenyan"), 0.9);
        yield return new(Pii("GH_TIN", "TIN_GH"), "A009999999X", IsGhanaian, 0.5, new("tin", "ghana", "ghanaian", "gra"));
        yield return new(Pii("GH_CARD", "GHANA_CARD"), "GHA9999999999", null, 0.6, new("ghana", "ghana card", "ghanacard", "pin"));
        yield return new(Pii("MA_ICE", "ICE"), "999999999999999", static id => !IsRepdigit(id) && Modulo(id, 97) == 0, 0.45, new("ice", "identifiant commun", "maroc", "moroccan", "morocco"));
        yield return new(Pii("TN_MF", "MF"), "9999999AAA999", IsTunisian, Rare, new("matricule fiscal", "mf:", "tunisian", "tunisie"));
        yield return new(Pii("MU_NID", "NID_MU"), "A999999999999X", IsMauritian, Rare, new("nid", "mauritius", "mauritian"));
        yield return new(Pii("DZ_NIF", "NIF_DZ"), "999999999999999", null, 0.05, new("nif", "algérie", "algerian", "identification fiscale"), 0.8);
    }

    // GB 32100-2015: weights are powers of three, modulo 31, without I, O, S, V and Z.
    private static bool IsSocialCredit(ReadOnlySpan<char> id)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var (sum, weight) = (0, 1);
        foreach (var c in id[..17])
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
                return false;
            (sum, weight) = (sum + (value * weight), weight * 3 % 31);
        }

        return "1234569ANY".Contains(id[0]) && Alphabet[(31 - (sum % 31)) % 31] == id[17] && Two(id, 2) is >= 10 and <= 82;
    }

    // Ministry of Finance of Taiwan: cross sums of products; a 7 in the seventh place may count as 1 or 0; since 2023 modulo 5.
    private static bool IsUnifiedBusiness(ReadOnlySpan<char> id)
    {
        var sum = CrossSum(id, [1, 2, 1, 2, 1, 2, 4, 1]);
        return !IsRepdigit(id) && (sum % 5 == 0 || (id[6] == '7' && (sum + 1) % 5 == 0));
    }

    private static bool IsVietnamese(ReadOnlySpan<char> id) => id[2..9] is not "0000000" && 10 - (WeightedSum(id, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) == Digit(id[9]);

    // Ghana Revenue Authority: places 1 to 9 weighted by themselves, X for ten.
    private static bool IsGhanaian(ReadOnlySpan<char> id) =>
        "PCGQV".Contains(id[0]) && "0123456789X"[WeightedSum(id[1..], [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11] == id[10];

    private static bool IsTunisian(ReadOnlySpan<char> id) => !HasAny(id[7..8], "IOU") && "ABDNP".Contains(id[8]) && "MPCNE".Contains(id[9]);

    // Civil Status Division: initial, date of birth, modulo 17.
    private static bool IsMauritian(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 3), Two(id, 1)) && (17 - (WeightedSum(id, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 17)) % 17 == Value36(id[13]);
}
