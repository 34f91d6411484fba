using System.Buffers;

namespace MicroApps.Detection;

/// <summary>Finds every identifier of the tables: a number is read once, and only the formats of its length are asked.</summary>
internal sealed class IdDetector : Detector
{
    private const int MaxLead = 8;
    private const int ContextLength = 64;

    // The whole text is one value, as in a field of a form.
    private const double AloneInText = 0.25;
    private const double MostForBareDigits = 0.45;

    // What small letters take off the score, and how many times as much without a word.
    private const double Small = 0.1, SmallAlone = 2.6;
    private static readonly SearchValues<char> BreaksContext = SearchValues.Create("\n0123456789");

    private readonly IdFormat[]?[] _lettersByLength = new IdFormat[IdToken.MaxLength + 1][];
    private readonly IdFormat[]?[] _digitsByLength = new IdFormat[IdToken.MaxLength + 1][];
    private readonly int _shortest;
    private readonly bool[] _mayLead = new bool[MaxLead + 1];

    public IdDetector(IReadOnlyList<IdFormat> formats)
        : base([.. formats.Select(f => f.Type).Distinct()], Anchor.DigitRuns, IdToken.MaxLength + IdToken.MaxGroups, lookBack: MaxLead + 1)
    {
        foreach (var group in formats.Where(f => f.MayHaveLetters).GroupBy(f => f.Shape.Length))
            _lettersByLength[group.Key] = [.. group];
        foreach (var group in formats.Where(f => f.MayFit(0)).GroupBy(f => f.Shape.Length))
            _digitsByLength[group.Key] = [.. group];
        foreach (var format in formats)
            for (var lead = 1; lead <= MaxLead && lead <= format.Shape.Length && format.Shape[lead - 1] != '9'; lead++)
                _mayLead[lead] = true;
        _mayLead[0] = true;
        _shortest = formats.Min(f => f.Shape.Length);
    }

    internal override bool MayBeInside => false;

    // A short run is a part of one, with letters or groups around it.
    internal override bool MayBegin(in DigitRun run)
    {
        if (char.IsAsciiLetter(run.Before))
            return !char.IsAsciiDigit(run.BeforeThat);
        if (IdToken.IsSeparator(run.Before) && char.IsAsciiLetterUpper(run.BeforeThat))
            return true;
        return !Continues(run.Before, run.BeforeThat)
            && (run.Length >= _shortest || char.IsAsciiLetter(run.Next) || (IdToken.IsSeparator(run.Next) && char.IsAsciiLetterOrDigit(run.AfterNext)));
    }

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var letters = LettersBefore(ref text, anchor);
        var start = anchor - letters;
        var continues = Continues(ref text, start);
        if (letters > MaxLead || !_mayLead[letters] || (continues && letters > 0))
            return null;
        text.Hold(start);
        var best = continues ? null : Best(ref text, start);
        if (letters > 0 || best is { Score: > 0.5 })
            return best;

        // "PR 123612C", "ABJ-001AA": a short group of capitals may belong to it.
        var group = IdToken.IsSeparator(text[anchor - 1]) && char.IsAsciiLetterUpper(text[anchor - 2]) ? LettersBefore(ref text, anchor - 1) : 0;
        start = anchor - 1 - group;
        if (group is 0 or > 4 || char.IsAsciiLetterLower(text[start]) || Continues(ref text, start))
            return best;
        text.Hold(start);
        return Best(ref text, start) is { } longer && longer.Score > (best?.Score ?? 0) ? longer : best;
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        var start = end;
        if (start > 0 && IdToken.IsSeparator(text[start - 1]))
            start--;
        start -= LettersBefore(ref text, start);
        return end - start > MaxLead || Continues(ref text, start) ? end : start;
    }

    private Finding? Best(ref TextWindow text, int start)
    {
        Span<char> characters = stackalloc char[IdToken.MaxLength];
        var token = IdToken.Read(ref text, start, characters);
        Finding? best = null;
        for (var groups = token.Groups; groups > 0; groups--)
        {
            var length = token.LengthOf(groups);
            var formats = token.HasLetters(groups) ? _lettersByLength[length] : _digitsByLength[length];
            if (formats is null || IsPartOfMore(ref text, token.EndOf(groups)) || (groups == 4 && length <= 12 && IsDotted(ref text, token.EndOf(1), token.EndOf(2), token.EndOf(3))))
                continue;
            foreach (var format in formats)
            {
                if (!format.MayFit(token.Letters) || (groups > 1 && format.Compact) || (format.Capitals && (groups > 1 ? token.HasMixedCase : token.HasLowerCase)) || !format.Fits(characters[..length]))
                    continue;
                if (!token.HasLetters(groups) && IdLayout.IsOtherwise(ref text, token, groups, start, characters[..token.LengthOf(groups)]))
                    break;
                var score = Score(ref text, format, token, groups, start);
                if (best is null || score > best.Value.Score)
                    best = new Finding(start, token.EndOf(groups) - start, format.Type, Math.Max(0, Math.Min(score, 1)));
            }
        }

        return best;
    }

    // Four groups with points between them are an IPv4 address.
    private static bool IsDotted(ref TextWindow text, int first, int second, int third) => text[first] == '.' && text[second] == '.' && text[third] == '.';

    private static double Score(ref TextWindow text, IdFormat format, in IdToken token, int groups, int start)
    {
        var (end, small) = (token.EndOf(groups), token.HasLowerCase ? Small : 0);
        if (format.Words.Near(ref text, start, Reach(ref text, format, start)) || format.Words.Follows(ref text, end))
            return format.Near - small;
        if (text[start - 1] == '\0' && text[end] == '\0')
            return format.Alone + AloneInText - small;
        // Clocks, counters and article numbers are bare digits too, and many of them, hashes are in small letters: without a word they prove nothing.
        var plain = (groups == 1 && !token.HasLetters(groups)) || !IdLayout.IsTidy(ref text, format, token, groups, start);
        return Math.Min(format.Alone - (small * SmallAlone), plain ? MostForBareDigits : 1);
    }

    // A common shape belongs to a word only when no other number and no end of a line is between them.
    private static int Reach(ref TextWindow text, IdFormat format, int start)
    {
        if (!format.IsCommon)
            return ContextLength;
        var before = text.Before(start, ContextLength);
        return before.Length - 1 - before.LastIndexOfAny(BreaksContext);
    }

    private static int LettersBefore(ref TextWindow text, int end)
    {
        var start = end;
        while (end - start <= MaxLead && char.IsAsciiLetter(text[start - 1]))
            start--;
        // "\tMRN-655816": the letter of an escape is no part of what stands behind it.
        return end - start - (start < end && text[start - 1] == '\\' && text[start] is 'n' or 'r' or 't' ? 1 : 0);
    }

    private static bool Continues(ref TextWindow text, int start) => Continues(text[start - 1], text[start - 2]);

    private static bool Continues(char before, char beforeThat) => before switch
    {
        ' ' or '\0' or '"' => false,
        '_' or '\\' => true,
        '-' or '.' or '/' or ',' => char.IsLetterOrDigit(beforeThat),
        ':' => char.IsAsciiDigit(beforeThat),
        // The letter of an escape is no part of what stands behind it.
        'n' or 'r' or 't' when beforeThat == '\\' => false,
        _ => IsWord(before),
    };

    private static bool IsPartOfMore(ref TextWindow text, int end) =>
        IsWord(text[end]) || text[end] is '_' or '@' or '%'
        || (text[end] is '-' or '.' or ',' or '/' or ':' && char.IsLetterOrDigit(text[end + 1]));

    // Thai and the scripts of East Asia are written without spaces between words.
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && (c < '\u0E00' || char.IsDigit(c));
}
