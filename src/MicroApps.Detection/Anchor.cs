namespace MicroApps.Detection;

/// <summary>What makes the scanner call a detector: the cheap test that runs over all text.</summary>
public sealed class Anchor
{
    private Anchor(string chars, bool digitRuns, IReadOnlyList<string> literals, bool numbers = false)
    {
        CharsOrNone = chars;
        HasDigitRuns = digitRuns;
        HasNumbers = numbers;
        LiteralsOrNone = literals;
    }

    internal string CharsOrNone { get; }

    internal bool HasDigitRuns { get; }

    internal bool HasNumbers { get; }

    internal IReadOnlyList<string> LiteralsOrNone { get; }

    /// <summary>The first digit of every run of ASCII digits.</summary>
    public static Anchor DigitRuns { get; } = new("", true, []);

    /// <summary>The first digit of every run of ASCII digits before which no ASCII letter and no underscore stands.</summary>
    public static Anchor Numbers { get; } = new("", false, [], numbers: true);

    /// <summary>Every occurrence of one of some ASCII characters, and the first digit of every run when <paramref name="digitRuns"/> is set.</summary>
    /// <exception cref="ArgumentException">No character, a digit, or one outside ASCII.</exception>
    public static Anchor Chars(string chars, bool digitRuns = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(chars);
        if (chars.Any(c => c is '\0' or >= (char)128 || char.IsAsciiDigit(c)))
            throw new ArgumentException("Anchor characters are ASCII and no digits; use digit runs for digits.", nameof(chars));
        return new(chars, digitRuns, []);
    }

    internal Anchor AndNumbers() => new(CharsOrNone, HasDigitRuns, LiteralsOrNone, numbers: true);

    /// <summary>Every occurrence of one of some strings (ordinal) that does not continue a word: no ASCII letter or digit stands before it, or a small letter before its capital. For a detector with a <see cref="Detector.LookBack"/>, anywhere.</summary>
    /// <remarks>When the literal is at the start of the match, pass it here: the scanner then also holds back its beginning in a stream.</remarks>
    /// <exception cref="ArgumentException">No string, or one outside 2 to 64 characters or with characters outside ASCII.</exception>
    public static Anchor Literals(params IReadOnlyList<string> literals)
    {
        ArgumentNullException.ThrowIfNull(literals);
        if (literals.Count == 0 || literals.Any(l => l is not { Length: >= 2 and <= 64 } || l.Any(c => c is '\0' or >= (char)128)))
            throw new ArgumentException("Anchor literals have 2 to 64 ASCII characters each.", nameof(literals));
        return new("", false, literals);
    }
}
