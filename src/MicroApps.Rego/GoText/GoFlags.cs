namespace MicroApps.Rego;

/// <summary>The flags, the width and the precision of one verb of a format.</summary>
internal struct GoFlags
{
    public bool Sharp, Zero, Plus, Minus, Space;

    // With %v, # and + ask for Go syntax: they mean something only to text, and to big integers.
    public bool SharpV, PlusV;

    /// <summary>How wide the result is at least; null when not told.</summary>
    public int? Width;

    public int? Precision;

    /// <summary>Whether zeros fill the width.</summary>
    public readonly bool FillsWithZeros => Zero && !Minus && Width is not null;

    /// <summary>Fills a text up to the width, counted in code points.</summary>
    public readonly void Pad(BoundedText result, string text, bool isZeroAllowed = true)
    {
        var missing = Math.Max((Width ?? 0) - Runes.Count(text), 0);
        if (!Minus)
            result.Append(isZeroAllowed && Zero ? '0' : ' ', missing);
        result.Append(text);
        if (Minus)
            result.Append(' ', missing);
    }
}
