using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    // Hospitals number their records as they like: a prefix that says it, or digits close behind a word that does.
    private static IEnumerable<IdFormat> Medical()
    {
        var (record, words) = (Pii("MEDICAL_RECORD_NUMBER", "MRN"), new ContextWords(
            "mrn", "medical record", "med rec", "patient id", "patient number", "patient no", "patient record", "chart number", "hospital number", "health record"));
        for (var digits = 5; digits <= 10; digits++)
            yield return new(record, new string('9', digits), IsNoDate, 0.02, words, 0.96);
        for (var digits = 5; digits <= 8; digits++)
        {
            var number = new string('9', digits);
            yield return new(record, "MRN" + number, null, Rare, words);
            yield return new(record, "A" + number, null, Shape, words, 0.9, true);
            yield return new(record, "AA" + number, null, 0.02, words, 0.8, true);
            yield return new(record, "AAA" + number, id => IsNoDate(id[3..]), 0.02, words, 0.9);
        }

        yield return new(record, "MED9999999", null, 0.6, words);
        yield return new(record, "MED99999999", null, 0.6, words);
    }

    private static bool IsNoDate(ReadOnlySpan<char> id) =>
        id.Length != 8
            || (!(Two(id, 0) is 19 or 20 && IsDate(Two(id, 4), Two(id, 6)))
                && !(Two(id, 4) is 19 or 20 && (IsDate(Two(id, 0), Two(id, 2)) || IsDate(Two(id, 2), Two(id, 0)))));
}
