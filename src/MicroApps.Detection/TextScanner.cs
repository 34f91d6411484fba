namespace MicroApps.Detection;

/// <summary>Finds personal data and secrets in text.</summary>
/// <remarks>
/// Immutable and thread-safe; make one and keep it. Time is linear in the length of the text for any text. Overlaps are settled from left
/// to right: the earlier start wins, then the longer match, then the higher score, then the order of the detectors. What recognisers find, and what is
/// found on request only, keeps the room that is left.
/// </remarks>
public sealed class TextScanner
{
    private readonly AnchorIndex _anchors;
    private readonly CustomMatcher[] _custom;
    private readonly RecognizerIndex _recognizers;
    private readonly int _detectors;
    private readonly double _minScore;
    private readonly StringSet? _allowed;

    /// <summary>Makes a scanner; null options mean the default types.</summary>
    /// <exception cref="ArgumentException">The options name nothing to look for, a type without a built-in detector, a custom type that cannot run, or a score out of range.</exception>
    public TextScanner(TextScannerOptions? options = null)
    {
        options ??= new();
        if (options.MinScore is not (>= 0 and <= 1))
            throw new ArgumentException($"{nameof(options.MinScore)} is {options.MinScore}; it must be 0 to 1.", nameof(options));
        if (options.Detectors.Contains(null!) || options.Types.Contains(null!) || options.Custom.Contains(null!) || options.Recognizers.Contains(null!))
            throw new ArgumentException("A detector, type or recogniser is null.", nameof(options));
        if (options.Types.FirstOrDefault(t => !EntityTypes.All.Contains(t)) is { } unknown)
            throw new ArgumentException(
                $"No built-in detector finds {unknown}; add one to {nameof(options.Detectors)} instead of naming it in {nameof(options.Types)}.",
                nameof(options));
        Detector[] detectors = [.. BuiltInDetectors.Find(options.Types), .. options.Detectors];
        if (detectors.Length + options.Custom.Count + options.Recognizers.Count == 0)
            throw new ArgumentException("There is nothing to look for: name a type or add a detector.", nameof(options));
        _anchors = new AnchorIndex(detectors);
        _custom = [.. options.Custom.SelectMany(CustomMatcher.Of)];
        _recognizers = new RecognizerIndex([.. options.Recognizers]);
        _detectors = detectors.Length;
        _minScore = options.MinScore;
        if (options.AllowedValues.Count > 0)
            _allowed = new StringSet(options.AllowedValues);
        Types = [.. detectors.SelectMany(d => d.Types)
            .Concat(options.Custom.Select(c => c.Type))
            .Concat(options.Recognizers.SelectMany(r => r.Types))
            .Distinct()];
    }

    /// <summary>A scanner for the <see cref="EntityTypes.Default"/> types.</summary>
    public static TextScanner Default { get; } = new();

    /// <summary>The types this scanner finds.</summary>
    public IReadOnlyList<EntityType> Types { get; }

    internal int Lead => _anchors.Lead;

    internal bool ReadsParagraphs => !_recognizers.IsEmpty;

    /// <summary>Finds everything in a text.</summary>
    /// <returns>Findings in order, none overlapping; always the same empty list, without allocation, when there is nothing.</returns>
    public IReadOnlyList<Finding> Scan(ReadOnlySpan<char> text)
    {
        CandidateList? found = null;
        var paragraph = 0;
        Collect(text, 0, true, ref paragraph, ref found);
        List<Finding>? findings = null;
        found?.Settle(text, 0, 0, ref findings);
        return (IReadOnlyList<Finding>?)findings ?? [];
    }

    /// <summary>Starts on a text that arrives in pieces.</summary>
    public StreamScanner CreateStream() => new(this);

    /// <summary>Collects candidates that begin at <paramref name="settled"/> or later, and the places at which more text decides.</summary>
    internal void Collect(ReadOnlySpan<char> text, int settled, bool complete, ref int paragraph, ref CandidateList? found)
    {
        var pass = new Pass(complete, _minScore, _allowed);
        _anchors.Collect(pass, text, Math.Max(0, settled - Lead), ref found);
        for (var i = 0; i < _custom.Length; i++)
            _custom[i].Collect(pass, text, settled, _detectors + i, ref found);
        if (!_recognizers.IsEmpty)
            _recognizers.Collect(pass, text, settled, ref paragraph, ref found);
        if (complete)
            return;
        var tail = _anchors.Tail(text, settled);
        foreach (var custom in _custom)
            tail = Math.Min(tail, custom.Tail(text, settled));
        if (tail < text.Length)
            (found ??= new()).Add(Candidate.PendingFrom(tail));
    }
}
