namespace MicroApps.Rego;

/// <summary>
/// A layout of Go's package <c>time</c>, which shows how the reference time Mon Jan 2 15:04:05 MST 2006 would be written: pieces that stand for something, each with
/// the literal text before it. The last piece is empty.
/// </summary>
internal static class TimeLayout
{
    public const string Rfc3339 = "2006-01-02T15:04:05Z07:00";
    public const string Rfc3339Nano = "2006-01-02T15:04:05.999999999Z07:00";

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["ANSIC"] = "Mon Jan _2 15:04:05 2006",
        ["UnixDate"] = "Mon Jan _2 15:04:05 MST 2006",
        ["RubyDate"] = "Mon Jan 02 15:04:05 -0700 2006",
        ["RFC822"] = "02 Jan 06 15:04 MST",
        ["RFC822Z"] = "02 Jan 06 15:04 -0700",
        ["RFC850"] = "Monday, 02-Jan-06 15:04:05 MST",
        ["RFC1123"] = "Mon, 02 Jan 2006 15:04:05 MST",
        ["RFC1123Z"] = "Mon, 02 Jan 2006 15:04:05 -0700",
        ["RFC3339"] = Rfc3339,
        ["RFC3339Nano"] = Rfc3339Nano,
    };

    /// <summary>The pieces by their first letter; of two that begin alike, the longer is first.</summary>
    private static readonly ILookup<char, (string Text, LayoutElement Element)> Pieces = new (string Text, LayoutElement Element)[]
    {
        ("2006", LayoutElement.Year), ("06", LayoutElement.ShortYear),
        ("January", LayoutElement.MonthName), ("Jan", LayoutElement.ShortMonthName), ("01", LayoutElement.ZeroMonth),
        ("Monday", LayoutElement.WeekdayName), ("Mon", LayoutElement.ShortWeekdayName),
        ("2", LayoutElement.Day), ("_2", LayoutElement.SpaceDay), ("02", LayoutElement.ZeroDay),
        ("__2", LayoutElement.SpaceDayOfYear), ("002", LayoutElement.ZeroDayOfYear),
        ("15", LayoutElement.Hour), ("1", LayoutElement.Month), ("3", LayoutElement.Hour12), ("03", LayoutElement.ZeroHour12),
        ("4", LayoutElement.Minute), ("04", LayoutElement.ZeroMinute), ("5", LayoutElement.Second), ("05", LayoutElement.ZeroSecond),
        ("PM", LayoutElement.Half), ("pm", LayoutElement.SmallHalf), ("MST", LayoutElement.ZoneName),
        ("-07:00:00", LayoutElement.Offset), ("-070000", LayoutElement.Offset), ("-07:00", LayoutElement.Offset), ("-0700", LayoutElement.Offset), ("-07", LayoutElement.Offset),
        ("Z07:00:00", LayoutElement.Offset), ("Z070000", LayoutElement.Offset), ("Z07:00", LayoutElement.Offset), ("Z0700", LayoutElement.Offset), ("Z07", LayoutElement.Offset),
    }.ToLookup(p => p.Text[0]);

    /// <summary>The layout with a name that OPA knows, or the text itself.</summary>
    public static string Resolve(string layout) => Named.TryGetValue(layout, out var known) ? known : layout;

    public static List<Part> Split(string layout)
    {
        var (parts, start) = (new List<Part>(), 0);
        for (var at = 0; at < layout.Length;)
        {
            var (element, length) = Find(layout, at);
            if (element == LayoutElement.None)
            {
                at++;
                continue;
            }

            parts.Add(new(layout.Substring(start, at - start), layout.Substring(at, length), element));
            at += length;
            start = at;
        }

        parts.Add(new(layout.Substring(start), "", LayoutElement.None));
        return parts;
    }

    private static (LayoutElement Element, int Length) Find(string layout, int at)
    {
        if (layout[at] is '.' or ',')
            return FindFraction(layout, at);
        foreach (var (text, element) in Pieces[layout[at]])
            if (string.CompareOrdinal(layout, at, text, 0, text.Length) == 0 && !IsOther(layout, at, element))
                return (element, text.Length);
        return default;
    }

    /// <summary>Whether it only looks like the piece: Month is no Mon, and in _2006 the year begins behind the line.</summary>
    private static bool IsOther(string layout, int at, LayoutElement element) => element switch
    {
        LayoutElement.ShortMonthName or LayoutElement.ShortWeekdayName => at + 3 < layout.Length && layout[at + 3] is >= 'a' and <= 'z',
        LayoutElement.SpaceDay => string.CompareOrdinal(layout, at, "_2006", 0, 5) == 0,
        _ => false,
    };

    private static (LayoutElement Element, int Length) FindFraction(string layout, int at)
    {
        var end = at + 1;
        while (end < layout.Length && layout[end] is '0' or '9' && layout[end] == layout[at + 1])
            end++;
        return end == at + 1 || (end < layout.Length && layout[end] is >= '0' and <= '9') ? default
            : (layout[at + 1] == '0' ? LayoutElement.Fraction : LayoutElement.TrimmedFraction, end - at);
    }

    /// <summary>Literal text, and the piece behind it.</summary>
    internal readonly record struct Part(string Literal, string Text, LayoutElement Element)
    {
        public bool IsFraction => Element is LayoutElement.Fraction or LayoutElement.TrimmedFraction;

        /// <summary>How many digits a fraction has; 12 bits, as in Go.</summary>
        public int Digits => (Text.Length - 1) & 0xFFF;
    }
}
