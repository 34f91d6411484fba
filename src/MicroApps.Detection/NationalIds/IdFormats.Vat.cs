using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // VAT numbers of the Union with their country's prefix (Council Directive 2006/112/EC, article 215), and the United Kingdom's.
    private static IEnumerable<IdFormat> Vat()
    {
        var (type, words) = (Pii("VAT_ID", "VAT"), new ContextWords("vat", "btw", "tva", "iva", "moms", "mwst", "ust-id", "umsatzsteuer", "alv", "dph", "pvm", "käibemaks", "áfa", "φπα", "tax id", "tax number", "ндс", "ддс"));
        IdFormat Row(string shape, IdCheck? check) => new(type, shape, check, check is null ? 0.4 : Rare, words);

        yield return Row("ATU99999999", static id => (10 - ((CrossSum(id[3..], [1, 2, 1, 2, 1, 2, 1]) + 4) % 10)) % 10 == Digit(id[10]));
        yield return Row("BE9999999999", static id => 97 - Modulo(id[2..10], 97) == Two(id, 10));
        yield return Row("BG999999999", static id => IsBulgarianCompany(id[2..]));
        yield return Row("BG9999999999", static id => IsBulgarian(id[2..]) || IsForeignerInBulgaria(id[2..]) || Modulo11(WeightedSum(id[2..], [4, 3, 2, 7, 6, 5, 4, 3, 2])) == Digit(id[11]));
        yield return Row("CY99999999A", IsCypriot);
        yield return Row("CZ99999999", static id => id[2] != '9' && IsCzechCompany(id[2..]));
        yield return Row("CZ999999999", static id => id[2] == '6' || IsDate(Two(id, 4) % 50, Two(id, 6)));
        yield return Row("CZ9999999999", static id => IsBirthNumber(id[2..]));
        yield return Row("DK99999999", static id => WeightedSum(id[2..], [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0);
        yield return Row("EE999999999", static id => WeightedSum(id[2..], [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0);
        yield return Row("EL999999999", static id => IsAfm(id[2..]));
        yield return Row("ES99999999A", static id => IsSpanish(id[2..]));
        yield return Row("ESA9999999X", static id => IsSpanishCompany(id[2..]) || IsForeignerInSpain(id[2..]));
        yield return Row("FI99999999", static id => (11 - (WeightedSum(id[2..], [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 == Digit(id[9]));
        yield return Row("FRXX999999999", static id => char.IsAsciiDigit(id[2]) && char.IsAsciiDigit(id[3]) ? (12 + (3 * Modulo(id[4..], 97))) % 97 == Two(id, 2) : IsLuhn(id[4..]));
        foreach (var country in new[] { "GB", "XI" })
        {
            yield return Row(country + "999999999", static id => IsBritish(id[2..11]));
            yield return Row(country + "999999999999", static id => IsBritish(id[2..11]));
        }

        yield return Row("GR999999999", static id => IsAfm(id[2..]));
        yield return Row("HR99999999999", static id => IsMod11And10(id[2..]));
        yield return Row("HU99999999", static id => (10 - (WeightedSum(id[2..], [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 == Digit(id[9]));
        yield return Row("IE9999999A", static id => IsIrish(id[2..]));
        yield return Row("IE9999999AA", static id => IsIrish(id[2..]));
        yield return Row("IE9A99999A", IsOldIrish);
        yield return Row("IT99999999999", static id => IsLuhn(id[2..]));
        yield return Row("LT999999999", static id => id[9] == '1' && IsLithuanian(id[2..]));
        yield return Row("LT999999999999", static id => id[12] == '1' && IsLithuanian(id[2..]));
        yield return Row("LU99999999", static id => Modulo(id[2..8], 89) == Two(id, 8));
        yield return Row("LV99999999999", static id => id[2] > '3' ? WeightedSum(id[2..], [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3 : IsLatvian(id[2..]));
        yield return Row("MT99999999", static id => WeightedSum(id[2..], [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0);
        yield return Row("NL999999999B99", static id => IsDutch(id[2..11]) || Modulo(id, 97) == 1);
        yield return Row("PL9999999999", static id => IsNip(id[2..]));
        yield return Row("PT999999999", static id => IsPortuguese(id[2..]));
        for (var digits = 5; digits <= 10; digits++)
            yield return Row("RO" + new string('9', digits), static id => IsRomanianCompany(id[2..]));
        yield return Row("SE999999999901", static id => IsLuhn(id[2..12]));
        yield return Row("SI99999999", static id => (11 - (WeightedSum(id[2..], [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[9]));
        yield return Row("SK9999999999", static id => id[2] != '0' && "234789".Contains(id[4]) && Modulo(id[2..], 11) == 0);
        yield return Row("CHE999999999TVA", static id => IsSwissCompany(id[..12]));
        yield return Row("CHE999999999MWST", static id => IsSwissCompany(id[..12]));
        yield return Row("CHE999999999IVA", static id => IsSwissCompany(id[..12]));
        yield return Row("999999999MVA", static id => IsNorwegianCompany(id[..9]));
    }

    private static bool IsCypriot(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<int> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += i % 2 == 0 ? odd[Digit(id[i + 2])] : Digit(id[i + 2]);
        return id[10] == 'A' + (sum % 26);
    }

    // HM Revenue & Customs: two rules, one of which adds 55.
    private static bool IsBritish(ReadOnlySpan<char> id) => WeightedSum(id, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97 is 0 or 42 or 55 && !IsRepdigit(id);

    // Numbers given before 2013: the second place is a letter, and the first digit counts last.
    private static bool IsOldIrish(ReadOnlySpan<char> id)
    {
        Span<char> number = stackalloc char[8];
        number[0] = '0';
        id[4..9].CopyTo(number[1..]);
        (number[6], number[7]) = (id[2], id[9]);
        return IsIrish(number);
    }

    private static bool IsLithuanian(ReadOnlySpan<char> id)
    {
        var (first, second) = (0, 0);
        for (var i = 0; i < id.Length - 1; i++)
            (first, second) = (first + ((1 + (i % 9)) * Digit(id[i])), second + ((1 + ((i + 2) % 9)) * Digit(id[i])));
        return (first % 11 < 10 ? first % 11 : second % 11 % 10) == Digit(id[^1]);
    }
}
