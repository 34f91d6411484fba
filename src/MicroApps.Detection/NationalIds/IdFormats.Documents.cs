using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // Papers and registers that other tables have no place for.
    private static IEnumerable<IdFormat> Documents()
    {
        var (british, britishWords) = (Pii("UK_PASSPORT", "PASSPORT_UK"), new ContextWords("british passport", "uk passport", "passport", "travel document", "hmpo", "hm passport"));
        yield return new(british, "AA9999999", null, 0.27, britishWords, 0.55, true);
        yield return new(british, "999999999", null, 0.05, new("british passport", "uk passport", "hmpo", "hm passport", "british citizen"), 0.8, true);
        yield return new(Pii("FR_PASSPORT", "PASSPORT_FR"), "99AA99999", null, 0.2, new("passeport", "french passport", "passport"), 0.85, true);
        yield return new(Pii("NL_PASSPORT", "PASSPORT_NL"), "AAXXXXXX9", static id => !id[2..].Contains('O') && id[2..8].ContainsAnyInRange('0', '9'), 0.05, new("paspoort", "dutch passport", "identiteitskaart"), 0.85, true);
        yield return new(Pii("PL_ID_CARD", "DOWOD"), "AAA999999", static id => WeightedSum(id, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 == 0, 0.3, new("dowód osobisty", "dowod osobisty", "dowodu", "dowód", "seria i numer", "polish id"), 0.9);
        yield return new(Pii("DE_FUEHRERSCHEIN", "FUEHRERSCHEIN"), "AX99999999X", static id => id[1] == '0' || char.IsAsciiLetterUpper(id[1]), 0.35,
            new("führerschein", "fuehrerschein", "fahrerlaubnis", "driving licence", "driving license", "driver's license", "driver license", "licence number", "license number", "kba"), 0.85, true);
        var (register, registerWords) = (Pii("DE_HANDELSREGISTER", "HANDELSREGISTER"), new ContextWords("handelsregister", "amtsgericht", "registergericht", "commercial register", "gmbh", "firma"));
        foreach (var section in new[] { "HRA", "HRB" })
            for (var digits = 2; digits <= 6; digits++)
                yield return new(register, section + new string('9', digits), null, 0.6, registerWords) { Layouts = $"3 {digits}|{digits + 3}" };
        var (pupil, pupilWords) = (Pii("UK_UPN", "UPN"), new ContextWords("upn", "unique pupil", "pupil number"));
        yield return new(pupil, "A999999999999", IsPupil, Likely, pupilWords);
        yield return new(pupil, "A99999999999A", IsPupil, Rare, pupilWords);
        yield return new(Pii("PH_PASSPORT", "PASSPORT_PH"), "A9999999A", static id => id[0] == 'P' && id[8] is 'A' or 'B' or 'C', 0.36, new("philippine passport", "passport", "pasaporte", "dfa"), 0.85, true);
        yield return new(Pii("PH_PHILHEALTH", "PHILHEALTH"), "999999999999", null, 0.05, new("philhealth", "pin number"), 0.8);
        yield return new(Pii("PH_SSS", "SSS"), "9999999999", null, 0.05, new("sss no", "sss number", "sss:", "sss id", "social security system"), 0.8);
        yield return new(Pii("PH_UMID", "UMID"), "999999999999", null, 0.05, new("umid", "crn", "common reference number", "unified multi-purpose"), 0.8);
    }

    // Department for Education: weights 2 to 13 modulo 23; temporary numbers end with a letter.
    private static bool IsPupil(ReadOnlySpan<char> id)
    {
        const string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ0123456789";
        var sum = 0;
        for (var i = 1; i < 13; i++)
        {
            var value = Alphabet.IndexOf(id[i], StringComparison.Ordinal);
            sum += value * (i + 1);
        }

        return Alphabet[sum % 23] == id[0];
    }
}
