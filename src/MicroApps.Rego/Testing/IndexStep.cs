namespace MicroApps.Rego;

/// <summary>A condition that OPA looks at before the body of a rule: when it does not hold, no line of the body counts as reached.</summary>
/// <param name="Expr">The expression.</param>
/// <param name="Value">The document or argument that is compared.</param>
/// <param name="Wanted">A constant, a variable, or an array of them.</param>
internal sealed record IndexCondition(Expr Expr, Eval Value, Term Wanted)
{
    public Probe? Probe { get; set; }

    public bool Holds(Machine machine) => Value.Get(machine) is { } value && Holds(Wanted, value);

    private static bool Holds(Term wanted, RegoValue value) => wanted switch
    {
        ConstantTerm constant => constant.Value.Equals(value),
        ArrayTerm array => value is ArrayValue { Items: var items } && items.Length == array.Items.Count && array.Items.Zip(items, Holds).All(h => h),
        _ => true,
    };
}

/// <summary>Looks at the conditions of a rule before its body, as the index of OPA does.</summary>
internal sealed class IndexStep(Probes probes, IReadOnlyList<IndexCondition> conditions) : Step
{
    public override bool Run(Machine machine)
    {
        foreach (var condition in conditions)
        {
            if (condition.Holds(machine))
                continue;
            if (condition.Probe is { } probe)
                probes.FailUncovered(probe);
            return false;
        }

        return Next.Run(machine);
    }
}
