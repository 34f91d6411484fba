namespace MicroApps.Detection;

/// <summary>Names of months, and their short forms, in English, German, French, Spanish, Portuguese, Italian and Dutch.</summary>
internal static class MonthNames
{
    public const int Longest = 10;

    private static readonly string[] Names = (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        + "januar jänner februar märz mai juni juli oktober dezember mär okt dez "
        + "janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc "
        + "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic "
        + "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev set out "
        + "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott "
        + "januari februari maart mei augustus").Split(' ');

    private static readonly StringSet Lookup = new(Names);

    /// <summary>Where a month begins that ends, with a space or a point and a space behind it, at <paramref name="end"/>; 0 when there is none.</summary>
    public static int Before(ref TextWindow text, int end)
    {
        var last = end;
        while (end - last < 2 && text[last - 1] is ' ' or '.')
            last--;
        var start = Unfinished(ref text, last);
        return last < end && start < last && Lookup.Contains(text.Slice(start, last - start)) ? start : 0;
    }

    /// <summary>Where the letters begin that stand right before <paramref name="end"/>, when they are few enough for a month; else <paramref name="end"/>.</summary>
    public static int Unfinished(ref TextWindow text, int end)
    {
        var start = end;
        while (end - start <= Longest && char.IsLetter(text[start - 1]))
            start--;
        return end - start > Longest ? end : start;
    }

    /// <summary>The position after the month that begins at <paramref name="start"/>; 0 when there is none.</summary>
    public static int After(ref TextWindow text, int start)
    {
        var end = start;
        while (end - start <= Longest && char.IsLetter(text[end]))
            end++;
        return end > start && Lookup.Contains(text.Slice(start, end - start)) ? end : 0;
    }
}
