namespace MicroApps.Detection;

/// <summary>Finds IBANs (ISO 13616): country and length, check digits by ISO 7064 mod 97-10, compact or in groups of four, either case.</summary>
internal sealed class IbanDetector() : Detector(EntityTypes.IbanCode, Anchor.DigitRuns, maxLength: 2 * IbanCountries.Longest)
{
    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var start = anchor - 2;
        var length = IbanCountries.LengthOf(text[start], text[anchor - 1]);
        if (length == 0 || IsWord(text[start - 1]))
            return null;
        text.Hold(start);
        if (!char.IsAsciiDigit(text[anchor + 1]))
            return null;
        Span<char> number = stackalloc char[IbanCountries.Longest];
        var end = Read(ref text, start, number[..length]);
        return end > 0 && !IsWord(text[end]) && Remainder(number[..length]) == 1 ? Found(start, end, 1) : null;
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        if (end >= 2 && !IsWord(text[end - 3]) && IbanCountries.LengthOf(text[end - 2], text[end - 1]) > 0)
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
