using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> WesternEurope()
    {
        var (pps, ppsWords) = (Pii("IE_PPS", "PPS"), new ContextWords("pps", "ppsn", "personal public service", "irish", "ireland", "rsi number"));
        yield return new(pps, "9999999A", IsIrish, 0.4, ppsWords) { Layouts = "8|7 1|7-1" };
        yield return new(pps, "9999999AA", IsIrish, 0.5, ppsWords) { Layouts = "9|7 2|7-2|7 1 1" };
        yield return new(Pii("FR_NIR", "NIR"), "999999X99999999", IsFrench, Likely, new("nir", "sécurité sociale", "securite sociale", "numéro de sécu", "insee", "inscription au répertoire", "numéro de sécurité", "secu", "french social", "social security", "assuré social", "vitale", "nirpp")) { Layouts = "15|13 2|1 2 2 2 3 3 2|1 2 2 2 3 3-2|13-2" };
        yield return new(Pii("FR_SIREN", "SIREN"), "999999999", IsLuhn, 0.2, new("siren", "rcs", "french company", "french business", "registre du commerce"));
        yield return new(Pii("FR_SIRET", "SIRET"), "99999999999999", static id => IsLuhn(id) || id.StartsWith("356000000"), 0.35, new("siret", "établissement", "french establishment")) { Layouts = "14|3 3 3 5|9 5" };
        yield return new(Pii("BE_NN", "RRN_BE"), "99999999999", IsBelgian, 0.45, new("rijksregister", "registre national", "insz", "niss", "nationaal nummer", "numéro national", "numero national", "nrn", "belgian", "belgium", "bis-nummer", "bis number", "bisnummer", "national register", "national number"));
        yield return new(Pii("NL_BSN", "BSN"), "999999999", IsDutch, 0.25, new("bsn", "burgerservice", "burger service", "sofi", "rsin", "citizen service", "dutch citizen", "dutch social", "dutch id", "dutch tax", "persoonsnummer"));
        yield return new(Pii("LU_NIN", "NIN_LU"), "9999999999999", IsLuxembourger, Likely, new("matricule", "identification national", "luxembourg", "luxembourgish", "identification number", "cnsr")) { Layouts = "13|4 2 2 3 2|4 2 2 5|8 5|8-5|8 3 2" };

        var (nif, nifWords) = (Pii("ES_NIF", "NIF"), new ContextWords("nif", "dni", "documento nacional", "identificación fiscal", "identificacion", "spanish", "número de identificación", "identidad"));
        yield return new(nif, "99999999A", IsSpanish, 0.6, nifWords) { Layouts = "9|8-1|8 1|2.3.3-1|2.3.3 1|2.3.3.1|2 3 3 1" };
        yield return new(nif, "9999999A", IsSpanish, 0.3, nifWords);
        yield return new(nif, "A9999999A", static id => "KLM".Contains(id[0]) && IsSpanish(id[1..]), 0.6, nifWords) { Layouts = "9|1-7-1|1 7 1" };
        yield return new(Pii("ES_NIE", "NIE"), "A9999999A", IsForeignerInSpain, Rare, new("nie", "extranjero", "residencia", "foreigner", "spanish")) { Layouts = "9|1-7-1|1 7 1|1-8|8-1|1 8|1-7 1" };
        yield return new(Pii("ES_CIF", "CIF"), "A9999999X", IsSpanishCompany, 0.6, new("cif", "nif", "empresa", "sociedad", "c.i.f", "spanish company", "spanish tax", "identificación fiscal")) { Layouts = "9|1-8|1-7-1|1 8" };
        yield return new(Pii("ES_PASSPORT", "PASSPORT_ES"), "AAA999999", null, 0.36, new("pasaporte", "passport", "número de pasaporte", "spanish passport"), 0.85, true);
        yield return new(Pii("PT_NIF", "NIF_PT"), "999999999", IsPortuguese, 0.25, new("nif", "contribuinte", "nipc", "identificação fiscal", "portuguese tax", "portuguese nif", "nº fiscal", "número fiscal"));

        yield return new(Pii("IT_FISCAL_CODE", "CODICE_FISCALE"), "AAAAAAXXAXXAXXXA", IsItalian, Rare, new("codice fiscale", "cod. fisc", "c.f.", "cf:", "fiscal code", "tax code", "italian"));
        yield return new(Pii("IT_VAT_CODE", "PIVA"), "99999999999", static id => IsLuhn(id) && id[..7] is not "0000000", 0.2, new("partita iva", "p.iva", "p. iva", "piva", "p.i.", "italian vat", "vat number", "vat id", "numero iva"));
        var (licence, licenceWords) = (Pii("IT_DRIVER_LICENSE", "PATENTE"), new ContextWords("patente", "guida", "driver", "licenza", "driving licence", "driving license"));
        yield return new(licence, "AA9999999A", null, 0.5, licenceWords, 0.85, true);
        yield return new(licence, "U1XXXXXXXA", static id => !HasAny(id[2..9], "AEIOUQ"), 0.4, licenceWords, 0.85, true);
        yield return new(Pii("IT_IDENTITY_CARD", "ID_CARD_IT"), "AA99999AA", null, 0.3, new("carta d'identità", "carta identità", "carta di identità", "identity card", "italian id", "cie", "documento d'identità"), 0.85, true);
        yield return new(Pii("IT_PASSPORT", "PASSPORT_IT"), "AA9999999", null, Shape, new("passaporto", "italian passport"), 0.85, true);
    }

    // Department of Social Protection: weights 8 to 2 and, for the second letter, 9; the remainder modulo 23 is the first letter (W for 0).
    private static bool IsIrish(ReadOnlySpan<char> id)
    {
        var second = id.Length < 9 || id[8] is 'W' or 'T' or 'X' ? 0 : id[8] - 'A' + 1;
        return "WABCDEFGHIJKLMNOPQRSTUV"[(WeightedSum(id, [8, 7, 6, 5, 4, 3, 2]) + (9 * second)) % 23] == id[7] && !IsRepdigit(id[..7]);
    }

    // INSEE: the key is 97 less the remainder; Corsica's 2A and 2B count as 19 and 18.
    private static bool IsFrench(ReadOnlySpan<char> id)
    {
        if (id[0] is not ('1' or '2' or '3' or '4' or '7' or '8') || Two(id, 3) is 0 or (> 12 and < 20) || (id[6] is not ('A' or 'B') && !char.IsAsciiDigit(id[6])))
            return false;
        Span<char> number = stackalloc char[13];
        id[..13].CopyTo(number);
        if (!char.IsAsciiDigit(id[6]))
            (number[5], number[6]) = ('1', id[5] == '2' ? (id[6] == 'A' ? '9' : '8') : 'x');
        return number[6] != 'x' && 97 - Modulo(number, 97) == Two(id, 13);
    }

    // Rijksregister: modulo 97, with a 2 before the number for births since 2000; the month may be raised by 20 or 40.
    private static bool IsBelgian(ReadOnlySpan<char> id)
    {
        if (Two(id, 2) % 20 > 12 || Two(id, 4) > 31)
            return false;
        Span<char> late = stackalloc char[10];
        late[0] = '2';
        id[..9].CopyTo(late[1..]);
        var check = Two(id, 9);
        return 97 - Modulo(id[..9], 97) == check || 97 - Modulo(late, 97) == check;
    }

    private static bool IsDutch(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && (WeightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) - Digit(id[8])) % 11 == 0;

    // Centre des technologies de l'information de l'État: birth date, serial, a Luhn and a Verhoeff digit.
    private static bool IsLuxembourger(ReadOnlySpan<char> id)
    {
        Span<char> second = stackalloc char[12];
        id[..11].CopyTo(second);
        second[11] = id[12];
        return Two(id, 0) is 18 or 19 or 20 && IsDate(Two(id, 4), Two(id, 6)) && IsLuhn(id[..12]) && IsVerhoeff(second);
    }

    private static bool IsSpanish(ReadOnlySpan<char> id) => "TRWAGMYFPDXBNJZSQVHLCKE"[Modulo(id[..^1], 23)] == id[^1];

    private static bool IsForeignerInSpain(ReadOnlySpan<char> id)
    {
        if (id[0] is not ('X' or 'Y' or 'Z'))
            return false;
        Span<char> number = stackalloc char[9];
        id.CopyTo(number);
        number[0] = (char)('0' + (id[0] - 'X'));
        return IsSpanish(number);
    }

    // Agencia Tributaria: odd places doubled with their cross sum, even ones as they are; the check is a digit or a letter by kind.
    private static bool IsSpanishCompany(ReadOnlySpan<char> id)
    {
        if (!"ABCDEFGHJNPQRSUVW".Contains(id[0]))
            return false;
        var check = (10 - (CrossSum(id[1..8], [2, 1, 2, 1, 2, 1, 2]) % 10)) % 10;
        return id[8] == '0' + check || id[8] == "JABCDEFGHI"[check];
    }

    private static bool IsPortuguese(ReadOnlySpan<char> id)
    {
        var rest = WeightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return ("1235678".Contains(id[0]) || Two(id, 0) is 45 or 90 or 91 or 98 or 99) && !IsRepdigit(id) && (rest < 2 ? 0 : 11 - rest) == Digit(id[8]);
    }

    private static int DigitOrLetter(char c) => char.IsAsciiDigit(c) ? Digit(c) : "LMNPQRSTUV".IndexOf(c, StringComparison.Ordinal);

    // Agenzia delle Entrate, D.M. 12 March 1974: where two people would share a code, digits become letters (omocodia).
    private static bool IsItalian(ReadOnlySpan<char> id)
    {
        const string Odd = "BAKPLCQDREVOSFTGUHMINJWZYX";
        if (!"ABCDEHLMPRST".Contains(id[8]))
            return false;
        var (sum, day) = (0, (DigitOrLetter(id[9]) * 10) + DigitOrLetter(id[10]));
        if (day % 40 is 0 or > 31)
            return false;
        for (var i = 0; i < 15; i++)
        {
            var isDigitPlace = i is 6 or 7 or 9 or 10 or 12 or 13 or 14;
            if (isDigitPlace && !char.IsAsciiDigit(id[i]) && !"LMNPQRSTUV".Contains(id[i]))
                return false;
            var value = char.IsAsciiDigit(id[i]) ? Digit(id[i]) : id[i] - 'A';
            sum += i % 2 == 1 ? value : Odd.IndexOf((char)('A' + value), StringComparison.Ordinal);
        }

        return (char)('A' + (sum % 26)) == id[15];
    }
}
