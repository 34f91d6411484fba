namespace MicroApps.Names;

/// <summary>How a token is written.</summary>
internal enum Shape : byte
{
    None,
    Lower,
    Capitalised,
    Upper,
    Initial,
    Mixed,
    OtherScript,
    Number,
    NumberAndLetters,
    Stop,
    Comma,
    Colon,
    Hyphen,
    Quote,
    Bracket,
    At,
    Sign,
    Break,
}
