namespace MicroApps.Detection;

/// <summary>What a <see cref="TextScanner"/> looks for; checked once, by its constructor, which keeps a copy.</summary>
public sealed class TextScannerOptions
{
    /// <summary>The built-in types to look for; <see cref="EntityTypes.Default"/> at first.</summary>
    public ISet<EntityType> Types { get; } = new HashSet<EntityType>(EntityTypes.Default);

    /// <summary>Detectors of your own, in addition; none by default.</summary>
    public IList<Detector> Detectors { get; } = [];

    /// <summary>Types of your own that need no code, in addition; none by default.</summary>
    public IList<CustomType> Custom { get; } = [];

    /// <summary>Models that read whole paragraphs, in addition; none by default. Where they overlap with the rest, the rest wins.</summary>
    public IList<TextRecognizer> Recognizers { get; } = [];

    /// <summary>The lowest score that counts as a finding, 0 to 1; 0.5 by default. Lower values also give weak shapes without context words.</summary>
    public double MinScore { get; set; } = 0.5;

    /// <summary>Exact texts that are never findings, such as the address of your own help desk; compared without regard to case.</summary>
    public ISet<string> AllowedValues { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
