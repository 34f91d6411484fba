namespace MicroApps.Detection;

/// <summary>Finds German number plates: district, one or two letters, up to four digits, E or H (Fahrzeug-Zulassungsverordnung).</summary>
internal sealed class GermanPlateDetector() : Detector(EntityTypes.GermanPlate, Anchor.DigitRuns, maxLength: Longest, lookBack: Letters)
{
    private const int Letters = 7, Longest = 12, MaxDigits = 4;

    private static readonly ContextWords Words = new(
        "kennzeichen", "nummernschild", "kfz", "zulassung", "fahrzeug", "auto", "pkw", "lkw", "wagen", "number plate", "license plate", "licence plate", "german plate", "vehicle");

    internal override bool MayBegin(in DigitRun run) =>
        run.Length <= MaxDigits && run.Before is ' ' or '-' && char.IsAsciiLetterUpper(run.BeforeThat);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (text[anchor] == '0' || text[anchor - 1] is not (' ' or '-'))
            return null;
        var letters = CapitalsBefore(ref text, anchor - 1, 2);
        var middle = letters - 1;
        if (letters == anchor - 1 || text[middle] is not (' ' or '-'))
            return null;
        var start = CapitalsBefore(ref text, middle, 3);
        if (start == middle || char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' or '/')
            return null;
        text.Hold(start);
        var end = text.Run(anchor, CharSet.Digits, MaxDigits + 1);
        if (end - anchor > MaxDigits)
            return null;
        end += text[end] is 'E' or 'H' ? 1 : 0;
        if (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '%' || (text[end] is '-' or '.' or ',' or '/' or ':' && char.IsLetterOrDigit(text[end + 1])))
            return null;
        if (Words.Near(ref text, start))
            return Found(start, end, 0.85);
        return Found(start, end, text[start - 1] == '\0' && text[end] == '\0' ? 0.55 : 0.3);
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        var letters = CapitalsBefore(ref text, text[end - 1] is ' ' or '-' ? end - 1 : end, 3);
        if (!IsCapital(text[letters]) || letters == end)
            return end;
        var district = text[letters - 1] is ' ' or '-' ? CapitalsBefore(ref text, letters - 1, 3) : letters;
        var start = IsCapital(text[district]) ? district : letters;
        return char.IsLetterOrDigit(text[start - 1]) ? end : start;
    }

    private static int CapitalsBefore(ref TextWindow text, int end, int most)
    {
        var start = end;
        while (end - start < most && IsCapital(text[start - 1]))
            start--;
        return start;
    }

    private static bool IsCapital(char c) => char.IsAsciiLetterUpper(c) || c is 'Ä' or 'Ö' or 'Ü';
}
