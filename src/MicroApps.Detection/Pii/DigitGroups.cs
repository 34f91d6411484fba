namespace MicroApps.Detection;

/// <summary>Groups of digits with single, equal separators, as people write long numbers.</summary>
internal struct DigitGroups
{
    public const int MaxDigits = 20;

    private SmallBytes _lengths;
    private int _start;

    public int Count { get; private set; }

    public char Separator { get; private set; }

    public readonly int LengthOf(int group) => group < Count ? _lengths[group] : 0;

    /// <summary>How many digits the first groups have.</summary>
    public readonly int DigitsIn(int groups)
    {
        var digits = 0;
        for (var i = 0; i < groups; i++)
            digits += _lengths[i];
        return digits;
    }

    /// <summary>Position in the text after the first groups.</summary>
    public readonly int EndOf(int groups) => _start + DigitsIn(groups) + groups - 1;

    /// <summary>Reads groups, at most 8 of them, and copies their digits, at most 20, to <paramref name="number"/>.</summary>
    public static DigitGroups Read(ref TextWindow text, int start, string separators, scoped Span<char> number)
    {
        var groups = new DigitGroups { _start = start, _lengths = default };
        var near = text.Peek(start, MaxDigits + SmallBytes.Count);
        var digits = 0;
        for (var i = 0; groups.Count < SmallBytes.Count; i++)
        {
            var first = i;
            for (; i < near.Length && char.IsAsciiDigit(near[i]); i++)
            {
                if (digits == MaxDigits)
                    return groups;
                number[digits++] = near[i];
            }

            if (i == first)
                return groups;
            groups._lengths[groups.Count++] = i - first;
            var separator = text[start + i];
            if (!separators.Contains(separator) || (groups.Count > 1 && separator != groups.Separator) || !char.IsAsciiDigit(text[start + i + 1]))
                return groups;
            groups.Separator = separator;
        }

        return groups;
    }
}
