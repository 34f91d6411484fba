using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // No vowels and nothing that looks like a digit: the alphabet of German identity documents.
    private const string DocumentLetters = "CFGHJKLMNPRTVWXYZ";

    private static IEnumerable<IdFormat> GermanSpeaking()
    {
        yield return new(Pii("DE_TAX_ID", "TAX_ID_DE"), "99999999999", IsGermanTaxId, 0.35, new("steuer id", "steuer-id", "steuerid", "steueridentifikation", "identifikationsnummer", "idnr", "id-nr", "tin", "tax id", "tax identification", "german tax", "steuerliche"));
        yield return new(Pii("DE_SOCIAL_SECURITY", "RVNR"), "99999999A999", IsPensionNumber, Rare, new("rentenversicherung", "sozialversicherung", "rvnr", "svnr", "sv-nummer", "versicherungsnummer", "german social security", "social security", "pension")) { Layouts = "12|2 6 1 3|8 1 3|2-6-1-3" };
        yield return new(Pii("DE_HEALTH_INSURANCE", "KVNR"), "A999999999", IsHealthNumber, Likely, new("kvnr", "krankenversicher", "versichertennummer", "krankenkasse", "gesundheitskarte", "health insurance", "egk")) { Layouts = "10|1 9|1-9|4 3 3|4 6" };
        var (card, cardWords) = (Pii("DE_ID_CARD", "ID_CARD_DE"), new ContextWords("personalausweis", "ausweis", "perso", "identity card", "id card", "german id", "npa", "dokumentennummer"));
        yield return new(card, "AXXXXXXXX", IsDocument, 0.26, cardWords, 0.8, true);
        yield return new(card, "AXXXXXXXX9", IsCheckedDocument, 0.4, cardWords, 0.9, true);
        var (passport, passportWords) = (Pii("DE_PASSPORT", "PASSPORT_DE"), new ContextWords("reisepass", "passnummer", "pass-nr", "passnr", "german passport", "deutscher pass"));
        yield return new(passport, "AXXXXXXXX", IsDocument, 0.25, passportWords, 0.85, true);
        yield return new(passport, "AXXXXXXXX9", IsCheckedDocument, 0.39, passportWords, 0.95, true);
        yield return new(Pii("DE_VAT_ID", "VAT_DE"), "DE999999999", static id => IsMod11And10(id[2..]), Rare, new("ust-id", "ustid", "umsatzsteuer", "vat", "ust-idnr", "ust.-id"));
        yield return new(Pii("DE_LANR", "LANR"), "999999999", IsDoctor, Checked, new("lanr", "arztnummer", "arzt-nr", "arztnr", "german physician"));
        yield return new(Pii("DE_BSNR", "BSNR"), "999999999", null, 0.05, new("bsnr", "betriebsstätte", "betriebsstaette", "betriebsstätten"), 0.8, true);
        var (tax, taxWords) = (Pii("DE_TAX_NUMBER", "TAX_DE"), new ContextWords("steuernummer", "steuernr", "st.-nr", "st-nr", "stnr", "steuer-nr", "st.nr", "finanzamt", "german tax number"));
        yield return new(tax, "9999999999", null, 0.05, taxWords, 0.7);
        yield return new(tax, "99999999999", null, 0.05, taxWords, 0.7);
        yield return new(tax, "9999999999999", null, 0.05, taxWords, 0.7);
        yield return new(Pii("DE_PLZ", "PLZ"), "99999", null, 0.02, new("plz", "postleitzahl", "german postal code", "german zip"), 0.7, true);

        yield return new(Pii("AT_SVNR", "SVNR_AT"), "9999999999", IsAustrian, 0.35, new("sozialversicherungsnummer", "svnr", "versicherungsnummer", "sv-nummer", "sv-nr", "vnr", "austrian", "österreich", "social insurance", "social security", "e-card")) { Layouts = "10|4 6|4-6|4 2 2 2|4/6" };
        yield return new(Pii("CH_AHV", "AHV"), "7569999999999", IsEan13, Likely, new("ahv", "avs", "sozialversicherungsnummer", "navs", "swiss", "nss", "social security", "social insurance")) { Layouts = "13|3.4.4.2|3 4 4 2|3-4-4-2" };
        yield return new(Pii("CH_UID", "UID_CH"), "CHE999999999", IsSwissCompany, Rare, new("uid", "mwst", "tva", "iva", "ide", "idi", "handelsregister", "swiss"));
    }

    // Bundeszentralamt für Steuern: ISO 7064 MOD 11,10; of the first ten digits one comes twice or three times, the others once at most.
    private static bool IsGermanTaxId(ReadOnlySpan<char> id)
    {
        if (id[0] == '0' || !IsMod11And10(id))
            return false;
        var (repeated, most) = (0, 0);
        for (var digit = '0'; digit <= '9'; digit++)
        {
            var count = id[..10].Count(digit);
            (repeated, most) = (repeated + (count > 1 ? 1 : 0), Math.Max(most, count));
        }

        return repeated == 1 && most <= 3;
    }

    // Deutsche Rentenversicherung: area, birth date, initial, serial; cross sums of the products with 2 1 2 5 7 1 2 1 2 1 2 1.
    private static bool IsPensionNumber(ReadOnlySpan<char> id)
    {
        Span<char> digits = stackalloc char[12];
        id[..8].CopyTo(digits);
        Spell(id[8], digits[8..]);
        id[9..11].CopyTo(digits[10..]);
        return IsDate(Two(id, 4), Math.Max(1, Two(id, 2) % 50)) && CrossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == Digit(id[11]);
    }

    // The letter counts as two digits; weights 1 and 2 in turns, cross sums.
    private static bool IsHealthNumber(ReadOnlySpan<char> id)
    {
        Span<char> digits = stackalloc char[10];
        Spell(id[0], digits);
        id[1..9].CopyTo(digits[2..]);
        return CrossSum(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == Digit(id[9]);
    }

    private static void Spell(char letter, Span<char> digits)
    {
        var value = letter - 'A' + 1;
        (digits[0], digits[1]) = ((char)('0' + (value / 10)), (char)('0' + (value % 10)));
    }

    private static int CrossSum(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = Digit(digits[i]) * weights[i];
            sum += (product / 10) + (product % 10);
        }

        return sum;
    }

    private static bool IsDocument(ReadOnlySpan<char> id)
    {
        var digits = 0;
        foreach (var c in id)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && !DocumentLetters.Contains(c))
                return false;
        }

        return digits is >= 4 and <= 8;
    }

    // ICAO Doc 9303: weights 7, 3, 1, modulo 10.
    private static bool IsCheckedDocument(ReadOnlySpan<char> id) =>
        IsDocument(id[..9]) && WeightedSum(id, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == Digit(id[9]);

    // Kassenärztliche Bundesvereinigung: weights 4 and 9 in turns over six digits.
    private static bool IsDoctor(ReadOnlySpan<char> id) => (10 - (WeightedSum(id, [4, 9, 4, 9, 4, 9]) % 10)) % 10 == Digit(id[6]) && id[..6] is not "000000";

    // Dachverband der Sozialversicherungsträger: the fourth digit checks the others; a birth date stands behind, with a month up to 15 where a day is full.
    private static bool IsAustrian(ReadOnlySpan<char> id) =>
        id[0] != '0' && IsDate(Math.Min(Two(id, 6), 12), Two(id, 4)) && Two(id, 6) <= 15 && WeightedSum(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == Digit(id[3]);

    private static bool IsEan13(ReadOnlySpan<char> id) => WeightedSum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0;

    private static bool IsSwissCompany(ReadOnlySpan<char> id) => (11 - (WeightedSum(id[3..], [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 == Digit(id[11]);
}
