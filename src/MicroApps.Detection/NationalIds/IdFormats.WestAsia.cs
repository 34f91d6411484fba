namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> WestAsia()
    {
        var (israel, israelWords) = (Pii("IL_IDNR", "ID_IL"), new ContextWords("teudat zehut", "teudat", "mispar zehut", "israel", "israeli", "t.z.", "tz:", "תעודת זהות", "ת.ז", "מספר זהות"));
        yield return new(israel, "999999999", IsLuhn, 0.25, israelWords);
        yield return new(israel, "99999999", IsLuhn, 0.2, israelWords);
        yield return new(Pii("AE_EMIRATES_ID", "EMIRATES_ID"), "999999999999999", id => id[..3] is "784" && Luhn.IsValid(id), Likely, new("emirates id", "emirates", "emirati", "uae", "الهوية")) { Layouts = "15|3-4-7-1|3 4 7 1" };
        yield return new(Pii("SA_NATIONAL_ID", "ID_SA"), "9999999999", id => id[0] is '1' or '2' && IsLuhn(id), Checked, new("iqama", "saudi", "absher", "national id", "الهوية", "إقامة"));
    }
}
