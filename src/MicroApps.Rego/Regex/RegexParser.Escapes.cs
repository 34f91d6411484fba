namespace MicroApps.Rego;

/// <content>What a backslash begins.</content>
internal sealed partial class RegexParser
{
    private void Escaped()
    {
        switch (_at + 1 < pattern.Length ? pattern[_at + 1] : '\0')
        {
            case 'A':
                Place(RegexPlace.BeginText, 2);
                break;
            case 'z':
                Place(RegexPlace.EndText, 2);
                break;
            case 'b':
                Place(RegexPlace.WordBoundary, 2);
                break;
            case 'B':
                Place(RegexPlace.NoWordBoundary, 2);
                break;
            case 'Q':
                Quoted();
                break;
            default:
                if (EscapedSet() is { } set)
                    AddRunes(set);
                else
                    Literal(EscapedCharacter());
                break;
        }
    }

    /// <summary>Text up to <c>\E</c> or the end, in which nothing has a meaning.</summary>
    private void Quoted()
    {
        _at += 2;
        var end = pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
        while (_at < (end < 0 ? pattern.Length : end))
            Literal(Read());
        _at = end < 0 ? pattern.Length : end + 2;
    }

    /// <summary>A set by its letter or name; null when the backslash begins something else.</summary>
    private RuneSet? EscapedSet()
    {
        var letter = _at + 1 < pattern.Length ? pattern[_at + 1] : '\0';
        if (letter is 'p' or 'P')
            return UnicodeSet(letter == 'P');
        var set = char.ToLowerInvariant(letter) switch
        {
            'd' => RuneSet.Digits,
            's' => RuneSet.Spaces,
            'w' => RuneSet.Words,
            _ => null,
        };
        if (set is null || letter >= 128)
            return null;
        _at += 2;
        return Signed(set, letter < 'a');
    }

    private RuneSet UnicodeSet(bool isNegated)
    {
        var start = _at;
        _at += 2;
        var isLong = _at < pattern.Length && pattern[_at] == '{';
        var end = isLong ? pattern.IndexOf('}', _at) : Math.Min(pattern.Length, _at + Runes.LengthAt(pattern, _at));
        var name = end < 0 ? "" : isLong ? pattern.Substring(_at + 1, end - _at - 1) : pattern.Substring(_at, end - _at);
        _at = end < 0 ? pattern.Length : isLong ? end + 1 : end;
        if (name.Length > 0 && name[0] == '^')
            (name, isNegated) = (name.Substring(1), !isNegated);
        var set = UnicodeSets.Find(name);
        if (set is null)
            Fail("invalid character class range", pattern.Substring(start, _at - start));
        return Signed(set ?? RuneSet.All, isNegated);
    }

    private int EscapedCharacter()
    {
        var start = _at++;
        if (_at >= pattern.Length)
        {
            Fail("trailing backslash at end of expression", "");
            return 0;
        }

        var c = Read();
        var rune = c switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'x' => Hexadecimal(),
            >= '0' and <= '7' => Octal(c),
            < 128 when c == '_' || !IsWord((char)c) => c,
            _ => -1,
        };
        if (rune < 0)
            Fail("invalid escape sequence", pattern.Substring(start, _at - start));
        return Math.Max(0, rune);
    }

    /// <summary>Up to three digits; one alone, which is not 0, would refer to a group, and is an error.</summary>
    private int Octal(int first)
    {
        if (first != '0' && (_at >= pattern.Length || pattern[_at] is < '0' or > '7'))
            return -1;
        var rune = first - '0';
        for (var digits = 1; digits < 3 && _at < pattern.Length && pattern[_at] is >= '0' and <= '7'; digits++)
            rune = (rune * 8) + pattern[_at++] - '0';
        return rune;
    }

    private int Hexadecimal()
    {
        if (_at >= pattern.Length)
            return -1;
        var first = Read();
        if (first != '{')
        {
            var (high, low) = (Digit(first), _at < pattern.Length ? Digit(Read()) : -1);
            return high < 0 || low < 0 ? -1 : (high * 16) + low;
        }

        for (var (rune, digits) = (0, 0); _at < pattern.Length; digits++)
        {
            var c = Read();
            if (c == '}')
                return digits == 0 ? -1 : rune;
            var digit = Digit(c);
            rune = (rune * 16) + digit;
            if (digit < 0 || rune > RuneSet.Last)
                return -1;
        }

        return -1;
    }

    private static int Digit(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
