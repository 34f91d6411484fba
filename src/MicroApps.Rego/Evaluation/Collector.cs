namespace MicroApps.Rego;

/// <summary>What a comprehension collects.</summary>
/// <param name="Kind">An array, a set or an object.</param>
/// <param name="Key">The key of an object; null for others.</param>
/// <param name="Value">The element, or the value of a key.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ComprehensionHead(RegoKind Kind, Eval? Key, Eval Value, Location Location)
{
    /// <summary>What it gives when there is no solution.</summary>
    public RegoValue Empty => Kind switch { RegoKind.Array => ArrayValue.Empty, RegoKind.Set => SetValue.Empty, _ => ObjectValue.Empty };
}

/// <summary>Collects the solutions of a comprehension.</summary>
internal sealed class Collector(ComprehensionHead head)
{
    private readonly List<RegoValue>? _items = head.Kind == RegoKind.Array ? [] : null;
    private readonly HashSet<RegoValue>? _members = head.Kind == RegoKind.Set ? [] : null;
    private readonly Dictionary<RegoValue, RegoValue>? _entries = head.Kind == RegoKind.Object ? [] : null;
    private bool _hasConflict;
    private RegoValue? _result;

    /// <summary>Whether two values for one key are told only when the result is asked for.</summary>
    public bool KeepsConflict { get; init; }

    public void Add(Machine machine)
    {
        if (head.Value.Get(machine) is not { } result)
            return;
        _items?.Add(result);
        _members?.Add(result);
        if (_entries is null || head.Key!.Get(machine) is not { } name)
            return;
        if (_entries.TryGetValue(name, out var known) && !known.Equals(result))
        {
            _hasConflict = true;
            if (!KeepsConflict)
                throw Conflict();
        }

        _entries[name] = result;
    }

    /// <summary>What was collected. Nothing is added after.</summary>
    public RegoValue Result() => _hasConflict ? throw Conflict() : _result ??= head.Kind switch
    {
        RegoKind.Array => new ArrayValue([.. _items!]),
        RegoKind.Set => new SetValue(_members!),
        _ => ObjectValue.From(_entries!),
    };

    private EvaluationException Conflict() => new(new("eval_conflict_error", "object keys must be unique", head.Location.File, head.Location.Line, head.Location.Column));
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
