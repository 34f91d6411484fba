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

    /// <summary>How the line is written that the token stands in; see <see cref="Line"/>.</summary>
    public uint Line;

    public readonly int End => Start + Length;
}
