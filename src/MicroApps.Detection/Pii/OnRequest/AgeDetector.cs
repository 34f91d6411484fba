namespace MicroApps.Detection;

/// <summary>Finds the number of years that a person is said to be old, 1 to 120.</summary>
internal sealed class AgeDetector() : Detector(EntityTypes.Age, Anchor.Numbers, maxLength: 3)
{
    private const int MaxAge = 120;

    private static readonly string[] Behind =
        ["year old", "years old", "yr old", "yrs old", "year-old", "years-old", "yo ", "y/o", "y.o.", "years of age", "year of age", "jahre alt", "jährig", "ans", "años", "anni", "anos de idade", "jaar oud", "år gammal", "år gammel", "lat "];

    private static readonly string[] Before =
        ["aged", "age", "age of", "age is", "age:", "age\":", "turn", "turned", "turns", "turning", "i am", "i'm", "he's", "she's", "was", "were", "alter", "alter:", "edad", "edad:", "âge", "âgé de", "âgée de", "età", "età:"];

    // Weak beginnings: a sentence or clause must end behind the number.
    private static readonly string[] Weak = ["i am", "i'm", "he's", "she's", "was", "were", "turn", "turned", "turns", "turning"];

    internal override bool GivesWay => true;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var end = text.RunOfDigits(anchor, 4);
        var digits = text.Slice(anchor, end - anchor);
        if (digits.Length is 0 or > 3 || digits[0] == '0' || Value(digits) > MaxAge || text[anchor - 1] is '.' or '-' or '/' or ',' or '$' or '€' or '£' or '#' or '_')
            return null;
        if (IsOld(ref text, end))
            return Found(anchor, end, 0.9);
        return Said(ref text, anchor, end) ? Found(anchor, end, 0.6) : null;
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
            value = (value * 10) + c - '0';
        return value;
    }

    private static bool IsOld(ref TextWindow text, int end)
    {
        var after = text.Slice(text[end] is ' ' or '-' or '\u00A0' ? end + 1 : end, 14);
        foreach (var words in Behind)
            if (after.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (after.Length == words.Length || words[^1] == ' ' || !char.IsLetter(after[words.Length]) || words == "jährig"))
                return words is not ("ans" or "años" or "anni") || IsPerson(ref text, end);
        return false;
    }

    // In French, Spanish and Italian "20 ans" is also a span of time: a person has them.
    private static bool IsPerson(ref TextWindow text, int end)
    {
        var before = text.Before(end, 24);
        foreach (var verb in (ReadOnlySpan<string>)["j'ai ", " a ", "âgé", "avait ", "tiene ", "tengo ", "tenía ", " de ", "ha ", "ho ", "aveva "])
            if (before.Contains(verb, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool Said(ref TextWindow text, int start, int end)
    {
        var before = text.Before(start, 24).TrimEnd(" \"=");
        if (before.Length == 0 || text[start - 1] is not (' ' or ':' or '=' or '"'))
            return false;
        foreach (var words in Before)
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase) && (before.Length == words.Length || !char.IsLetter(before[^(words.Length + 1)])))
                return !Weak.Contains(words) ? !char.IsLetterOrDigit(text[end]) && text[end] is not ('%' or '/' or '-') : EndsClause(ref text, end) && (words is not ("was" or "were") || IsWhen(before));
        return false;
    }

    private static bool EndsClause(ref TextWindow text, int end)
    {
        if (text[end] is '.' or ',' or '!' or ';')
            return !char.IsLetterOrDigit(text[end + 1]);
        return text[end] is '\0' or '\n' or '\r' or '"' or ')';
    }

    // "when she was 78"
    private static bool IsWhen(ReadOnlySpan<char> before) => before.Contains("when ", StringComparison.OrdinalIgnoreCase);
}
