using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // Countries of Europe outside the Union, and microstates within it.
    private static IEnumerable<IdFormat> Neighbours()
    {
        var (macedonian, ogrn) = (Pii("MK_EDB", "EDB"), Pii("RU_OGRN", "OGRN"));
        yield return new(Pii("RS_PIB", "PIB"), "999999999", static id => id[0] != '0' && IsMod11And10(id), 0.25, new("pib", "пиб", "poreski identifikacioni", "serbian tax", "serbian company"));
        yield return new(macedonian, "9999999999999", IsMacedonian, Checked, new("едб", "edb", "даночен број", "macedonian"));
        yield return new(macedonian, "MK9999999999999", static id => IsMacedonian(id[2..]), Rare, new("едб", "edb", "даночен број", "macedonian", "vat"));
        yield return new(Pii("AL_NIPT", "NIPT"), "A99999999A", static id => id[0] is >= 'J' and <= 'M', 0.35, new("nipt", "nuis", "albanian", "personin e tatueshëm"));
        yield return new(Pii("MD_IDNO", "IDNO"), "9999999999999", static id => id[0] is '1' or '2' or '0' && WeightedSum(id, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == Digit(id[12]), Checked, new("idno", "idnp", "moldovan", "moldova"));
        yield return new(Pii("BY_UNP", "UNP"), "999999999", static id => id[0] is >= '1' and <= '7' && WeightedSum(id, [29, 23, 19, 17, 13, 7, 5, 3]) % 11 == Digit(id[8]), 0.25, new("унп", "unp", "учетный номер", "belarus"));
        yield return new(Pii("UA_EDRPOU", "EDRPOU"), "99999999", IsUkrainianCompany, 0.2, new("єдрпоу", "едрпоу", "edrpou", "ukrainian company"));
        yield return new(ogrn, "9999999999999", static id => id[0] is '1' or '2' or '3' or '5' && Modulo(id[..12], 11) % 10 == Digit(id[12]), Checked, new("огрн", "ogrn"));
        yield return new(ogrn, "999999999999999", static id => id[0] is '3' or '4' && Modulo(id[..14], 13) % 10 == Digit(id[14]), Checked, new("огрнип", "огрн", "ogrn"));
        yield return new(Pii("TR_VKN", "VKN"), "9999999999", IsTurkishTaxNumber, 0.25, new("vkn", "vergi", "turkish tax"));
        yield return new(Pii("AD_NRT", "NRT"), "A999999A", static id => "ACDEFGLOPU".Contains(id[0]), 0.3, new("nrt", "registre tributari", "andorra")) { Layouts = "8|1-6-1|1 6 1" };
        yield return new(Pii("LI_PEID", "PEID"), "999999999999", null, 0.05, new("peid", "personenidentifikationsnummer", "liechtenstein"), 0.8);
    }

    private static bool IsMacedonian(ReadOnlySpan<char> id) => !IsRepdigit(id) && Modulo11(WeightedSum(id, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 10 == Digit(id[12]);

    // Державна служба статистики: the weights depend on the range, with a second set where the first gives ten.
    private static bool IsUkrainianCompany(ReadOnlySpan<char> id)
    {
        if (IsRepdigit(id))
            return false;
        var middle = id[0] is >= '3' and <= '5';
        ReadOnlySpan<int> weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
        var (first, second) = (0, 0);
        for (var i = 0; i < 7; i++)
            (first, second) = (first + (weights[i] * Digit(id[i])), second + ((weights[i] + 2) * Digit(id[i])));
        return (first % 11 < 10 ? first % 11 : second % 11 % 10) == Digit(id[7]);
    }

    // Gelir İdaresi Başkanlığı: each digit is shifted by its place, doubled that often and reduced modulo 9.
    private static bool IsTurkishTaxNumber(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var shifted = (Digit(id[i]) + 9 - i) % 10;
            var doubled = (shifted << (9 - i)) % 9;
            sum += shifted != 0 && doubled == 0 ? 9 : doubled;
        }

        return !IsRepdigit(id) && (10 - (sum % 10)) % 10 == Digit(id[9]);
    }
}
