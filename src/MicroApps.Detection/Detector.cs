namespace MicroApps.Detection;

/// <summary>Finds one type: an <see cref="Detection.Anchor"/> proposes places, <see cref="Verify"/> decides about each. Derive for types of your own.</summary>
/// <remarks>
/// A detector is shared by all threads and must be a pure function of the text in the window. It sees
/// <see cref="TextWindow.LookBehind"/> units before the anchor and <see cref="Lead"/> + <see cref="MaxLength"/> +
/// <see cref="TextWindow.LookAhead"/> from it on, never more, so the cost of a place and what a stream holds back are bounded.
/// </remarks>
public abstract class Detector
{
    private const int MaxLookBack = TextWindow.LookBehind - 8;

    /// <summary>Sets what the scanner must know.</summary>
    /// <param name="type">What is found.</param>
    /// <param name="anchor">What proposes places.</param>
    /// <param name="maxLength">The longest match in UTF-16 units, 1 to 65,536; text that would be longer is cut or refused by the detector.</param>
    /// <param name="lead">How far after the anchor's first unit a match may begin, 0 to 128; 0 when the anchor is part of the match.</param>
    /// <param name="lookBack">How far before the anchor a match may begin, 0 to 120; more than 0 means that <see cref="Tail"/> is asked.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    protected Detector(EntityType type, Anchor anchor, int maxLength, int lead = 0, int lookBack = 0)
        : this([type ?? throw new ArgumentNullException(nameof(type))], anchor, maxLength, lead, lookBack)
    {
    }

    // For a detector of several types.
    private protected Detector(IReadOnlyList<EntityType> types, Anchor anchor, int maxLength, int lead = 0, int lookBack = 0)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, 65_536);
        ArgumentOutOfRangeException.ThrowIfNegative(lead);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lead, TextWindow.LookBehind);
        ArgumentOutOfRangeException.ThrowIfNegative(lookBack);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lookBack, MaxLookBack);
        (Types, Anchor, MaxLength, Lead, LookBack) = (types, anchor, maxLength, lead, lookBack);
    }

    /// <summary>What is found; the first of them, when it finds several.</summary>
    public EntityType Type => Types[0];

    internal IReadOnlyList<EntityType> Types { get; }

    /// <summary>What proposes places.</summary>
    public Anchor Anchor { get; }

    /// <summary>The longest match, in UTF-16 units.</summary>
    public int MaxLength { get; }

    /// <summary>How far after the anchor's first unit a match may begin; more than 0 means that the anchor is not part of the match.</summary>
    public int Lead { get; }

    /// <summary>How far before the anchor a match may begin.</summary>
    public int LookBack { get; }

    // Whether a match may have its anchor at the first digit of a run of this length, of this and more when it is 31.
    internal virtual bool MayHaveRun(int length) => true;

    // Whether a match may have its anchor at a run behind this ASCII character.
    internal virtual bool MayFollow(char before) => true;

    // Whether a match may have its anchor at a run before this ASCII character.
    internal virtual bool MayPrecede(char next) => true;

    // Whether a match may have its anchor at a further group of a number: "-11" and "/5" in dates, ".3" in addresses.
    internal virtual bool MayBeInside => true;

    // What these say of a run that they let pass; true where Verify would not surely say no.
    internal virtual bool MayBegin(in DigitRun run) => true;

    // Whether a match may have its anchor at a character between two others; true where Verify would not surely say no.
    internal virtual bool MayStand(char before, char next) => true;

    // Whether its findings keep only the room that the findings of other detectors leave.
    internal virtual bool GivesWay => false;

    /// <summary>Decides whether there is a match at an anchor.</summary>
    /// <param name="text">The text around the anchor.</param>
    /// <param name="anchor">Position of the anchor.</param>
    /// <returns>The finding, or null.</returns>
    protected internal abstract Finding? Verify(ref TextWindow text, int anchor);

    /// <summary>For detectors with a <see cref="LookBack"/>: where a match could begin whose anchor has not arrived yet.</summary>
    /// <param name="text">The last units of the text so far.</param>
    /// <param name="end">The position after the text so far.</param>
    /// <returns>A position not after <paramref name="end"/>; <paramref name="end"/> when nothing needs to be held back.</returns>
    protected internal virtual int Tail(ref TextWindow text, int end) => end;

    /// <summary>Makes the result of <see cref="Verify"/>.</summary>
    protected Finding Found(int start, int end, double score) => new(start, end - start, Type, score);
}
