namespace MicroApps.Detection;

/// <summary>Letters and digits as people write identifiers: groups with single separators between them.</summary>
internal struct IdToken
{
    public const int MaxLength = 20;
    public const int MaxGroups = 8;

    private SmallBytes _lengths;
    private SmallBytes _ends;
    private int _start;

    public int Groups { get; private set; }

    /// <summary>A bit for each character that is a letter, the first lowest.</summary>
    public uint Letters { get; private set; }

    /// <summary>Whether a character was written in lower case.</summary>
    public bool HasLowerCase { get; private set; }

    /// <summary>Whether both kinds of letters were written.</summary>
    public bool HasMixedCase { get; private set; }

    /// <summary>Reads from the first character of an identifier, at most <see cref="MaxLength"/> letters and digits in 8 groups, into a buffer of that length.</summary>
    public static IdToken Read(ref TextWindow text, int start, scoped Span<char> characters)
    {
        var token = new IdToken { _start = start, _lengths = default, _ends = default };
        var near = text.Peek(start, MaxLength + MaxGroups);
        var (i, length) = (0, 0);
        while (token.Groups < MaxGroups)
        {
            for (; i < near.Length && char.IsAsciiLetterOrDigit(near[i]); i++)
            {
                if (length == MaxLength)
                    return token;
                var c = near[i];
                if (!char.IsAsciiDigit(c))
                {
                    token.HasMixedCase |= token.Letters != 0 && token.HasLowerCase != c > 'Z';
                    token.HasLowerCase |= c > 'Z';
                    token.Letters |= 1u << length;
                    c &= '\u005F';
                }

                characters[length++] = c;
            }

            token._lengths[token.Groups] = length;
            token._ends[token.Groups++] = i;
            if (!IsSeparator(text[start + i]) || !char.IsAsciiLetterOrDigit(text[start + i + 1]))
                return token;
            i++;
        }

        return token;
    }

    public static bool IsSeparator(char c) => c is '-' or ' ' or '.' or '/' or '\u00A0' or '\u2011';

    /// <summary>Letters and digits in the first groups.</summary>
    public readonly int LengthOf(int groups) => groups == 0 ? 0 : _lengths[groups - 1];

    /// <summary>Position in the text after the first groups.</summary>
    public readonly int EndOf(int groups) => _start + _ends[groups - 1];

    public readonly bool HasLetters(int groups) => (Letters & ((1u << LengthOf(groups)) - 1)) != 0;
}
