namespace MicroApps.Detection;

/// <summary>A set of ASCII characters that tells, for 64 units of text at once, which of them are in it and which are digits and letters.</summary>
internal sealed class AnchorChars
{
    public const int Block = 64;

    private readonly bool[] _isIn = new bool[128];

    public AnchorChars(IEnumerable<char> chars)
    {
        foreach (var c in chars)
            _isIn[c] = true;
    }

    /// <summary>Looks at the first 64 units, or at all of a shorter text.</summary>
    public AnchorBlock Read(ReadOnlySpan<char> text)
    {
        var block = default(AnchorBlock);
        for (var i = 0; i < text.Length && i < Block; i++)
            block.Add(i, text[i], text[i] < 128 && _isIn[text[i]]);
        return block;
    }
}
