using System.Globalization;

namespace MicroApps.Names;

/// <summary>Cuts text into words, numbers, signs and line breaks.</summary>
internal static class Tokenizer
{
    private const int AffixLength = 3;
    private const int LongestWord = 64;
    private const uint Break = 2;

    /// <summary>Reads tokens from <paramref name="start"/> until the buffer is full or the text ends; gives the position after the last.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, Span<Token> tokens, Lexicon lexicon, out int count)
    {
        count = 0;
        var i = start;
        while (count < tokens.Length)
        {
            var (space, broken) = (i, false);
            for (; i < text.Length && char.IsWhiteSpace(text[i]); i++)
                broken |= text[i] == '\n';
            if (i == text.Length)
                break;
            if (broken && space > 0)
            {
                tokens[count++] = new Token { Start = space, Length = i - space, Word = Break, Suffix = Break, Prefix = Break, Shape = Shape.Break };
                if (count == tokens.Length)
                    break;
            }

            var end = EndOf(text, i);
            Fill(ref tokens[count++], text, i, end - i, lexicon);
            i = end;
        }

        return i;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        if (!IsWord(text[start]))
            return start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        var i = start + 1;
        for (; i < text.Length && i - start < LongestWord; i++)
        {
            if (IsWord(text[i]))
                continue;
            // O'Brien, d’Arc; but not the quote after a word, and not the 's of the possessive.
            var joins = text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]) && !IsPossessive(text, i);
            if (!joins)
                break;
        }

        return i;
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int quote) =>
        text[quote + 1] is 's' or 'S' && (quote + 2 == text.Length || !IsWord(text[quote + 2]));

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || (c >= 128 && (char.IsLetterOrDigit(c) || IsMark(c)));

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Fill(ref Token token, ReadOnlySpan<char> text, int start, int length, Lexicon lexicon)
    {
        var word = text.Slice(start, length);
        Span<char> lower = stackalloc char[LongestWord];
        var (uppers, lowers, digits, others) = (0, 0, 0, 0);
        for (var i = 0; i < length; i++)
        {
            var c = word[i];
            lower[i] = c;
            if (char.IsAsciiLetterLower(c))
                lowers++;
            else if (char.IsAsciiLetterUpper(c))
                (lower[i], uppers) = ((char)(c | 0x20), uppers + 1);
            else if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsUpper(c))
                (lower[i], uppers) = (char.ToLowerInvariant(c), uppers + 1);
            else if (char.IsLower(c))
                lowers++;
            else if (c >= 128)
                others++;
        }

        var folded = lower[..length];
        token.Start = start;
        token.Length = length;
        token.Word = Hash.Of(folded);
        token.Prefix = Hash.Of(folded[..Math.Min(AffixLength, length)]);
        token.Suffix = Hash.Of(folded[^Math.Min(AffixLength, length)..]);
        token.LongSuffix = Hash.Of(folded[^Math.Min(AffixLength + 1, length)..]);
        token.Shape = ShapeOf(word, uppers, lowers, digits, others);
        token.Lexemes = lexicon.Find(token.Word);
    }

    private static Shape ShapeOf(ReadOnlySpan<char> word, int uppers, int lowers, int digits, int others)
    {
        if (digits > 0)
            return uppers + lowers + others > 0 ? Shape.NumberAndLetters : Shape.Number;
        if (uppers + lowers + others == 0 || (others > 0 && uppers + lowers == 0 && !char.IsLetter(word[0])))
            return SignOf(word[0]);
        if (others > 0 && uppers + lowers == 0)
            return Shape.OtherScript;
        if (uppers == 0)
            return Shape.Lower;
        if (lowers == 0)
            return word.Length == 1 ? Shape.Initial : Shape.Upper;
        return uppers == 1 && char.IsUpper(word[0]) ? Shape.Capitalised : Shape.Mixed;
    }

    private static Shape SignOf(char c) => c switch
    {
        '.' or '!' or '?' or '。' => Shape.Stop,
        ',' or ';' or '、' => Shape.Comma,
        ':' or '=' or '|' or '\t' or '：' => Shape.Colon,
        '-' or '–' or '—' or '/' or '&' => Shape.Hyphen,
        '"' or '\'' or '“' or '”' or '‘' or '’' or '`' or '«' or '»' => Shape.Quote,
        '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>' => Shape.Bracket,
        '@' or '#' or '_' => Shape.At,
        _ => Shape.Sign,
    };
}
