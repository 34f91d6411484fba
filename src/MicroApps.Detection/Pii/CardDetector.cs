namespace MicroApps.Detection;

/// <summary>Finds payment card numbers: brand prefix and length, Luhn check (ISO/IEC 7812-1), written plainly or in groups.</summary>
internal sealed class CardDetector() : Detector(EntityTypes.CreditCard, Anchor.Numbers, maxLength: 24)
{
    private const string Separators = " -.\u00A0\u2011";

    private static readonly ContextWords Words = new(
        "card", "credit", "debit", "visa", "master", "amex", "american express", "discover", "diners", "jcb", "maestro", "payment", "pay with",
        "charge", "account number", "cc", "pan", "karte", "carte", "tarjeta", "carta", "cartão", "kort");

    // A card begins with a group of four, or is one number.
    internal override bool MayHaveRun(int length) => length is 4 or >= 12;

    internal override bool MayBegin(in DigitRun run) => CardBrands.MayBegin(run.First) && (run.Length >= 12 || run.GoesOn(Separators));

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (!CardBrands.MayBegin(text[anchor]) || ContinuesNumber(ref text, anchor))
            return null;
        // A card begins with a group of four, or is one number.
        if (text.RunOfDigits(anchor, DigitGroups.MaxDigits) - anchor is not (4 or >= 12))
            return null;
        Span<char> number = stackalloc char[DigitGroups.MaxDigits];
        var groups = DigitGroups.Read(ref text, anchor, Separators, number);
        for (var count = groups.Count; count > 0; count--)
        {
            var length = groups.DigitsIn(count);
            if (length is < 12 or > 19 || !IsLayout(groups, count, length) || Continues(ref text, groups.EndOf(count)))
                continue;
            if (CardBrands.IsCard(number[..length]) && Luhn.IsValid(number[..length]))
                return Found(anchor, groups.EndOf(count), Score(ref text, anchor, groups.EndOf(count), count > 1, number[..length]));
        }

        return null;
    }

    // A bare number of an unusual length passes the Luhn check by chance too often (time stamps, order numbers) to count without a word.
    private static double Score(ref TextWindow text, int start, int end, bool grouped, scoped ReadOnlySpan<char> number)
    {
        if (Words.Near(ref text, start))
            return 1;
        if (grouped)
            return IsInRow(ref text, start, end) ? 0.4 : 0.9;
        var usual = number.Length == 16 || (number.Length == 15 && number[0] is '1' or '2' or '3') || (number.Length == 14 && number[0] == '3');
        return usual && text[start - 1] is not ('/' or '*') && text[end] is not ('*' or '^') && !text.Matches(end, ", -") ? 0.7 : 0.3;
    }

    // "3208 3848 4488 5128 5768"
    private static bool IsInRow(ref TextWindow text, int start, int end) =>
        (text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2]) && char.IsAsciiDigit(text[start - 5]))
            || (text[end] == ' ' && text.Run(end + 1, CharSet.Digits, 5) == end + 5 && text[end + 5] is ' ' or '\n');

    private static bool IsLayout(in DigitGroups groups, int count, int length)
    {
        if (count == 1)
            return true;
        if (length is 14 or 15 && count == 3)
            return groups.LengthOf(0) == 4 && groups.LengthOf(1) == 6;
        for (var i = 0; i < count - 1; i++)
            if (groups.LengthOf(i) != 4)
                return false;
        return groups.LengthOf(count - 1) <= 4;
    }

    private static bool ContinuesNumber(ref TextWindow text, int start)
    {
        var before = text[start - 1];
        return char.IsLetterOrDigit(before) || before is '_' or '+'
            || (before is '.' or ',' && char.IsAsciiDigit(text[start - 2])) || (before == '-' && char.IsLetterOrDigit(text[start - 2]));
    }

    private static bool Continues(ref TextWindow text, int end)
    {
        var after = text[end];
        return char.IsLetterOrDigit(after) || after == '_'
            || (after is '.' or ',' && char.IsAsciiDigit(text[end + 1])) || (after == '-' && char.IsLetterOrDigit(text[end + 1]));
    }
}
