namespace MicroApps.Rego;

/// <summary>A reference with unbound variables: tries every key where it has one.</summary>
/// <param name="head">The value it begins with; null for all of <c>data</c>.</param>
/// <param name="path">Its path.</param>
/// <param name="target">What the value is matched with; null when it has to be true.</param>
internal sealed class WalkStep(Eval? head, PathPart[] path, Pattern? target) : Step
{
    private readonly bool _isStored = head is BaseEval;
    private readonly bool _isPlainLoop = head is not null && path is [{ Pattern: AnyPattern }];

    public override bool Run(Machine machine) =>
        head is null ? Walk(machine, machine.Root, 0) : head.Get(machine) is { } value && (_isPlainLoop && value is ArrayValue array ? Loop(machine, array.Items) : Walk(machine, value, 0));

    // some item in items
    private bool Loop(Machine machine, RegoValue[] items)
    {
        foreach (var item in items)
        {
            machine.Tick();
            if (Accept(machine, item))
                return true;
        }

        return false;
    }

    private bool Accept(Machine machine, RegoValue value) =>
        (target is null ? !ReferenceEquals(value, RegoValue.False) : target.Match(machine, value)) && Next.Run(machine);

    private bool Walk(Machine machine, RegoValue value, int at)
    {
        machine.Tick();
        if (at == path.Length)
            return Accept(machine, value);
        var part = path[at];
        if (part.Key is { } known)
            return known.Get(machine) is { } key && (_isStored ? Machine.FindInBase(value, key) : value.Find(key)) is { } found && Walk(machine, found, at + 1);
        switch (value)
        {
            case ArrayValue array:
                for (var i = 0; i < array.Items.Length; i++)
                    if (part.Pattern!.Match(machine, NumberValue.Of(i)) && Walk(machine, array.Items[i], at + 1))
                        return true;
                return false;
            case ObjectValue obj:
                foreach (var i in obj.Order)
                    if (part.Pattern!.Match(machine, obj.Keys[i]) && Walk(machine, obj.Values[i], at + 1))
                        return true;
                return false;
            case SetValue set:
                foreach (var member in set.Sorted)
                    if (part.Pattern!.Match(machine, member) && Walk(machine, member, at + 1))
                        return true;
                return false;
            default:
                return false;
        }
    }

    private bool Walk(Machine machine, DataPlace place, int at)
    {
        if (place.IsNothing)
            return false;
        if (place.IsValue)
            return place.Value is { } value && Walk(machine, value, at);
        machine.Tick();
        if (at == path.Length)
            return machine.Extent(place) is { } extent && Accept(machine, extent);
        var part = path[at];
        if (part.Key is { } known)
            return known.Get(machine) is { } key && Walk(machine, machine.Enter(place, key), at + 1);
        if (place.Rules is { Kind: RuleKind.Set } set)
            return machine.Value(set) is { } members && Walk(machine, members, at);
        foreach (var key in machine.Keys(place))
            if (part.Pattern!.Match(machine, key) && Walk(machine, machine.Enter(place, key), at + 1))
                return true;
        return false;
    }
}
