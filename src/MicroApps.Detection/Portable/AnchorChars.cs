namespace MicroApps.Detection;

/// <summary>A set of ASCII characters that tells, for 64 units of text at once, which of them are in it and which are digits.</summary>
internal sealed class AnchorChars
{
    public const int Block = 64;

    private readonly bool[] _isIn = new bool[128];

    public AnchorChars(IEnumerable<char> chars)
    {
        foreach (var c in chars)
            _isIn[c] = true;
    }

    /// <summary>A bit for each of the first 64 units that is in the set, the first lowest; and one for each that is a digit.</summary>
    public (ulong Chars, ulong Digits) Read(ReadOnlySpan<char> text)
    {
        var (chars, digits) = (0UL, 0UL);
        for (var i = 0; i < text.Length && i < Block; i++)
        {
            var c = text[i];
            if (c < 128 && _isIn[c])
                chars |= 1UL << i;
            if (char.IsAsciiDigit(c))
                digits |= 1UL << i;
        }

        return (chars, digits);
    }
}
