namespace MicroApps.Detection;

/// <summary>A span of text that a detector recognised.</summary>
/// <param name="Start">Position of the first UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units, at least 1.</param>
/// <param name="Type">What was found.</param>
/// <param name="Score">How sure the detector is, 0 to 1; 1 where a checksum and a format agree.</param>
public readonly record struct Finding(int Start, int Length, EntityType Type, double Score)
{
    /// <summary>Position after the last UTF-16 unit.</summary>
    public int End => Start + Length;
}
