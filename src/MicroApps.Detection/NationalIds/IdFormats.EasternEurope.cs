using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> EasternEurope()
    {
        yield return new(Pii("PL_PESEL", "PESEL"), "99999999999", IsPesel, 0.45, new("pesel", "numer ewidencyjny", "polish", "nr ewidencyjny"));
        var (nip, nipWords) = (Pii("PL_NIP", "NIP"), new ContextWords("nip", "identyfikacji podatkowej", "numer podatkowy", "polish tax", "polish vat", "tax identification"));
        yield return new(nip, "9999999999", IsNip, Checked, nipWords);
        yield return new(nip, "PL9999999999", static id => IsNip(id[2..]), 0.5, nipWords);
        yield return new(Pii("PL_REGON", "REGON"), "999999999", IsRegon, 0.2, new("regon", "rejestr gospodarki", "polish business", "polish company"));
        var (birth, birthWords) = (Pii("CZ_RC", "RODNE_CISLO"), new ContextWords("rodné číslo", "rodne cislo", "rodného čísla", "rodným číslem", "r.č.", "r. č.", "rč", "rodne c", "birth number", "czech", "slovak", "birth registration"));
        yield return new(birth, "9999999999", IsBirthNumber, 0.35, birthWords);
        yield return new(Pii("HU_TAJ", "TAJ"), "999999999", IsTaj, 0.2, new("taj", "társadalombiztosítási", "tb szám", "hungarian social", "hungarian health", "social security"));
        yield return new(Pii("HU_TAX_ID", "ADOAZONOSITO"), "8999999999", IsHungarianTaxId, Checked, new("adóazonosító", "adoazonosito", "tax id", "hungarian tax", "adójel", "tax identification"));
        yield return new(Pii("RO_CNP", "CNP"), "9999999999999", IsRomanian, Likely, new("cnp", "cod numeric personal", "codul numeric", "romanian", "romania", "c.n.p")) { Layouts = "13" };
        yield return new(Pii("BG_EGN", "EGN"), "9999999999", IsBulgarian, 0.4, new("egn", "егн", "единен граждански", "bulgarian", "лнч", "unified civil", "uniform civil"));
        yield return new(Pii("GR_AMKA", "AMKA"), "99999999999", static id => IsDate(Two(id, 2), Two(id, 0)) && IsLuhn(id), 0.45, new("amka", "αμκα", "α.μ.κ.α", "a.m.k.a", "greek", "κοινωνικής ασφάλισης"));
        yield return new(Pii("GR_AFM", "AFM"), "999999999", IsAfm, 0.2, new("afm", "αφμ", "α.φ.μ", "a.f.m", "greek tax", "greek vat", "φορολογικού μητρώου", "αριθμός φορολογικού"));
        yield return new(Pii("SI_EMSO", "EMSO"), "9999999999999", IsJmbg, Likely, new("emšo", "emso", "jmbg", "matična številka", "enotna matična", "matični broj", "јмбг", "матични број", "embg", "ембг", "slovenian", "personal identification number", "unique master")) { Layouts = "13" };
        yield return new(Pii("HR_OIB", "OIB"), "99999999999", static id => !IsRepdigit(id) && IsMod11And10(id), 0.34, new("oib", "osobni identifikacijski", "croatian", "croatia"));
        yield return new(Pii("TR_NATIONAL_ID", "TCKN"), "99999999999", IsTurk, 0.46, new("tc kimlik", "t.c. kimlik", "tckn", "kimlik", "turkish", "turkey", "vatandaşlık", "t.c. no", "tc no", "türk"));
        var (plate, plateWords) = (Pii("TR_LICENSE_PLATE", "PLATE_TR"), new ContextWords("plaka", "plate ", "plate number", "license plate", "licence plate", "number plate", "plate:", "plate is", "my plate", "araç", "vehicle", "plakalı"));
        foreach (var shape in new[] { "99A9999", "99A99999", "99A999", "99AA999", "99AA9999", "99AA99", "99AAA99", "99AAA999", "99AAA9999" })
            yield return new(plate, shape, static id => Two(id, 0) is >= 1 and <= 81 && !HasAny(id, "QWX") && !IsDayOfYear(id), 0.3, plateWords, 0.8) { Capitals = true };

        var (inn, innWords) = (Pii("RU_INN", "INN"), new ContextWords("инн", "inn", "налогоплательщика", "russian tax", "идентификационный номер"));
        yield return new(inn, "9999999999", IsInn10, Checked, innWords);
        yield return new(inn, "999999999999", IsInn12, 0.4, innWords);
        yield return new(Pii("RU_SNILS", "SNILS"), "99999999999", IsSnils, 0.24, new("снилс", "snils", "страховой номер", "russian insurance", "russian pension", "пенсионн"));
        yield return new(Pii("UA_RNTRC", "RNOKPP"), "9999999999", IsUkrainian, 0.25, new("рнокпп", "іпн", "ідентифікаційний", "податковий номер", "rnokpp", "rntrc", "ipn", "ukrainian", "ідентифікаційний код", "платника податків"));
    }

    // The month tells the century: 80 for 18xx, 0 for 19xx, 20 for 20xx.
    private static bool IsPesel(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2) % 20, Two(id, 4)) && WeightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;

    // "21 Mar 2019" has the shape of a number plate.
    private static bool IsDayOfYear(ReadOnlySpan<char> id) =>
        id.Length == 9 && Two(id, 5) is 19 or 20 && " JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC ".AsSpan().IndexOf(id[2..5]) >= 0;

    private static bool IsNip(ReadOnlySpan<char> id) => id[0] != '0' && !IsRepdigit(id) && WeightedSum(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == Digit(id[9]);

    private static bool IsRegon(ReadOnlySpan<char> id) => !IsRepdigit(id) && WeightedSum(id, [8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == Digit(id[8]);

    // Zákon 133/2000: a multiple of eleven; the month of women is raised by 50, of crowded days by 20.
    private static bool IsBirthNumber(ReadOnlySpan<char> id)
    {
        // Ten digits are given since 1954, months raised by 20 since 2004; before 1985 a remainder of ten was written 0.
        var (year, month) = (Two(id, 0), Two(id, 2) % 50);
        var late = year is >= 4 and < 35;
        return year is < 35 or >= 54 && IsDate(late ? month % 20 : month, Two(id, 4)) && (Modulo(id, 11) == 0 || (year is >= 54 and <= 85 && id[9] == '0' && Modulo(id[..9], 11) == 10));
    }

    private static bool IsTaj(ReadOnlySpan<char> id) => !IsRepdigit(id) && WeightedSum(id, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == Digit(id[8]);

    private static bool IsHungarianTaxId(ReadOnlySpan<char> id) => WeightedSum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == Digit(id[9]);

    private static bool IsRomanian(ReadOnlySpan<char> id) =>
        id[0] is not ('0' or '9') && IsDate(Two(id, 3), Two(id, 5)) && Two(id, 7) is (>= 1 and <= 52) or 70 or (>= 80 and <= 83) && WeightedSum(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 % 10 is var check
        && (WeightedSum(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 == 10 ? 1 : check) == Digit(id[12]);

    // The month is raised by 20 before 1900 and by 40 since 2000.
    private static bool IsBulgarian(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2) % 20, Two(id, 4)) && WeightedSum(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == Digit(id[9]);

    private static bool IsAfm(ReadOnlySpan<char> id) => !IsRepdigit(id) && WeightedSum(id, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == Digit(id[8]);

    // The unique number of Yugoslavia, still in use in its successors: birth date, region, serial, modulo 11.
    private static bool IsJmbg(ReadOnlySpan<char> id)
    {
        var check = (11 - (WeightedSum(id, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        return IsDate(Two(id, 2), Two(id, 0)) && id[4] is '0' or '9' && IsDate(Two(id, 2), Two(id, 0)) && check == Digit(id[12]);
    }

    // Nüfus ve Vatandaşlık İşleri: odd places sevenfold less the even ones, then the sum of all.
    private static bool IsTurk(ReadOnlySpan<char> id)
    {
        var odd = WeightedSum(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
        var even = WeightedSum(id, [0, 1, 0, 1, 0, 1, 0, 1]);
        return id[0] != '0' && ((odd * 7) - even + 100) % 10 == Digit(id[9]) && (odd + even + Digit(id[9])) % 10 == Digit(id[10]);
    }

    private static bool IsInn10(ReadOnlySpan<char> id) => !IsRepdigit(id) && WeightedSum(id, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == Digit(id[9]);

    private static bool IsInn12(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && WeightedSum(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == Digit(id[10])
        && WeightedSum(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == Digit(id[11]);

    private static bool IsSnils(ReadOnlySpan<char> id) => !IsRepdigit(id) && WeightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == Two(id, 9);

    private static bool IsUkrainian(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && (WeightedSum(id, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) + 1100) % 11 % 10 == Digit(id[9]);
}
