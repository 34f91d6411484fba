namespace MicroApps.Rego;

/// <summary>An expression of a body: for each of its solutions it runs what follows.</summary>
internal abstract class Step
{
    /// <summary>What follows; a body ends with a step that has nothing behind it.</summary>
    public Step Next { get; set; } = null!;

    /// <returns>Whether enough is known and the search ends.</returns>
    public abstract bool Run(Machine machine);
}

/// <summary>Ends a search: one solution is enough.</summary>
internal sealed class FoundStep : Step
{
    public override bool Run(Machine machine) => true;
}

/// <summary>Hands a solution to the sink of the rule or query that runs.</summary>
internal sealed class YieldStep : Step
{
    public override bool Run(Machine machine) => machine.Sink.Accept(machine);
}

/// <summary>Matches a value with a pattern: binds, compares, takes apart.</summary>
internal sealed class MatchStep(Eval value, Pattern pattern) : Step
{
    public override bool Run(Machine machine) => value.Get(machine) is { } result && pattern.Match(machine, result) && Next.Run(machine);
}

/// <summary>Binds a variable to a value.</summary>
internal sealed class BindStep(Eval value, int slot) : Step
{
    public override bool Run(Machine machine)
    {
        if (value.Get(machine) is not { } result)
            return false;
        machine.Slots[machine.Base + slot].Value = result;
        return Next.Run(machine);
    }
}

/// <summary>Compares a value with a constant.</summary>
internal sealed class EqualStep(Eval value, RegoValue constant) : Step
{
    public override bool Run(Machine machine) => value.Get(machine) is { } result && constant.Equals(result) && Next.Run(machine);
}

/// <summary>Goes on when a term is defined and not false.</summary>
internal sealed class TruthStep(Eval value) : Step
{
    public override bool Run(Machine machine) => value.Get(machine) is { } result && !ReferenceEquals(result, RegoValue.False) && Next.Run(machine);
}

/// <summary>Goes on when a body has no solution.</summary>
internal sealed class NotStep(Step body) : Step
{
    public override bool Run(Machine machine) => !body.Run(machine) && Next.Run(machine);
}

/// <summary>Goes on when a body has a solution for every element.</summary>
internal sealed class EveryStep(Eval domain, Pattern key, Pattern value, Step body) : Step
{
    public override bool Run(Machine machine)
    {
        switch (domain.Get(machine))
        {
            case ArrayValue array:
                for (var i = 0; i < array.Items.Length; i++)
                    if (!Holds(machine, NumberValue.Of(i), array.Items[i]))
                        return false;
                break;
            case ObjectValue obj:
                foreach (var i in obj.Order)
                    if (!Holds(machine, obj.Keys[i], obj.Values[i]))
                        return false;
                break;
            case SetValue set:
                foreach (var member in set.Sorted)
                    if (!Holds(machine, member, member))
                        return false;
                break;
            default:
                return false;
        }

        return Next.Run(machine);
    }

    private bool Holds(Machine machine, RegoValue k, RegoValue v)
    {
        machine.Tick();
        return key.Match(machine, k) && value.Match(machine, v) && body.Run(machine);
    }
}
