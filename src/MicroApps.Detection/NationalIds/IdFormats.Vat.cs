using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // VAT numbers of the Union with their country's prefix (Council Directive 2006/112/EC, article 215), and the United Kingdom's.
    private static IEnumerable<IdFormat> Vat()
    {
        var (type, words) = (Pii("VAT_ID", "VAT"), new ContextWords("vat", "btw", "tva", "iva", "moms", "mwst", "ust-id", "umsatzsteuer", "alv", "dph", "pvm", "käibemaks", "áfa", "φπα"));
        IdFormat Row(string shape, IdCheck? check) => new(type, shape, check, check is null ? 0.4 : Rare, words);

        yield return Row("ATU99999999", static id => (10 - ((CrossSum(id[3..], [1, 2, 1, 2, 1, 2, 1]) + 4) % 10)) % 10 == Digit(id[10]));
        yield return Row("BE9999999999", static id => 97 - Modulo(id[2..10], 97) == Two(id, 10));
        yield return Row("BG999999999", null);
        yield return Row("BG9999999999", static id => IsBulgarian(id[2..]));
        yield return Row("CY99999999A", IsCypriot);
        yield return Row("CZ99999999", null);
        yield return Row("DK99999999", static id => WeightedSum(id[2..], [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0);
        yield return Row("EE999999999", static id => WeightedSum(id[2..], [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0);
        yield return Row("EL999999999", static id => IsAfm(id[2..]));
        yield return Row("ES99999999A", static id => IsSpanish(id[2..]));
        yield return Row("ESA9999999X", static id => IsSpanishCompany(id[2..]) || IsForeignerInSpain(id[2..]));
        yield return Row("FI99999999", static id => (11 - (WeightedSum(id[2..], [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 == Digit(id[9]));
        yield return Row("FRXX999999999", static id => char.IsAsciiDigit(id[2]) && char.IsAsciiDigit(id[3]) ? (12 + (3 * Modulo(id[4..], 97))) % 97 == Two(id, 2) : IsLuhn(id[4..]));
        yield return Row("GB999999999", null);
        yield return Row("HR99999999999", static id => IsMod11And10(id[2..]));
        yield return Row("HU99999999", static id => (10 - (WeightedSum(id[2..], [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 == Digit(id[9]));
        yield return Row("IE9999999A", static id => IsIrish(id[2..]));
        yield return Row("IE9999999AA", static id => IsIrish(id[2..]));
        yield return Row("IT99999999999", static id => IsLuhn(id[2..]));
        yield return Row("LT999999999", null);
        yield return Row("LT999999999999", null);
        yield return Row("LU99999999", static id => Modulo(id[2..8], 89) == Two(id, 8));
        yield return Row("LV99999999999", null);
        yield return Row("MT99999999", static id => 37 - (WeightedSum(id[2..], [3, 4, 6, 7, 8, 9]) % 37) == Two(id, 8));
        yield return Row("NL999999999B99", null);
        yield return Row("PL9999999999", static id => IsNip(id[2..]));
        yield return Row("PT999999999", static id => IsPortuguese(id[2..]));
        yield return Row("RO99999999", null);
        yield return Row("SE999999999901", static id => IsLuhn(id[2..12]));
        yield return Row("SI99999999", static id => (11 - (WeightedSum(id[2..], [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[9]));
        yield return Row("SK9999999999", static id => Modulo(id[2..], 11) == 0);
    }

    private static bool IsCypriot(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<int> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += i % 2 == 0 ? odd[Digit(id[i + 2])] : Digit(id[i + 2]);
        return id[10] == 'A' + (sum % 26);
    }
}
