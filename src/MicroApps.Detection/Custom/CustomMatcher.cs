namespace MicroApps.Detection;

/// <summary>Finds a custom type by its pattern or by its words.</summary>
internal abstract class CustomMatcher
{
    private const double Sure = 0.85, Weak = 0.4;
    private readonly EntityType _type;
    private readonly ContextWords? _context;
    private readonly IdCheck? _validator;

    protected CustomMatcher(CustomType custom)
    {
        _type = custom.Type;
        _context = custom.Context.Count > 0 ? new([.. custom.Context]) : null;
        _validator = custom.Validator is { } name ? CustomValidators.Find(name) : null;
    }

    /// <summary>The matchers of a type, after checking it.</summary>
    /// <exception cref="ArgumentException">It finds nothing, names an unknown check, or its pattern is refused.</exception>
    public static IEnumerable<CustomMatcher> Of(CustomType custom)
    {
        if (custom.Pattern is null && custom.Words.Count == 0)
            throw new ArgumentException($"{custom.Type} has neither a pattern nor words: give it one of them.");
        if (custom.Context.FirstOrDefault(string.IsNullOrWhiteSpace) is { })
            throw new ArgumentException($"{custom.Type} has an empty context word: remove it.");
        if (custom.Validator is { } name && CustomValidators.Find(name) is null)
            throw new ArgumentException($"{custom.Type} names the validator '{name}', which does not exist: use one of {string.Join(", ", CustomValidators.Names)}.");
        if (custom.Pattern is not null)
            yield return new PatternMatcher(custom);
        if (custom.Words.Count > 0)
            yield return new WordMatcher(custom);
    }

    /// <summary>Collects every match that begins at <paramref name="from"/> or later, overlapping ones too.</summary>
    public abstract void Collect(in Pass pass, ReadOnlySpan<char> text, int from, int order, ref CandidateList? found);

    /// <summary>The earliest position, not before <paramref name="from"/>, at which a match may begin that needs more text; the text's length for none.</summary>
    public abstract int Tail(ReadOnlySpan<char> text, int from);

    protected void Propose(in Pass pass, ReadOnlySpan<char> text, int start, int length, int order, ref CandidateList? found)
    {
        if (_validator is not null && !CustomValidators.Passes(_validator, text.Slice(start, length)))
            return;
        var reach = start + length + TextWindow.LookAhead;
        var window = new TextWindow(text, Math.Max(0, start - TextWindow.LookBehind), Math.Min(reach, text.Length), !pass.Complete && reach > text.Length, start);
        var score = _context is null || _context.Near(ref window, start) || _context.Follows(ref window, start + length) ? Sure : Weak;
        var match = new Finding(start, length, _type, score);
        if (window.TouchedEnd)
            (found ??= new()).Add(Candidate.PendingFrom(start));
        else if (pass.Counts(text, match))
            (found ??= new()).Add(new Candidate(match, order));
    }
}
