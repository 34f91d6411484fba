namespace MicroApps.Rego;

/// <summary>A place of the source that is watched: an expression, or the head of a rule.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Rule">Where the head of its rule stands.</param>
/// <param name="IsHead">Whether it is the head.</param>
/// <param name="IsInner">Whether it is in the body of a comprehension or of <c>every</c>.</param>
internal sealed record Probe(Location Location, Location? Rule, bool IsHead, bool IsInner)
{
    /// <summary>How often it was reached.</summary>
    public long Entered { get; set; }

    /// <summary>How often it had a solution.</summary>
    public long Left { get; set; }

    /// <summary>When it was reached last, in the order of all.</summary>
    public long LastEntered { get; set; }

    /// <summary>Whether it was ever reached, in all that ran.</summary>
    public bool IsCovered { get; set; }
}

/// <summary>Counts that an expression is reached, or has a solution. Only plans that are made to be watched have it.</summary>
internal sealed class ProbeStep(Probes probes, Probe probe, bool isEntry) : Step
{
    public override bool Run(Machine machine)
    {
        if (isEntry)
            probes.Enter(probe);
        else
            probe.Left++;
        return Next.Run(machine);
    }
}
