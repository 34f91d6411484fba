namespace MicroApps.Names;

/// <summary>What word lists say about a word.</summary>
[Flags]
internal enum Lexemes : ushort
{
    None = 0,
    GivenCommon = 1,
    GivenRare = 2,
    SurnameCommon = 4,
    SurnameRare = 8,
    CityLarge = 16,
    CitySmall = 32,
    CityPart = 64,
    Country = 128,
    Region = 256,
    Demonym = 512,
    TitleBefore = 1024,
    TitleAfter = 2048,
    WordCommon = 4096,
    WordKnown = 8192,
    CapitalisedInDictionary = 16384,
}
