namespace MicroApps.Rego;

/// <summary>A place of the source that is watched: an expression, or the head of a rule.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Rule">Where the head of its rule stands; null in a query.</param>
/// <param name="IsHead">Whether it is the head.</param>
/// <param name="Nesting">In how many bodies of comprehensions and of <c>every</c> it stands.</param>
/// <param name="Name">The name of the rule, of a head.</param>
internal sealed record Probe(Location Location, Location? Rule, bool IsHead, int Nesting, string Name = "")
{
    /// <summary>How often it was reached.</summary>
    public long Entered { get; set; }

    /// <summary>How often it had a solution.</summary>
    public long Left { get; set; }

    /// <summary>How often another solution was looked for.</summary>
    public long Redone { get; set; }

    /// <summary>How long it took, in ticks of the stopwatch.</summary>
    public long Ticks { get; set; }

    /// <summary>When it was reached last, in the order of all.</summary>
    public long LastEntered { get; set; }

    /// <summary>Whether it was ever reached, in all that ran.</summary>
    public bool IsCovered { get; set; }

    public bool IsInner => Nesting > 0;
}
