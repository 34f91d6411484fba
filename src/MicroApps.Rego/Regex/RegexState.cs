namespace MicroApps.Rego;

/// <summary>A state of an automaton. Its transitions are filled in as they are needed.</summary>
internal sealed class RegexState(int[] instructions, RuneContext before, int classes) : IEquatable<RegexState>
{
    private readonly int _hash = instructions.Aggregate((int)before, (hash, i) => unchecked((hash * 31) + i));

    /// <summary>The instructions to go on with, in order of their numbers.</summary>
    public int[] Instructions => instructions;

    /// <summary>What is before the place.</summary>
    public RuneContext Before => before;

    /// <summary>Where each class leads; empty when the state ends the search.</summary>
    public RegexState?[] Next { get; } = new RegexState?[classes];

    /// <summary>Whether nothing of a match has been seen.</summary>
    public bool IsStart { get; init; }

    public bool Equals(RegexState? other) => other is not null && other.Before == before && instructions.AsSpan().SequenceEqual(other.Instructions);

    public override bool Equals(object? obj) => Equals(obj as RegexState);

    public override int GetHashCode() => _hash;
}
