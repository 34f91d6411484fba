namespace MicroApps;

/// <summary>What a <see cref="DataSourceScanner"/> found in a source; never the values themselves.</summary>
/// <param name="Source">The path or the name that the caller gave.</param>
/// <param name="Class">The class of the source: the highest that the evidence calls for.</param>
/// <param name="Records">Number of records (lines, rows, elements) in the source.</param>
/// <param name="Sampled">How many of them were looked at; all unless the source is large.</param>
/// <param name="Evidence">What was found, the gravest first.</param>
/// <param name="Skipped">Files that could not be read as text, with the reason.</param>
public sealed record DataSourceReport(
    string Source, DataClass Class, long Records, long Sampled, IReadOnlyList<DataSourceEvidence> Evidence, IReadOnlyList<SkippedFile> Skipped)
{
    /// <summary>Whether anything could be read; false when every file was skipped, and then <see cref="Class"/> says nothing.</summary>
    public bool WasRead => Records > 0 || Skipped.Count == 0;

    /// <summary>
    /// The largest share of records, 0 to 1, that may hold something which no sampled record held, with 95 % confidence; 0 when every record was looked at.
    /// </summary>
    /// <remarks>
    /// The rule of three (Hanley and Lippman-Hand, JAMA 1983), sharpened for samples that are a good part of the whole. Where files were sampled
    /// at different rates, all that was missed is taken to lie in the thinnest sample.
    /// </remarks>
    public double UnseenShare { get; init; }
}
