namespace MicroApps;

/// <summary>One scan: puts together what the parts of a source hold.</summary>
internal sealed class SourceScan(DataSourceScannerOptions options, string source)
{
    private const int ProbeBytes = 8192;
    private readonly List<DataSourceEvidence> _evidence = [];
    private readonly List<SkippedFile> _skipped = [];
    private long _records, _sampled;
    private double _thinnest = 1;

    public void Skip(string file, string reason) => _skipped.Add(new SkippedFile(file, reason));

    public void Add(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (IsBinary(file))
            {
                Skip(file, "not a text");
                return;
            }

            var table = new EvidenceTable(options, file);
            Add(table, Read(file, table, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Skip(file, e.Message);
        }
    }

    public void Add(EvidenceTable table, long records)
    {
        (_records, _sampled) = (_records + records, _sampled + table.Sampled);
        if (table.Sampled > 0)
            _thinnest = Math.Max(_thinnest, (double)records / table.Sampled);
        _evidence.AddRange(table.ToEvidence(records));
    }

    public DataSourceReport ToReport()
    {
        var highest = _evidence.Select(e => e.Class).Append(options.ClassOfNothing).Max();
        var unseen = Math.Min(_records - _sampled, 3 * (_thinnest - 1));
        return new(source, highest, _records, _sampled, [.. InOrder()], _skipped) { UnseenShare = _records == 0 ? 0 : unseen / _records };
    }

    private IOrderedEnumerable<DataSourceEvidence> InOrder() => _evidence
        .OrderByDescending(e => e.Class).ThenByDescending(e => e.Records).ThenBy(e => e.Type.Name, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal);

    private long Read(string file, EvidenceTable table, CancellationToken cancellationToken)
    {
        var stride = (ulong)Math.Max(1, (new FileInfo(file).Length + options.BytesPerFile - 1) / options.BytesPerFile);
        var number = 0L;
        foreach (var record in SourceRecords.Read(file, table.IsName))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsSampled((ulong)number++, stride))
                table.Add(record);
        }

        return number;
    }

    // One record in so many, spread by Fibonacci hashing (D. Knuth, TAOCP 3, 6.4), so that a period in the data does not meet ours.
    private static bool IsSampled(ulong number, ulong stride) => stride == 1 || ((number * 11400714819323198485) >> 32) % stride == 0;

    private static bool IsBinary(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> probe = stackalloc byte[ProbeBytes];
        probe = probe[..stream.ReadAtLeast(probe, ProbeBytes, throwOnEndOfStream: false)];
        // UTF-16 with its mark is text full of zeros.
        return probe.Contains((byte)0) && !probe.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !probe.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
    }
}
