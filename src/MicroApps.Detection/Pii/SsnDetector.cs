namespace MicroApps.Detection;

/// <summary>Finds US social security numbers by the rules of the Social Security Administration for area, group and serial.</summary>
internal sealed class SsnDetector() : Detector(EntityTypes.UsSsn, Anchor.Numbers, maxLength: 11)
{
    private const string Separators = "- .";

    private static readonly ContextWords Words = new("ssn", "ssns", "social", "security", "soc sec", "ss#", "ssid", "taxpayer", "insurance number");

    private static readonly ContextWords Addresses = new("suite", "unit", "apt", "box", "psc", "street", "room", "floor");

    // Printed on specimen cards and in adverts, or typed as filler.
    private static readonly string[] Samples = ["078051120", "219099999", "123456789", "987654321", "457555462"];

    internal override bool MayHaveRun(int length) => length is 3 or 9;

    internal override bool MayBegin(in DigitRun run) => run.Length == 9 || run.GoesOn(Separators);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (Continues(text[anchor - 1], text[anchor - 2]) || text.RunOfDigits(anchor, 10) - anchor is not (3 or 9))
            return null;
        Span<char> digits = stackalloc char[DigitGroups.MaxDigits];
        var groups = DigitGroups.Read(ref text, anchor, Separators, digits);
        var grouped = groups.LengthOf(0) == 3 && groups.LengthOf(1) == 2 && groups.LengthOf(2) == 4;
        if (!grouped && groups.LengthOf(0) != 9)
            return null;
        var end = groups.EndOf(grouped ? 3 : 1);
        if (Continues(text[end], text[end + 1]) || !IsIssued(digits[..9], hyphens: grouped && groups.Separator == '-'))
            return null;
        return Found(anchor, end, Score(ref text, anchor, end, grouped ? groups.Separator : '\0'));
    }

    private static double Score(ref TextWindow text, int start, int end, char separator)
    {
        if (Words.Near(ref text, start, separator == '\0' ? 32 : 64))
            return separator == '\0' ? 0.85 : 1;
        if (text[start - 1] == '\0' && text[end] == '\0')
            return separator == '\0' ? 0.5 : 0.8;
        return separator switch { '-' => 0.8, ' ' when !Addresses.Near(ref text, start, 12) => 0.5, ' ' or '.' => 0.4, _ => 0.1 };
    }

    private static bool Continues(char next, char after) =>
        char.IsLetterOrDigit(next) || next == '_' || (next is '-' or '.' or ',' or '/' && char.IsAsciiDigit(after));

    // No area begins with 9; what is written like a number all the same is a slip or made up, unless its group makes it a tax payer's number.
    private static bool IsIssued(scoped ReadOnlySpan<char> number, bool hyphens)
    {
        if (number[..3] is "000" or "666" || (number[0] == '9' && (!hyphens || number[3] is '5' or '6' or '7' or '8' or '9')) || number[3..5] is "00" || number[5..] is "0000")
            return false;
        if (number.IndexOfAnyExcept(number[0]) < 0)
            return false;
        foreach (var sample in Samples)
            if (number.SequenceEqual(sample))
                return false;
        return true;
    }
}
