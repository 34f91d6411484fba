using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // Numbers of companies and tax payers in Europe, which sole traders have too.
    private static IEnumerable<IdFormat> Companies()
    {
        var (cui, cuiWords) = (Pii("RO_CUI", "CUI"), new ContextWords("cui", "cif", "c.u.i", "cod unic", "cod fiscal", "romanian company", "romanian tax"));
        yield return new(Pii("FI_YTUNNUS", "Y_TUNNUS"), "99999999", static id => (11 - (WeightedSum(id, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 == Digit(id[7]) && !IsRepdigit(id), 0.35,
            new("y-tunnus", "ytunnus", "y tunnus", "fo-nummer", "finnish business", "finnish company", "business id")) { Layouts = "7-1" };
        yield return new(Pii("NO_ORGNR", "ORGNR_NO"), "999999999", IsNorwegianCompany, Checked, new("organisasjonsnummer", "orgnr", "org.nr", "org nr", "org. nr", "foretaksnummer", "norwegian company", "norwegian organisation", "organisation number"));
        yield return new(Pii("NO_KONTONR", "KONTONR"), "99999999999", static id => Modulo11(WeightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) == Digit(id[10]), Checked, new("kontonummer", "kontonr", "norwegian bank")) { Layouts = "4.2.5|4 2 5" };
        yield return new(Pii("DK_CVR", "CVR"), "99999999", static id => id[0] != '0' && WeightedSum(id, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, 0.2, new("cvr", "danish company", "danish business", "se-nummer"));
        yield return new(Pii("EE_REGISTRIKOOD", "REGISTRIKOOD"), "99999999", static id => id[0] is '1' or '7' or '8' or '9' && IsLithuanian(id), 0.2, new("registrikood", "registrikoodi", "estonian company", "estonian registry", "registry code"));
        yield return new(Pii("AT_TIN", "STNR_AT"), "999999999", static id => (10 - (CrossSum(id, [1, 2, 1, 2, 1, 2, 1, 2]) % 10)) % 10 == Digit(id[8]) && !IsRepdigit(id), 0.2, new("abgabenkontonummer", "steuernummer", "st.nr", "austrian tax", "tin")) { Layouts = "2-3/4|2 3/4|5/4" };
        yield return new(Pii("CZ_ICO", "ICO"), "99999999", IsCzechCompany, 0.2, new("ičo", "ico", "ič:", "identifikační číslo", "czech company", "slovak company"));
        yield return new(cui, "99999999", IsRomanianCompany, 0.2, cuiWords);
        yield return new(cui, "9999999", IsRomanianCompany, 0.2, cuiWords);
        yield return new(Pii("HU_ANUM", "ADOSZAM"), "99999999999", static id => IsHungarianCompany(id) && Digit(id[8]) is >= 1 and <= 5, 0.36, new("adószám", "adoszam", "hungarian tax", "hungarian vat", "hungarian company")) { Layouts = "8-1-2" };
        yield return new(Pii("SI_DDV", "DAVCNA"), "99999999", static id => id[0] != '0' && (11 - (WeightedSum(id, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[7]), 0.2, new("davčna številka", "davčna", "davcna", "ddv", "slovenian tax", "slovenian vat"));
        yield return new(Pii("BG_EIK", "EIK"), "999999999", IsBulgarianCompany, 0.2, new("еик", "eik", "булстат", "bulstat", "bulgarian company", "uic"));
        yield return new(Pii("BG_PNF", "PNF"), "9999999999", IsForeignerInBulgaria, 0.2, new("лнч", "lnch", "pnf", "личен номер", "foreigner"));
        yield return new(Pii("FR_NIF", "SPI"), "9999999999999", static id => id[0] <= '3' && !IsRepdigit(id) && Modulo(id[..10], 511) == (Digit(id[10]) * 100) + Two(id, 11), Checked, new("numéro fiscal", "numero fiscal", "n° fiscal", "spi", "référence fiscal", "french tax", "impôts", "nif", "tax identification")) { Layouts = "2 2 3 3 3" };
        yield return new(Pii("LV_REG", "REG_LV"), "99999999999", static id => id[0] > '3' && WeightedSum(id, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3, Checked, new("reģistrācijas numurs", "reģ. nr", "vienotais reģistr", "pvn", "latvian company"));
        yield return new(Pii("ES_CCC", "CCC"), "99999999999999999999", IsSpanishAccount, 0.45, new("ccc", "cuenta", "código cuenta", "nº de cuenta", "spanish bank")) { Layouts = "20|4 4 2 10|4-4-2-10|4 4 4 4 4" };
        yield return new(Pii("PT_CC", "CC_PT"), "999999999XX9", IsPortugueseCard, Likely, new("cartão de cidadão", "cartao de cidadao", "cartão do cidadão", "portuguese id", "portuguese identity", "cc:")) { Layouts = "12|8 1 3|8-1-3|8 4|8 1 2 1" };
    }

    private static int Modulo11(int sum) => (11 - (sum % 11)) % 11;

    private static bool IsNorwegianCompany(ReadOnlySpan<char> id) => id[0] is '8' or '9' && WeightedSum(id, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    // Český statistický úřad: weights 8 to 2; ten and eleven are written 1 and 0.
    private static bool IsCzechCompany(ReadOnlySpan<char> id) => !IsRepdigit(id) && (11 - (WeightedSum(id, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[7]);

    // Ministerul Finanțelor: weights from the right, ten times the sum, modulo 11.
    private static bool IsRomanianCompany(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<int> weights = [2, 3, 5, 7, 1, 2, 3, 5, 7];
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++)
            sum += Digit(id[id.Length - 2 - i]) * weights[i];
        return id[0] != '0' && !IsRepdigit(id) && sum * 10 % 11 % 10 == Digit(id[^1]);
    }

    private static bool IsHungarianCompany(ReadOnlySpan<char> id) => id[0] != '0' && WeightedSum(id, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0;

    // Агенция по вписванията: a second set of weights where the first gives ten.
    private static bool IsBulgarianCompany(ReadOnlySpan<char> id)
    {
        var check = WeightedSum(id, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
        return !IsRepdigit(id) && (check < 10 ? check : WeightedSum(id, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10) == Digit(id[8]);
    }

    private static bool IsForeignerInBulgaria(ReadOnlySpan<char> id) => !IsRepdigit(id) && WeightedSum(id, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == Digit(id[9]);

    // Banco de España: a digit over bank and branch, and one over the account.
    private static bool IsSpanishAccount(ReadOnlySpan<char> id)
    {
        static int Check(int sum) => sum % 11 < 2 ? sum % 11 : 11 - (sum % 11);
        return !IsRepdigit(id) && Check(WeightedSum(id, [4, 8, 5, 10, 9, 7, 3, 6])) == Digit(id[8])
            && Check(WeightedSum(id[10..], [1, 2, 4, 8, 5, 10, 9, 7, 3, 6])) == Digit(id[9]);
    }

    // Autenticação.gov: Luhn in which letters are worth 10 to 35.
    private static bool IsPortugueseCard(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length; i++)
        {
            var value = Value36(id[i]) * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 && i % 2 == 0 ? value - 9 : value;
        }

        return !char.IsAsciiDigit(id[9]) && sum % 10 == 0;
    }
}
