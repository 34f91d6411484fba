namespace MicroApps;

/// <summary>Gives data that nobody has classified a class, from what is found in it, and says how sure that is.</summary>
/// <remarks>
/// Thread-safe. Tables, JSON and text are read; other files, links and what may not be read are named as skipped. Large files are sampled evenly by a fixed rule, so two
/// runs over the same data agree. The class is a proposal for the owner of the data: what rules cannot see is not in it.
/// </remarks>
public sealed class DataSourceScanner
{
    private const int SmallestSample = 65_536;
    private readonly DataSourceScannerOptions _options;

    /// <summary>A scanner with these options; null for the defaults.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="DataSourceScannerOptions.BytesPerFile"/> is too small.</exception>
    public DataSourceScanner(DataSourceScannerOptions? options = null)
    {
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.BytesPerFile, SmallestSample, nameof(options));
    }

    /// <summary>Looks at a file, or at every file below a folder (<c>.git</c>, <c>.svn</c>, <c>.hg</c>, <c>.vs</c>, <c>.idea</c>, <c>node_modules</c>, <c>bin</c> and <c>obj</c> are left out).</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public DataSourceReport Scan(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        var scan = new SourceScan(_options, path);
        foreach (var (file, unread) in SourceFiles.Below(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (unread is null)
                scan.Add(file, cancellationToken);
            else
                scan.Skip(file, unread);
        }

        return scan.ToReport();
    }

    /// <summary>Looks at a text in memory, line by line.</summary>
    /// <param name="source">A name for the report.</param>
    /// <param name="text">The text.</param>
    public DataSourceReport ScanText(string source, string text)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        var (scan, table) = (new SourceScan(_options, source), new EvidenceTable(_options, ""));
        foreach (var record in TextRecords.Read(new StringReader(text)))
            table.Add(record);
        scan.Add(table, table.Sampled);
        return scan.ToReport();
    }

    /// <summary>Looks at records that come from anywhere, such as a database.</summary>
    /// <param name="source">A name for the report.</param>
    /// <param name="records">Each a list of named values; a name may be empty. All of them are looked at.</param>
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
            table.Add([.. record.Select(f => new SourceField(string.IsNullOrEmpty(f.Key) ? null : f.Key, f.Value ?? "", number))]);
        }

        var scan = new SourceScan(_options, source);
        scan.Add(table, count);
        return scan.ToReport();
    }
}
