namespace MicroApps.Detection;

/// <summary>Finds IBANs (ISO 13616): country and length, check digits by ISO 7064 mod 97-10, compact or in groups of four, either case.</summary>
/// <remarks>Other groupings, such as <c>NO 93 8601 11 17947</c>, count when the country is in capitals and only digits follow.</remarks>
internal sealed class IbanDetector() : Detector(EntityTypes.IbanCode, Anchor.DigitRuns, maxLength: 2 * IbanCountries.Longest, lookBack: 3)
{
    internal override bool MayBeInside => false;

    internal override bool MayFollow(char before) => before == ' ' || char.IsAsciiLetter(before);

    internal override bool MayBegin(in DigitRun run) => run.Before == ' ' ? char.IsAsciiLetterUpper(run.BeforeThat) : char.IsAsciiLetter(run.Before) && char.IsAsciiLetter(run.BeforeThat);

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var spaced = text[anchor - 1] == ' ';
        var start = spaced ? anchor - 3 : anchor - 2;
        var length = IbanCountries.LengthOf(text[start], text[start + 1]);
        if (length == 0 || IsWord(text[start - 1]) || (spaced && !IsUpper(text[start], text[start + 1])))
            return null;
        text.Hold(start);
        if (!char.IsAsciiDigit(text[anchor + 1]))
            return null;
        Span<char> number = stackalloc char[IbanCountries.Longest];
        var end = spaced ? 0 : Read(ref text, start, number[..length]);
        if (end == 0 && IsUpper(text[start], text[start + 1]))
            end = ReadDigits(ref text, start, number[..length]);
        return end > 0 && !IsWord(text[end]) && Remainder(number[..length]) == 1 ? Found(start, end, 1) : null;
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        if (text[end - 1] == ' ')
            return !IsWord(text[end - 4]) && IsUpper(text[end - 3], text[end - 2]) && IbanCountries.LengthOf(text[end - 3], text[end - 2]) > 0 ? end - 3 : end;
        if (!IsWord(text[end - 3]) && IbanCountries.LengthOf(text[end - 2], text[end - 1]) > 0)
            return end - 2;
        return !IsWord(text[end - 2]) && IbanCountries.Begins(text[end - 1]) ? end - 1 : end;
    }

    private static int Read(ref TextWindow text, int start, scoped Span<char> number)
    {
        var (i, separator) = (start, '\0');
        for (var n = 0; n < number.Length; n++)
        {
            if (n == 4 && text[i] is ' ' or '-' or '\u00A0')
                separator = text[i];
            if (n > 0 && n % 4 == 0 && separator != '\0' && text[i] == separator)
                i++;
            if (!char.IsAsciiLetterOrDigit(text[i]))
                return 0;
            number[n] = text[i++];
        }

        return i;
    }

    private static int ReadDigits(ref TextWindow text, int start, scoped Span<char> number)
    {
        text.Slice(start, 2).CopyTo(number);
        var i = start + 2;
        for (var n = 2; n < number.Length; n++)
        {
            if (text[i] == ' ')
                i++;
            if (!char.IsAsciiDigit(text[i]))
                return 0;
            number[n] = text[i++];
        }

        return i;
    }

    private static bool IsUpper(char first, char second) => char.IsAsciiLetterUpper(first) && char.IsAsciiLetterUpper(second);

    private static int Remainder(ReadOnlySpan<char> number)
    {
        var remainder = 0;
        for (var n = 0; n < number.Length; n++)
        {
            var c = number[(n + 4) % number.Length];
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + (c | 32) - 'a' + 10) % 97;
        }

        return remainder;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
