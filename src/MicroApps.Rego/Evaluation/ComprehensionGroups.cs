namespace MicroApps.Rego;

/// <summary>
/// A comprehension planned so that it finds the variables it takes from outside, and so gives its results for all their values in one run. It is run that way
/// once it has been asked in vain often enough to be worth it. The idea is OPA's comprehension index.
/// </summary>
/// <param name="asked">The variables as they are outside.</param>
/// <param name="found">The same variables as the body binds them.</param>
/// <param name="entry">The body, which ends with a <see cref="GroupStep"/>.</param>
/// <param name="head">What is collected.</param>
internal sealed class ComprehensionGroups(Eval[] asked, Eval[] found, Step entry, ComprehensionHead head)
{
    // A comprehension cheaper than this is not counted.
    private const int Cheap = 16;
    private const int FewestRuns = 4;

    /// <summary>The result from the groups; false when there are none and the body has to run.</summary>
    public bool TryFind(Machine machine, out RegoValue? result)
    {
        result = null;
        if (machine.Memo.Groups(this) is not { Results: { } groups })
            return false;
        if (Key(machine, asked) is { } key)
            result = groups.TryGetValue(key, out var group) ? group.Result() : head.Empty;
        return true;
    }

    /// <summary>Notes what a run of the body cost, and makes the groups when that would have been cheaper.</summary>
    public void Note(Machine machine, long cost)
    {
        if (cost < Cheap || machine.IsStrict || machine.IsWatched)
            return;
        var state = machine.Memo.Groups(this) ?? machine.Memo.AddGroups(this);
        state.Spent += cost;
        if (++state.Runs >= FewestRuns && state.Spent >= state.NextTry)
            Make(machine, state);
    }

    /// <summary>Adds a solution to its group.</summary>
    public void Add(Machine machine, Dictionary<RegoValue, Collector> results)
    {
        if (Key(machine, found) is not { } key)
            return;
        if (!results.TryGetValue(key, out var collector))
            results[key] = collector = new(head) { KeepsConflict = true };
        collector.Add(machine);
    }

    // What costs more than all runs so far is given up, and tried again when they have cost more.
    private void Make(Machine machine, GroupState state)
    {
        var (outer, results) = (machine.Grouping, new Dictionary<RegoValue, Collector>());
        machine.Grouping = new(this, results, machine.Context.Budget.Left - (2 * state.Spent));
        var before = new MachineState(machine);
        var isComplete = false;
        try
        {
            isComplete = !entry.Run(machine);
        }
        catch (EvaluationException e) when (e.Error.Code != "eval_cancel_error")
        {
            // It may be about a value that nobody asks for.
            before.Restore(machine);
        }

        machine.Grouping = outer;
        state.NextTry = 2 * state.Spent;
        if (isComplete)
            state.Results = results;
    }

    private static RegoValue? Key(Machine machine, Eval[] parts)
    {
        if (parts.Length == 1)
            return parts[0].Get(machine);
        var values = new RegoValue[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Get(machine) is not { } value)
                return null;
            values[i] = value;
        }

        return new ArrayValue(values);
    }
}

/// <summary>What is known of a comprehension's groups in an evaluation.</summary>
internal sealed class GroupState
{
    public int Runs { get; set; }

    /// <summary>What all runs of the body cost.</summary>
    public long Spent { get; set; }

    /// <summary>At which cost the groups are tried again.</summary>
    public long NextTry { get; set; }

    /// <summary>The groups; null while there are none.</summary>
    public Dictionary<RegoValue, Collector>? Results { get; set; }
}

/// <summary>Groups that are being made.</summary>
/// <param name="Owner">Whose they are.</param>
/// <param name="Results">What there is so far.</param>
/// <param name="Floor">How many steps must be left, or it is given up.</param>
internal sealed record Grouping(ComprehensionGroups Owner, Dictionary<RegoValue, Collector> Results, long Floor);

/// <summary>Hands a solution to the group that it belongs to.</summary>
internal sealed class GroupStep : Step
{
    public override bool Run(Machine machine)
    {
        var grouping = machine.Grouping!;
        grouping.Owner.Add(machine, grouping.Results);
        return machine.Context.Budget.Left < grouping.Floor;
    }
}
