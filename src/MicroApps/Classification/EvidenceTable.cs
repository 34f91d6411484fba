using MicroApps.Detection;

namespace MicroApps;

/// <summary>Counts what records hold.</summary>
internal sealed class EvidenceTable(DataSourceScannerOptions options, string file)
{
    private const int MaxNames = 4096;
    private const int DigitsOfValue = 5;
    private readonly Dictionary<(EntityType Type, string? Field), Count> _counts = [];
    private readonly HashSet<(EntityType Type, string? Field)> _inRecord = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public long Sampled { get; private set; }

    public void Add(IReadOnlyList<SourceField> record)
    {
        Sampled++;
        _inRecord.Clear();
        foreach (var field in record)
        {
            // The name of the field stands before its value as it would in a form: detectors know words such as "ssn" or "password".
            var isName = field.Text.Length == 0 && field.Name is not null;
            var label = isName ? "" : field.Name is { Length: > 0 } name ? $"{name}: " : field.Lead;
            if (isName && IsName(field.Name!))
                continue;
            var text = label + (isName ? field.Name : field.Text);
            foreach (var finding in options.Scanner.Scan(text))
            {
                if (finding.End > label.Length)
                    Add(finding.Type, field, text.AsSpan(label.Length..Math.Max(label.Length, finding.Start)).Count('\n'));
            }
        }
    }

    /// <summary>Whether a text can be a name of values, and be shown as such; false where it is a value itself.</summary>
    public bool IsName(string text)
    {
        if (_names.Contains(text))
            return true;
        if (options.Scanner.Scan(text).Count > 0 || (text.Count(char.IsDigit) >= DigitsOfValue && !text.Any(char.IsLetter)))
            return false;
        if (_names.Count < MaxNames)
            _names.Add(text);
        return true;
    }

    /// <summary>What was counted; shares are exact when the sample is the whole.</summary>
    public IEnumerable<DataSourceEvidence> ToEvidence(long records) => _counts.Select(c =>
    {
        var exact = (double)c.Value.Records / Sampled;
        var (from, to) = Sampled == records ? (exact, exact) : Wilson(c.Value.Records, Sampled);
        return new DataSourceEvidence(c.Key.Type, options.ClassOf(c.Key.Type), file, c.Key.Field, c.Value.FirstLine, c.Value.Records, c.Value.Values, from, to);
    });

    private void Add(EntityType type, in SourceField field, int linesBefore)
    {
        var key = (type, field.Place ?? (field.Name is { } name && IsName(name) ? name : null));
        if (!_counts.TryGetValue(key, out var count))
            _counts[key] = count = new Count(field.Line + linesBefore);
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
