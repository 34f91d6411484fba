namespace MicroApps;

/// <summary>Reads a file as records: rows of a table, elements of JSON, lines of anything else.</summary>
internal static class SourceRecords
{
    private const long LargestDocument = 256 * 1024 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="isName">Whether a cell of the first row can be the name of a column.</param>
    public static IEnumerable<IReadOnlyList<SourceField>> Read(string path, Func<string, bool> isName) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => DelimitedRecords.Read(path, ',', isName),
            ".TSV" or ".TAB" => DelimitedRecords.Read(path, '\t', isName),
            ".JSONL" or ".NDJSON" => JsonRecords.ReadLines(path),
            ".JSON" when new FileInfo(path).Length <= LargestDocument => JsonRecords.Read(path),
            _ => ReadText(path),
        };

    private static IEnumerable<IReadOnlyList<SourceField>> ReadText(string path)
    {
        using var reader = new StreamReader(path);
        foreach (var record in TextRecords.Read(reader))
            yield return record;
    }
}
