namespace MicroApps.Rego;

/// <summary>Collects the solutions of a comprehension.</summary>
internal sealed class Collector(RegoKind kind, Eval? key, Eval value, Location location)
{
    private readonly List<RegoValue>? _items = kind == RegoKind.Array ? [] : null;
    private readonly HashSet<RegoValue>? _members = kind == RegoKind.Set ? [] : null;
    private readonly Dictionary<RegoValue, RegoValue>? _entries = kind == RegoKind.Object ? [] : null;

    public void Add(Machine machine)
    {
        if (value.Get(machine) is not { } result)
            return;
        _items?.Add(result);
        _members?.Add(result);
        if (_entries is null || key!.Get(machine) is not { } name)
            return;
        if (_entries.TryGetValue(name, out var known) && !known.Equals(result))
            throw new EvaluationException(new("eval_conflict_error", "object keys must be unique", location.File, location.Line, location.Column));
        _entries[name] = result;
    }

    public RegoValue Result() => kind switch
    {
        RegoKind.Array => new ArrayValue([.. _items!]),
        RegoKind.Set => new SetValue(_members!),
        _ => ObjectValue.From(_entries!),
    };
}

/// <summary>Hands a solution to the collector of the comprehension that runs.</summary>
internal sealed class CollectStep : Step
{
    public override bool Run(Machine machine)
    {
        machine.Collector!.Add(machine);
        return false;
    }
}
