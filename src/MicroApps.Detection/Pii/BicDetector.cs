namespace MicroApps.Detection;

/// <summary>Finds business identifier codes (ISO 9362) in capitals behind a word that announces one, or behind an IBAN of the same country.</summary>
/// <remarks>Eight capitals alone may be any word, so nothing is found without one of both.</remarks>
internal sealed class BicDetector() : Detector(EntityTypes.Bic, Anchor.Literals("BIC", "bic", "Bic", "SWIFT", "swift", "Swift", "IBAN", "iban", "Iban"), maxLength: 11, lead: MaxLead)
{
    private const int MaxLead = 72;
    private const int AfterWord = 32;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var iban = (text[anchor] | 32) == 'i';
        var begin = anchor + (iban ? 4 : (text[anchor] | 32) == 'b' ? 3 : 5);
        var country = text.Slice(begin, 0);
        for (var i = begin; i - anchor <= (iban ? MaxLead : AfterWord);)
        {
            var end = text.Run(i, CharSet.AsciiWord, 36);
            var word = text.Slice(i, end - i);
            if (iban && country.Length == 0 && IsCountry(word))
                country = word[..2];
            else if (IsCode(word) && !IsWord(text[end]) && (!iban || word[4..6].SequenceEqual(country)))
                return Found(i, end, 0.9);
            if (text[end] is '\0' || (!iban && text[end] is '\n' && i > begin + 8))
                return null;
            i = end + 1;
        }

        return null;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsCountry(ReadOnlySpan<char> word) =>
        word.Length >= 4 && IbanCountries.LengthOf(word[0], word[1]) > 0 && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);

    // Four letters of the institution, the country, two of the place, three of the branch.
    private static bool IsCode(ReadOnlySpan<char> word)
    {
        if (word.Length is not (8 or 11) || word[..6].IndexOfAnyExceptInRange('A', 'Z') >= 0 || word.ContainsAnyInRange('a', 'z'))
            return false;
        return TopLevelDomains.IsKnown(word[4..6]) || word[4..6] is "GB" or "XK";
    }
}
