namespace MicroApps;

/// <summary>Reads a file as records: rows of a table, elements of JSON, lines of anything else.</summary>
internal static class SourceRecords
{
    private const long LargestDocument = 256 * 1024 * 1024;

    public static IEnumerable<IReadOnlyList<SourceField>> Read(FileInfo file)
    {
        var kind = file.Extension.ToUpperInvariant();
        return kind switch
        {
            ".CSV" => DelimitedRecords.Read(file.FullName, ','),
            ".TSV" or ".TAB" => DelimitedRecords.Read(file.FullName, '\t'),
            ".JSONL" or ".NDJSON" => JsonRecords.ReadLines(file.FullName),
            ".JSON" when file.Length <= LargestDocument => JsonRecords.Read(file.FullName),
            _ => ReadLines(file.FullName),
        };
    }

    private static IEnumerable<IReadOnlyList<SourceField>> ReadLines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return [new SourceField(null, line, number)];
        }
    }
}
