namespace MicroApps.Names;

/// <summary>A word, a number or a sign.</summary>
internal struct Token
{
    public int Start;
    public int Length;

    /// <summary>Hash of the text in lower case.</summary>
    public uint Word;

    /// <summary>Hash of the last three characters in lower case.</summary>
    public uint Suffix;

    /// <summary>Hash of the first three characters in lower case.</summary>
    public uint Prefix;

    public Shape Shape;

    public Lexemes Lexemes;

    /// <summary>Hash of the last four characters in lower case.</summary>
    public uint LongSuffix;

    /// <summary>Hash of the first word of the line.</summary>
    public uint Head;

    /// <summary>Hash of the nearest word in lower case, or colon or stop, before this token.</summary>
    public uint Before;

    /// <summary>Hash of the nearest word in lower case, or colon or stop, after this token.</summary>
    public uint After;

    /// <summary>How the line is written that the token stands in; see <see cref="Line"/>.</summary>
    public uint Line;

    public readonly int End => Start + Length;
}
