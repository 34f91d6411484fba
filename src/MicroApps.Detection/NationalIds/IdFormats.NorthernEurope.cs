using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> NorthernEurope()
    {
        var (dane, daneWords) = (Pii("DK_CPR", "CPR"), new ContextWords("cpr", "personnummer", "cpr-nummer", "danish", "denmark", "civil registration", "central person register", "personal identification number", "sygesikring"));
        yield return new(dane, "9999999999", static id => IsDane(id) && WeightedSum(id, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, 0.35, daneWords);
        yield return new(dane, "9999999999", IsDane, 0.3, daneWords, 0.93) { Layouts = "6-4" };
        yield return new(Pii("NO_FODSELSNUMMER", "FNR"), "99999999999", IsNorwegian, 0.45, new("fødselsnummer", "fodselsnummer", "personnummer", "fnr", "norwegian", "norway", "d-nummer", "fødsels- og personnummer", "national identity number", "birth number"));
        var (swede, swedeWords) = (Pii("SE_PERSONNUMMER", "PERSONNUMMER"), new ContextWords("personnummer", "samordningsnummer", "personnr", "swedish", "sweden", "personal identity number", "coordination number", "person nr"));
        yield return new(swede, "9999999999", IsSwede, 0.4, swedeWords) { Layouts = "10|6-4" };
        yield return new(swede, "999999999999", static id => Two(id, 0) is 18 or 19 or 20 && IsSwede(id[2..]), Likely, swedeWords) { Layouts = "12|8-4" };
        yield return new(Pii("SE_ORGANISATIONSNUMMER", "ORGNR"), "9999999999", static id => id[2] >= '2' && id[0] is '1' or '2' or '3' or '5' or '6' or '7' or '8' or '9' && id[2] >= '2' && IsLuhn(id), 0.36,
            new("organisationsnummer", "orgnr", "org.nr", "org nr", "org.nummer", "organisation number", "organization number", "organisational number", "orgnummer", "swedish company", "bolag", "corporate identity number")) { Layouts = "10|6-4" };
        var (finn, finnWords) = (Pii("FI_PERSONAL_IDENTITY_CODE", "HETU"), new ContextWords("hetu", "henkilötunnus", "henkilötunnuksen", "personbeteckning", "finnish", "finland", "sotu", "henkilöturvatunnus", "hetu-tunnus", "personal identity code"));
        yield return new(finn, "999999A999X", IsFinn, Rare, finnWords);
        yield return new(finn, "999999999X", IsFinnOfTheLastCentury, 0.5, finnWords) { Layouts = "6-4" };
        yield return new(Pii("IS_KENNITALA", "KENNITALA"), "9999999999", IsIcelander, 0.4, new("kennitala", "kennitölu", "kt.", "kt:", "icelandic", "iceland"));
        yield return new(Pii("EE_IK", "ISIKUKOOD"), "99999999999", IsBaltic, 0.45, new("isikukood", "isikukoodi", "estonian", "estonia", "personal code", "personal identification code", "ik:"));
        yield return new(Pii("LT_ASMENS", "ASMENS_KODAS"), "99999999999", IsBaltic, 0.44, new("asmens kod", "asmens", "lithuanian", "lithuania", "a.k.", "personal code"));
        yield return new(Pii("LV_PK", "PERSONAS_KODS"), "99999999999", IsLatvian, 0.4, new("personas kods", "personas kodu", "personas koda", "latvian", "latvia", "p.k.", "personal code"));
    }

    // CPR-kontoret: numbers since 2007 need not keep to modulo 11, so only those that do count without a word.
    private static bool IsDane(ReadOnlySpan<char> id) => IsDate(Two(id, 2), Two(id, 0)) && id[6..] is not "0000";

    // Skatteetaten: two check digits modulo 11; D-numbers add 40 to the day, others 40 or 80 to the month.
    private static bool IsNorwegian(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2) % 40, Two(id, 0) % 40)
        && (11 - (WeightedSum(id, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11 == Digit(id[9])
        && (11 - (WeightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == Digit(id[10]);

    // Skatteverket: Luhn; coordination numbers add 60 to the day.
    private static bool IsSwede(ReadOnlySpan<char> id) => IsDate(Two(id, 2), Two(id, 4) % 60) && IsLuhn(id);

    // Digi- ja väestötietovirasto: the remainder modulo 31 picks the last character; since 2023 more letters stand for the century.
    private static bool IsFinn(ReadOnlySpan<char> id) => "ABCDEFUVWXY".Contains(id[6]) && IsFinn(id[..6], id[7..10], id[10]);

    private static bool IsFinnOfTheLastCentury(ReadOnlySpan<char> id) => IsFinn(id[..6], id[6..9], id[9]);

    private static bool IsFinn(ReadOnlySpan<char> date, ReadOnlySpan<char> number, char check)
    {
        Span<char> all = stackalloc char[9];
        date.CopyTo(all);
        number.CopyTo(all[6..]);
        return number is not ("000" or "001") && IsDate(Two(date, 2), Two(date, 0)) && "0123456789ABCDEFHJKLMNPRSTUVWXY"[Modulo(all, 31)] == check;
    }

    // Þjóðskrá: companies add 40 to the day; the ninth digit checks, the tenth is the century.
    private static bool IsIcelander(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2), Two(id, 0) % 40) && id[9] is '0' or '8' or '9'
        && IsDate(Two(id, 2), Two(id, 0) % 40) && (11 - (WeightedSum(id, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == Digit(id[8]);

    // EVS 585 and the Lithuanian scheme: weights 1 to 9, 1; when that gives ten, 3 to 9, 1, 2, 3.
    private static bool IsBaltic(ReadOnlySpan<char> id)
    {
        // A 9 stands for a birth date that is not known.
        if (id[0] == '0' || (id[0] != '9' && !IsDate(Two(id, 3), Two(id, 5))))
            return false;
        var check = WeightedSum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        return (check < 10 ? check : WeightedSum(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10) == Digit(id[10]);
    }

    private static bool IsLatvian(ReadOnlySpan<char> id) =>
        IsDate(Two(id, 2), Two(id, 0)) && id[6] is '0' or '1' or '2' && IsDate(Two(id, 2), Two(id, 0))
        && (1101 - WeightedSum(id, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == Digit(id[10]);
}
