namespace MicroApps.Detection;

/// <summary>What 64 units of text are: a bit for each, the first lowest.</summary>
internal struct AnchorBlock
{
    /// <summary>Those in the set.</summary>
    public ulong Chars;

    /// <summary>ASCII digits.</summary>
    public ulong Digits;

    /// <summary>ASCII capitals.</summary>
    public ulong Upper;

    /// <summary>Small ASCII letters.</summary>
    public ulong Lower;

    /// <summary>Letters and digits.</summary>
    public readonly ulong Words => Digits | Upper | Lower;

    public void Add(int place, char c, bool isInSet)
    {
        var bit = 1UL << place;
        Chars |= isInSet ? bit : 0;
        Digits |= char.IsAsciiDigit(c) ? bit : 0;
        Upper |= char.IsAsciiLetterUpper(c) ? bit : 0;
        Lower |= char.IsAsciiLetterLower(c) ? bit : 0;
    }
}
