using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> CentralAmerica()
    {
        yield return new(Pii("DO_CEDULA", "CEDULA_DO"), "99999999999", static id => Luhn.IsValid(id) && !IsRepdigit(id), Checked, new("cédula", "cedula", "dominican")) { Layouts = "3-7-1|3 7 1" };
        yield return new(Pii("DO_RNC", "RNC"), "999999999", static id => id[0] != '0' && !IsRepdigit(id) && ((10 - (WeightedSum(id, [7, 9, 8, 6, 5, 4, 3, 2]) % 11) + 9) % 9) + 1 == Digit(id[8]), 0.25,
            new("rnc", "registro nacional del contribuyente", "dominican tax")) { Layouts = "1-2-5-1|3-5-1" };
        var (nit, nitWords) = (Pii("GT_NIT", "NIT_GT"), new ContextWords("nit", "guatemala", "guatemalan"));
        foreach (var shape in new[] { "9999999X", "999999X", "99999999X" })
            yield return new(nit, shape, IsGuatemalan, 0.25, nitWords) { Layouts = "6-1|7-1|8-1" };
        yield return new(Pii("SV_NIT", "NIT_SV"), "99999999999999", IsSalvadoran, 0.45, new("nit", "el salvador", "salvadoran")) { Layouts = "4-6-3-1" };
        yield return new(Pii("CR_CPF", "CEDULA_CR"), "999999999", static id => id[0] is >= '1' and <= '9', 0.05, new("cédula", "cedula", "costa rica", "costa rican"), 0.8);
        yield return new(Pii("CR_CPJ", "CEDULA_JURIDICA"), "9999999999", static id => id[0] is '2' or '3' or '4' or '5', 0.05, new("cédula jurídica", "cedula juridica", "persona jurídica", "costa rica", "costa rican"), 0.8);
        yield return new(Pii("CU_NI", "NI_CU"), "99999999999", static id => IsDate(Two(id, 2), Two(id, 4)), Shape, new("carnet de identidad", "carné de identidad", "número de identidad", "cuban", "cuba"), 0.9);
        var (ruc, rucWords) = (Pii("PY_RUC", "RUC_PY"), new ContextWords("ruc", "paraguay", "paraguayan", "contribuyente"));
        foreach (var shape in new[] { "999999999", "99999999", "9999999" })
            yield return new(ruc, shape, static id => !IsRepdigit(id) && FromTheRight(id) % 11 % 10 == Digit(id[^1]), 0.2, rucWords) { Layouts = "8-1|7-1|6-1" };
        yield return new(Pii("CA_BC_PHN", "PHN"), "9999999999", static id => id[0] == '9' && Modulo11(WeightedSum(id, [0, 2, 4, 8, 5, 10, 9, 7, 3])) == Digit(id[9]), Checked, new("phn", "personal health number", "health number", "care card", "bc services")) { Layouts = "10|4 3 3|4-3-3" };
        yield return new(Pii("US_PTIN", "PTIN"), "P99999999", null, 0.26, new("ptin", "preparer"), 0.9);
        yield return new(Pii("US_ATIN", "ATIN"), "999999999", static id => id[0] == '9' && Two(id, 3) == 93, 0.3, new("atin", "adoption taxpayer")) { Layouts = "3-2-4" };
    }

    // The negative of the sum of digits times their place from the right, as DGI and SET compute it.
    private static int FromTheRight(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++)
            sum += Digit(id[id.Length - 2 - i]) * (i + 2);
        return (11 - (sum % 11)) % 11;
    }

    private static bool IsGuatemalan(ReadOnlySpan<char> id) => !IsRepdigit(id) && "0123456789K"[FromTheRight(id)] == id[^1];

    // Ministerio de Hacienda: older serials are checked otherwise than those above 100.
    private static bool IsSalvadoran(ReadOnlySpan<char> id)
    {
        if (id[0] is not ('0' or '1' or '9') || IsRepdigit(id))
            return false;
        var check = id[10..13].SequenceCompareTo("100") <= 0
            ? WeightedSum(id, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11 % 10
            : Modulo11(WeightedSum(id, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 10;
        return check == Digit(id[13]);
    }
}
