namespace MicroApps.Rego;

/// <summary>A term whose variables are bound: gives its value, or null when it is undefined.</summary>
internal abstract class Eval
{
    public abstract RegoValue? Get(Machine machine);
}

internal sealed class ConstantEval(RegoValue value) : Eval
{
    public RegoValue Value => value;

    public override RegoValue? Get(Machine machine) => value;
}

internal sealed class SlotEval(int slot) : Eval
{
    public int Slot => slot;

    public override RegoValue? Get(Machine machine) => machine.Slots[machine.Base + slot].Value;
}

internal sealed class ArrayEval(Eval[] items) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        var values = new RegoValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Get(machine) is not { } value)
                return null;
            values[i] = value;
        }

        return new ArrayValue(values);
    }
}

internal sealed class SetEval(Eval[] items) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        var values = new HashSet<RegoValue>();
        foreach (var item in items)
        {
            if (item.Get(machine) is not { } value)
                return null;
            values.Add(value);
        }

        return new SetValue(values);
    }
}

internal sealed class ObjectEval(Eval[] keys, Eval[] values) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        var items = new Dictionary<RegoValue, RegoValue>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Get(machine) is not { } key || values[i].Get(machine) is not { } value)
                return null;
            items[key] = value;
        }

        return ObjectValue.From(items);
    }
}

/// <summary>A reference into a value: its head, then key after key.</summary>
internal sealed class PathEval(Eval head, Eval[] path) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        var value = head.Get(machine);
        for (var i = 0; i < path.Length && value is not null; i++)
        {
            if (path[i].Get(machine) is not { } key)
                return null;
            value = value.Find(key);
        }

        return value;
    }
}

/// <summary>A reference under <c>input</c> by constant keys.</summary>
internal sealed class InputPathEval(RegoValue[] path) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        var value = machine.Input;
        for (var i = 0; i < path.Length && value is not null; i++)
            value = value.Find(path[i]);
        return value;
    }
}

/// <summary>A reference into a variable by one constant key.</summary>
internal sealed class FieldEval(int slot, RegoValue key) : Eval
{
    public override RegoValue? Get(Machine machine) => machine.Slots[machine.Base + slot].Value?.Find(key);
}

internal sealed class InputEval : Eval
{
    public override RegoValue? Get(Machine machine) => machine.Input;
}

/// <summary>A reference into the documents under <c>data</c>.</summary>
internal sealed class DataEval(Eval[] path) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        var place = machine.Root;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i].Get(machine) is not { } key)
                return null;
            if (place.IsValue)
                place = DataPlace.Of(place.Value?.Find(key));
            else
                place = machine.Enter(place, key);
            if (place.IsNothing)
                return null;
        }

        return place.IsValue ? place.Value : machine.Extent(place);
    }
}

/// <summary>A reference to rules, or into what they make.</summary>
/// <param name="node">The rules.</param>
/// <param name="rest">What follows behind their name.</param>
/// <param name="general">The same reference, for when <c>with</c> replaces data.</param>
internal sealed class RuleEval(RuleNode node, Eval[] rest, DataEval general) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        if (machine.Overlay is not null)
            return general.Get(machine);
        if (rest.Length == 0 || node.Kind is not (RuleKind.Set or RuleKind.Partial))
            return Into(machine, machine.Value(node), 0);
        return rest[0].Get(machine) is { } key ? Into(machine, machine.Part(node, key), 1) : null;
    }

    private RegoValue? Into(Machine machine, RegoValue? value, int at)
    {
        for (; at < rest.Length && value is not null; at++)
        {
            if (rest[at].Get(machine) is not { } key)
                return null;
            value = value.Find(key);
        }

        return value;
    }
}

/// <summary>A reference to stored data, where no rules are.</summary>
internal sealed class BaseEval(Eval[] path, DataEval general) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        if (machine.Overlay is not null)
            return general.Get(machine);
        var value = machine.BaseData;
        for (var i = 0; i < path.Length && value is not null; i++)
        {
            if (path[i].Get(machine) is not { } key)
                return null;
            value = Machine.FindInBase(value, key);
        }

        return value;
    }
}

/// <summary>A comprehension: runs its body and collects.</summary>
internal sealed class ComprehensionEval(ComprehensionHead head, Step entry, ComprehensionGroups? groups) : Eval
{
    public override RegoValue? Get(Machine machine)
    {
        if (groups is not null && groups.TryFind(machine, out var known))
            return known;
        var (outer, left) = (machine.Collector, machine.Context.Budget.Left);
        var collector = new Collector(head);
        machine.Collector = collector;
        entry.Run(machine);
        machine.Collector = outer;
        groups?.Note(machine, left - machine.Context.Budget.Left);
        return collector.Result();
    }
}
