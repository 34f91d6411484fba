namespace MicroApps.Detection;

/// <summary>Finds personal data and secrets in text.</summary>
/// <remarks>
/// Immutable and thread-safe; make one and keep it. Time is linear in the length of the text for any text. Overlaps are settled from left
/// to right: the earlier start wins, then the longer match, then the higher score, then the order of the detectors.
/// </remarks>
public sealed class TextScanner
{
    private readonly AnchorIndex _anchors;
    private readonly double _minScore;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _allowed;

    /// <summary>Makes a scanner; null options mean all built-in types.</summary>
    /// <exception cref="ArgumentException">The options name nothing to look for, a type without a built-in detector, or a score out of range.</exception>
    public TextScanner(TextScannerOptions? options = null)
    {
        options ??= new();
        if (options.MinScore is not (>= 0 and <= 1))
            throw new ArgumentException($"{nameof(options.MinScore)} is {options.MinScore}; it must be 0 to 1.", nameof(options));
        if (options.Detectors.Contains(null!) || options.Types.Contains(null!))
            throw new ArgumentException("A detector or type is null.", nameof(options));
        if (options.Types.FirstOrDefault(t => !EntityTypes.All.Contains(t)) is { } unknown)
            throw new ArgumentException(
                $"No built-in detector finds {unknown}; add one to {nameof(options.Detectors)} instead of naming it in {nameof(options.Types)}.",
                nameof(options));
        Detector[] detectors = [.. BuiltInDetectors.Find(options.Types), .. options.Detectors];
        if (detectors.Length == 0)
            throw new ArgumentException("There is nothing to look for: name a type or add a detector.", nameof(options));
        _anchors = new AnchorIndex(detectors);
        _minScore = options.MinScore;
        if (options.AllowedValues.Count > 0)
            _allowed = new HashSet<string>(options.AllowedValues, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Types = [.. detectors.SelectMany(d => d.Types).Distinct()];
    }

    /// <summary>A scanner for all built-in types.</summary>
    public static TextScanner Default { get; } = new();

    /// <summary>The types this scanner finds.</summary>
    public IReadOnlyList<EntityType> Types { get; }

    internal int Lead => _anchors.Lead;

    /// <summary>Finds everything in a text.</summary>
    /// <returns>Findings in order, none overlapping; always the same empty list, without allocation, when there is nothing.</returns>
    public IReadOnlyList<Finding> Scan(ReadOnlySpan<char> text)
    {
        CandidateList? found = null;
        _anchors.Collect(new Pass(true, _minScore, _allowed), text, 0, ref found);
        List<Finding>? findings = null;
        found?.Settle(0, text.Length, 0, ref findings);
        return (IReadOnlyList<Finding>?)findings ?? [];
    }

    /// <summary>Starts on a text that arrives in pieces.</summary>
    public StreamScanner CreateStream() => new(this);

    internal void Collect(ReadOnlySpan<char> text, int settled, bool complete, CandidateList found)
    {
        CandidateList? list = found;
        _anchors.Collect(new Pass(complete, _minScore, _allowed), text, Math.Max(0, settled - Lead), ref list);
        if (complete)
            return;
        var tail = _anchors.Tail(text, settled);
        if (tail < text.Length)
            found.Add(Candidate.PendingFrom(tail));
    }
}
