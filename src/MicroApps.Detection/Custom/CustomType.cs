namespace MicroApps.Detection;

/// <summary>An entity type of your own that needs no code: a pattern, words, or both, with words nearby and a check.</summary>
/// <remarks>Checked when a <see cref="TextScanner"/> is made with it; what cannot run in linear time is refused there, with the reason.</remarks>
/// <param name="type">What is found.</param>
public sealed class CustomType(EntityType type)
{
    /// <summary>The longest text that a pattern may match, in UTF-16 units.</summary>
    public const int MaxLength = 1024;

    /// <summary>How often <c>+</c>, <c>*</c> and <c>{n,}</c> repeat at most.</summary>
    public const int OpenRepetitions = 128;

    /// <summary>What is found.</summary>
    public EntityType Type { get; } = type ?? throw new ArgumentNullException(nameof(type));

    /// <summary>
    /// A regular expression in .NET's syntax, or null. Without look-around, back-references, atomic groups and conditionals; <c>^</c> and
    /// <c>$</c> are the ends of a line. A match is at most <see cref="MaxLength"/> long, an open repetition counts at most <see cref="OpenRepetitions"/>.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>Words that are found as they are, whatever their case, where no letter or digit touches them; 2 to <see cref="MaxLength"/> units each.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>When there are any: a match counts only with one of these in the 64 units before it, or 32 after. Otherwise it scores 0.4.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>The name of a check that a match must pass, signs left out, or null: one of <see cref="Validators"/>. The first three look at digits alone.</summary>
    public string? Validator { get; init; }

    /// <summary>The checks: <c>luhn</c>, <c>verhoeff</c>, <c>mod11-10</c>, <c>mod37-36</c>, <c>mod97</c> (ISO/IEC 7064).</summary>
    public static IReadOnlyList<string> Validators => CustomValidators.Names;
}
