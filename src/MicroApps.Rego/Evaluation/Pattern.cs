namespace MicroApps.Rego;

/// <summary>What a value is matched with; a match binds the variables in it.</summary>
internal abstract class Pattern
{
    public abstract bool Match(Machine machine, RegoValue value);
}

internal sealed class AnyPattern : Pattern
{
    public static AnyPattern Instance { get; } = new();

    public override bool Match(Machine machine, RegoValue value) => true;
}

/// <summary>Binds a variable.</summary>
internal sealed class BindPattern(int slot) : Pattern
{
    public int Slot => slot;

    public override bool Match(Machine machine, RegoValue value)
    {
        machine.Slots[machine.Base + slot].Value = value;
        return true;
    }
}

/// <summary>Compares with a term.</summary>
internal sealed class EqualPattern(Eval term) : Pattern
{
    public Eval Term => term;

    public override bool Match(Machine machine, RegoValue value) => term.Get(machine) is { } other && other.Equals(value);
}

/// <summary>Compares with a comprehension, which is not made for a value of another kind.</summary>
internal sealed class ComprehensionPattern(RegoKind kind, Eval term) : Pattern
{
    public override bool Match(Machine machine, RegoValue value) => value.Kind == kind && term.Get(machine) is { } other && other.Equals(value);
}

internal sealed class ArrayPattern(Pattern[] items) : Pattern
{
    public override bool Match(Machine machine, RegoValue value)
    {
        if (value is not ArrayValue array || array.Items.Length != items.Length)
            return false;
        for (var i = 0; i < items.Length; i++)
            if (!items[i].Match(machine, array.Items[i]))
                return false;
        return true;
    }
}

internal sealed class ObjectPattern(Eval[] keys, Pattern[] values) : Pattern
{
    public override bool Match(Machine machine, RegoValue value)
    {
        if (value is not ObjectValue obj || obj.Count != keys.Length)
            return false;
        for (var i = 0; i < keys.Length; i++)
            if (keys[i].Get(machine) is not { } key || obj.Find(key) is not { } item || !values[i].Match(machine, item))
                return false;
        return true;
    }
}
