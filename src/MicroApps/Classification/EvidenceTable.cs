using MicroApps.Detection;

namespace MicroApps;

/// <summary>Counts what records hold.</summary>
internal sealed class EvidenceTable(DataSourceScannerOptions options, string file)
{
    private readonly Dictionary<(EntityType Type, string? Field), Count> _counts = [];
    private readonly HashSet<(EntityType Type, string? Field)> _inRecord = [];

    public long Sampled { get; private set; }

    public void Add(IReadOnlyList<SourceField> record)
    {
        Sampled++;
        _inRecord.Clear();
        foreach (var field in record)
        {
            // The name of the field stands before its value as it would in a form: detectors know words such as "ssn" or "password".
            var label = field.Name is { Length: > 0 } name ? $"{name}: " : "";
            foreach (var finding in options.Scanner.Scan(label + field.Text))
            {
                if (finding.End > label.Length)
                    Add(finding.Type, field);
            }
        }
    }

    /// <summary>What was counted; shares are exact when the sample is the whole.</summary>
    public IEnumerable<DataSourceEvidence> ToEvidence(long records) => _counts.Select(c =>
    {
        var exact = (double)c.Value.Records / Sampled;
        var (from, to) = Sampled == records ? (exact, exact) : Wilson(c.Value.Records, Sampled);
        return new DataSourceEvidence(c.Key.Type, options.ClassOf(c.Key.Type), file, c.Key.Field, c.Value.FirstLine, c.Value.Records, c.Value.Values, from, to);
    });

    private void Add(EntityType type, in SourceField field)
    {
        var key = (type, field.Name);
        if (!_counts.TryGetValue(key, out var count))
            _counts[key] = count = new Count(field.Line);
        count.Values++;
        count.Records += _inRecord.Add(key) ? 1 : 0;
    }

    private static (double From, double To) Wilson(long hits, long of)
    {
        const double Z = 1.959964;
        var (n, share) = ((double)of, (double)hits / of);
        var centre = share + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return (Math.Max(0, (centre - spread) / scale), Math.Min(1, (centre + spread) / scale));
    }

    private sealed class Count(int firstLine)
    {
        public int FirstLine => firstLine;

        public long Records { get; set; }

        public long Values { get; set; }
    }
}
