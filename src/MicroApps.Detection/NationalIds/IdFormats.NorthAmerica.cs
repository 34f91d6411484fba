using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> NorthAmerica()
    {
        yield return new(Pii("CA_SIN", "SIN"), "999999999", IsSin, Checked, new("sin", "social insurance", "insurance number", "assurance sociale", "nas", "canadian social", "canadian sin", "numéro d'assurance"));
        var (business, businessWords) = (Pii("CA_BN", "BUSINESS_NUMBER"), new ContextWords("business number", "bn", "cra", "numéro d'entreprise", "gst number", "hst number", "gst/hst", "canadian business", "canada revenue"));
        yield return new(business, "999999999AA9999", id => IsLuhn(id[..9]) && id[9..11] is "RC" or "RM" or "RP" or "RT" or "RR" or "RZ", Rare, businessWords);
        yield return new(business, "999999999", IsLuhn, 0.2, businessWords);
        var (canada, passport) = (Pii("CA_PASSPORT", "PASSPORT_CA"), new ContextWords("canadian passport", "passport", "passeport"));
        yield return new(canada, "AA999999", null, Shape, passport, 0.6, true);
        yield return new(canada, "A999999AA", null, Shape, passport, 0.6, true);

        var (rfc, rfcWords) = (Pii("MX_RFC", "RFC"), new ContextWords("rfc", "registro federal", "contribuyente", "taxpayer", "tax id", "sat:", "mexican tax", "r.f.c", "mexican"));
        foreach (var shape in new[] { "AAAA999999XXX", "AAA999999XXX" })
        {
            yield return new(rfc, shape, IsRfc, Rare, rfcWords) { Layouts = "13|12|4 6 3|3 6 3|4-6-3|3-6-3|4 9|3 9" };
            yield return new(rfc, shape, IsRfcShape, Shape, rfcWords, 0.6);
        }

        yield return new(Pii("MX_CURP", "CURP"), "AAAA999999AAAAAAX9", IsCurp, Rare, new("curp", "clave única", "clave unica", "registro de población", "mexican"));

        foreach (var format in UnitedStatesByContext())
            yield return format;
    }

    // Each state has its own shape; all of them are common ones, so a word must say it.
    private static IEnumerable<IdFormat> UnitedStatesByContext()
    {
        var (license, words) = (Pii("US_DRIVER_LICENSE", "DRIVER_LICENSE"), new ContextWords(
            "driver's license", "drivers license", "driver license", "driver’s license", "driving license", "dl number", "dl#", "license number", "licence number", "dmv", "dln", "driver licence", "drivers licence", "driver's licence", "driving licence", "driver id", "permit number", "license no", "license #", "license:", "dl:", "dl is"));
        foreach (var shape in new[] { "9999999", "99999999", "999999999", "A999999", "A9999999", "A99999999", "A999999999999", "A99999999999999", "AA999999", "AA9999999", "99AAA9999", "A99999999999" })
            yield return new(license, shape, null, 0.05, words, 0.6);
        var (bank, bankWords) = (Pii("US_BANK_NUMBER", "BANK_ACCOUNT"), new ContextWords(
            "bank account", "account number", "account no", "account #", "acct", "checking", "savings", "direct deposit", "debit from", "bank acct", "deposit account", "bank number", "my account", "account:"));
        for (var length = 8; length <= 17; length++)
            yield return new(bank, new string('9', length), null, 0.05, bankWords, 0.5);
    }

    private static bool IsLuhn(ReadOnlySpan<char> id) => !IsRepdigit(id) && Luhn.IsValid(id);

    // Service Canada: 0 and 8 begin no number of a person.
    private static bool IsSin(ReadOnlySpan<char> id) => id[0] is not ('0' or '8') && IsLuhn(id);

    // SAT: the letters of the name, the date of birth or foundation, two characters against doubles and a check digit modulo 11.
    private static bool IsRfc(ReadOnlySpan<char> id)
    {
        const string Alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
        if (!IsRfcShape(id))
            return false;
        var sum = id.Length == 12 ? Alphabet.IndexOf(' ', StringComparison.Ordinal) * 13 : 0;
        for (var i = 0; i < id.Length - 1; i++)
            sum += Alphabet.IndexOf(id[i], StringComparison.Ordinal) * (id.Length - i);
        return Alphabet[(11 - (sum % 11)) % 11] == id[^1];
    }

    private static bool IsRfcShape(ReadOnlySpan<char> id)
    {
        var tail = id[^3..];
        return IsDate(Two(id[^9..], 2), Two(id[^9..], 4))
            && tail[0] is (>= '1' and <= '9') or (>= 'A' and <= 'V') && tail[1] != '0' && tail[2] is (>= '0' and <= '9') or 'A';
    }

    // RENAPO: date of birth, sex, state, inner consonants, a character for the century and a check digit modulo 10.
    private static bool IsCurp(ReadOnlySpan<char> id)
    {
        const string Alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        const string States = " AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE ";
        if (!IsDate(Two(id, 6), Two(id, 8)) || id[10] is not ('H' or 'M' or 'X') || States.AsSpan().IndexOf(id[11..13]) < 0 || HasAny(id[13..16], "AEIOU"))
            return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += Alphabet.IndexOf(id[i], StringComparison.Ordinal) * (18 - i);
        return (10 - (sum % 10)) % 10 == Digit(id[17]);
    }
}
