using System.Collections.Frozen;

namespace MicroApps;

/// <summary>Gives data that nobody has classified a class, from what is found in it, and says how sure that is.</summary>
/// <remarks>
/// Thread-safe. Tables, JSON and text are read; other files are named as skipped. Large files are sampled evenly by a fixed rule, so two
/// runs over the same data agree. The class is a proposal for the owner of the data: what rules cannot see is not in it.
/// </remarks>
public sealed class DataSourceScanner
{
    private const int ProbeBytes = 8192;
    private const int SmallestSample = 65_536;

    private static readonly FrozenSet<string> s_foldersOfTools =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".git", ".svn", ".hg", "node_modules", "bin", "obj", ".vs", ".idea");

    private readonly DataSourceScannerOptions _options;

    /// <summary>A scanner with these options; null for the defaults.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="DataSourceScannerOptions.BytesPerFile"/> is too small.</exception>
    public DataSourceScanner(DataSourceScannerOptions? options = null)
    {
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.BytesPerFile, SmallestSample, nameof(options));
    }

    /// <summary>Looks at a file, or at every file below a folder (folders of tools, such as <c>.git</c>, are left out).</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public DataSourceReport Scan(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        var (evidence, skipped, records, sampled) = (new List<DataSourceEvidence>(), new List<SkippedFile>(), 0L, 0L);
        foreach (var file in FilesOf(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (IsBinary(file))
                {
                    skipped.Add(new SkippedFile(file.FullName, "not a text"));
                    continue;
                }

                var table = new EvidenceTable(_options, file.FullName);
                var inFile = ScanFile(file, table, cancellationToken);
                (records, sampled) = (records + inFile, sampled + table.Sampled);
                evidence.AddRange(table.ToEvidence(inFile));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                skipped.Add(new SkippedFile(file.FullName, e.Message));
            }
        }

        return Report(path, records, sampled, evidence, skipped);
    }

    /// <summary>Looks at records that come from anywhere, such as a database.</summary>
    /// <param name="source">A name for the report.</param>
    /// <param name="records">Each a list of named values; a name may be empty.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public async Task<DataSourceReport> ScanAsync(
        string source, IAsyncEnumerable<IReadOnlyList<KeyValuePair<string, string>>> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        var (table, count) = (new EvidenceTable(_options, ""), 0);
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var number = ++count;
            table.Add([.. record.Select(f => new SourceField(f.Key.Length > 0 ? f.Key : null, f.Value, number))]);
        }

        return Report(source, count, table.Sampled, [.. table.ToEvidence(count)], []);
    }

    private long ScanFile(FileInfo file, EvidenceTable table, CancellationToken cancellationToken)
    {
        var stride = (ulong)Math.Max(1, (file.Length + _options.BytesPerFile - 1) / _options.BytesPerFile);
        var number = 0L;
        foreach (var record in SourceRecords.Read(file))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsSampled((ulong)number++, stride))
                table.Add(record);
        }

        return number;
    }

    // One record in so many, spread by Fibonacci hashing (D. Knuth, TAOCP 3, 6.4), so that a period in the data does not meet ours.
    private static bool IsSampled(ulong number, ulong stride) => stride == 1 || ((number * 11400714819323198485) >> 32) % stride == 0;

    private DataSourceReport Report(string source, long records, long sampled, List<DataSourceEvidence> evidence, List<SkippedFile> skipped)
    {
        var highest = evidence.Select(e => e.Class).DefaultIfEmpty(_options.ClassOfNothing).Max();
        return new(
            source,
            highest > _options.ClassOfNothing ? highest : _options.ClassOfNothing,
            records,
            sampled,
            [.. evidence.OrderByDescending(e => e.Class).ThenByDescending(e => e.Records).ThenBy(e => e.Type.Name, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal)],
            skipped);
    }

    private static IEnumerable<FileInfo> FilesOf(string path)
    {
        if (File.Exists(path))
            return [new FileInfo(path)];
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(path, "*", options).Order(StringComparer.Ordinal).Select(f => new FileInfo(f))
            .Concat(Directory.EnumerateDirectories(path, "*", options).Order(StringComparer.Ordinal)
                .Where(d => !s_foldersOfTools.Contains(Path.GetFileName(d))).SelectMany(FilesOf));
    }

    private static bool IsBinary(FileInfo file)
    {
        using var stream = file.OpenRead();
        Span<byte> probe = stackalloc byte[ProbeBytes];
        probe = probe[..stream.ReadAtLeast(probe, ProbeBytes, throwOnEndOfStream: false)];
        // UTF-16 with its mark is text full of zeros.
        return probe.Contains((byte)0) && !probe.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !probe.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
    }
}
