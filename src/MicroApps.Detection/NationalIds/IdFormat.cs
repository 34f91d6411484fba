namespace MicroApps.Detection;

/// <summary>A row of the tables of identifiers.</summary>
/// <param name="Type">What is found.</param>
/// <param name="Shape">The identifier without separators: <c>9</c> a digit, <c>A</c> a letter, <c>X</c> either, anything else itself.</param>
/// <param name="Check">Checksum, dates and ranges; null when the shape is all there is.</param>
/// <param name="Alone">The score without a context word, 0 to 1.</param>
/// <param name="Words">The words that say what it is.</param>
/// <param name="Near">The score with a context word, 0 to 1.</param>
/// <param name="Compact">Whether it is never written in groups.</param>
internal sealed record IdFormat(EntityType Type, string Shape, IdCheck? Check, double Alone, ContextWords Words, double Near = 0.95, bool Compact = false)
{
    /// <summary>The ways in which it is grouped, as in <c>9|3 3 3</c>, where any other needs a word; null where nothing else looks like it.</summary>
    public string? Layouts { get; init; }

    /// <summary>Whether only capitals count where it stands in one group: what has the shape in small letters is a word of code.</summary>
    public bool Capitals { get; init; }

    /// <summary>Whether so much has its shape that only a word close before it can tell.</summary>
    public bool IsCommon => Alone < 0.1;

    private readonly uint _letters = Places(Shape, c => c is 'A' || (c is not '9' and not 'X' && char.IsAsciiLetterUpper(c)));
    private readonly uint _digits = Places(Shape, char.IsAsciiDigit);

    private readonly (int Place, char Character)[] _fixed = [.. Shape.Select((c, i) => (i, c)).Where(p => p.c is not ('9' or 'A' or 'X'))];

    public bool MayHaveLetters => Shape.Any(c => !char.IsAsciiDigit(c));

    /// <summary>Whether letters and digits are where the shape has them.</summary>
    /// <param name="letters">A bit for each letter, the first character lowest; bits past the length do not count.</param>
    public bool MayFit(uint letters) => (letters & _digits) == 0 && (letters & _letters) == _letters;

    /// <summary>Whether it is one, for what <see cref="MayFit"/>: the fixed characters of the shape, then the check.</summary>
    public bool Fits(ReadOnlySpan<char> id)
    {
        foreach (var (place, c) in _fixed)
            if (id[place] != c)
                return false;
        return Check is null || Check(id);
    }

    private static uint Places(string shape, Func<char, bool> isOne)
    {
        var places = 0u;
        for (var i = 0; i < shape.Length; i++)
            places |= isOne(shape[i]) ? 1u << i : 0;
        return places;
    }
}
