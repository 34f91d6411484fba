namespace MicroApps.Detection;

/// <summary>The digits of something written like a telephone number, and where each group of them ends.</summary>
internal struct PhoneShape
{
    public const int MaxDigits = 17;
    private const int MaxSeparators = 3;

    private SmallBytes _counts;
    private SmallBytes _ends;
    private int _start;

    public int Groups { get; private set; }

    /// <summary>Whether a bracket pair stands around the first group.</summary>
    public bool Bracketed { get; private set; }

    /// <summary>The last separating character.</summary>
    public char Separator { get; private set; }

    /// <summary>How many digits the first groups have.</summary>
    public readonly int DigitsIn(int groups) => groups == 0 ? 0 : _counts[groups - 1];

    public readonly int LengthOf(int group) => group < Groups ? DigitsIn(group + 1) - DigitsIn(group) : 0;

    /// <summary>Position in the text after the first groups.</summary>
    public readonly int EndOf(int groups) => _start + _ends[groups - 1];

    public static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0' or '\u2009' or '\u202F' or '\u2010' or '\u2011' or '\u2013';

    /// <summary>Reads up to 8 groups with at most three separating characters between them, and copies their digits.</summary>
    public static PhoneShape Read(ref TextWindow text, int start, scoped Span<char> number)
    {
        var shape = new PhoneShape { _start = start, _counts = default, _ends = default, Bracketed = text[start] == '(' };
        var near = text.Peek(start, MaxDigits + (SmallBytes.Count * MaxSeparators));
        var digits = 0;
        for (var i = shape.Bracketed ? 1 : 0; i >= 0 && shape.Groups < SmallBytes.Count;)
        {
            var first = i;
            for (; i < near.Length && char.IsAsciiDigit(near[i]); i++)
            {
                if (digits == MaxDigits)
                    return shape;
                number[digits++] = near[i];
            }

            // Asking for the unit tells the window that what follows may be a digit.
            if (i == first && !char.IsAsciiDigit(text[start + i]))
                break;
            shape._counts[shape.Groups] = digits;
            shape._ends[shape.Groups++] = i;
            i = shape.Skip(ref text, start + i) - start;
        }

        return shape;
    }

    private int Skip(ref TextWindow text, int end)
    {
        var i = end;
        while (i - end < MaxSeparators && IsSeparator(text[i]))
            i++;
        if (Groups == 1 && Bracketed && text[end] != ')')
            Bracketed = false;
        if (i == end || !char.IsAsciiDigit(text[i]))
            return _start - 1;
        Separator = text[i - 1];
        return i;
    }
}
