namespace MicroApps.Detection;

/// <summary>Finds titles and forms of address before a name: <c>Mr.</c>, <c>Dr.</c>, <c>Frau</c>, <c>Sra.</c></summary>
internal sealed class TitleDetector() : Detector(EntityTypes.Title, Anchor.Literals(Spellings), maxLength: Longest + 1)
{
    private const int Longest = 10;

    // Short for something, with or without a point.
    private static readonly StringSet Short = new("mr mrs ms mx dr prof rev hon capt lt sgt col gen sr sra srta dott dra mme mlle ing sig hr fr pvt cpl maj".Split(' '));

    private static readonly StringSet NeedsPoint = new("hon gen col lt ing sig hr fr sr ms rev pvt cpl maj mx capt sgt".Split(' '));

    private static readonly string[] Spellings =
    [
        .. ("mr mrs ms mx dr prof rev hon capt lt sgt col gen sr sra srta dott dra mme mlle ing sig hr fr pvt cpl maj miss professor doctor sir madam lord lady herr frau monsieur madame mademoiselle "
            + "signor signora mevrouw meneer reverend").Split(' ').SelectMany(t => new[] { t, char.ToUpperInvariant(t[0]) + t[1..], t.ToUpperInvariant() }),
    ];

    private static readonly StringSet All = new(Spellings);

    internal override bool GivesWay => true;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (char.IsLetterOrDigit(text[anchor - 1]) || text[anchor - 1] is '_' or '.' or '-' or '@' or '/' or '\'' or '’')
            return null;
        var end = anchor;
        while (end - anchor <= Longest && char.IsLetter(text[end]))
            end++;
        var word = text.Slice(anchor, end - anchor);
        if (word.Length > Longest || !All.Contains(word))
            return null;
        var point = text[end] == '.' && Short.Contains(word);
        var name = point ? end + 1 : end;
        if (text[name] is ' ' or '\u00A0')
            name++;
        else if (!point)
            return null;
        // A name follows; a title in small letters may stand before one, a word that is more than a title may not.
        var small = char.IsLower(text[anchor]);
        if (!(small && point && Short.Contains(word) && !NeedsPoint.Contains(word) ? char.IsLetter(text[name]) : char.IsUpper(text[name]) && !small) || (!point && NeedsPoint.Contains(word)))
            return null;
        return Found(anchor, point ? end + 1 : end, point ? 0.9 : 0.6);
    }
}
