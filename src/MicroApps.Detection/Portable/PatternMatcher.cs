namespace MicroApps.Detection;

/// <summary>This platform has no automaton that never backtracks, so patterns are refused.</summary>
internal sealed class PatternMatcher : CustomMatcher
{
    public PatternMatcher(CustomType custom)
        : base(custom) => throw new ArgumentException($"The pattern of {custom.Type} is refused: patterns need .NET 10; on .NET Standard use words or a detector.");

    public override void Collect(in Pass pass, ReadOnlySpan<char> text, int from, int order, ref CandidateList? found) => throw new NotSupportedException();

    public override int Tail(ReadOnlySpan<char> text, int from) => throw new NotSupportedException();
}
