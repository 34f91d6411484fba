namespace MicroApps.Rego;

/// <summary>What receives the solutions of a body.</summary>
internal abstract class Sink
{
    /// <returns>Whether enough is known.</returns>
    public abstract bool Accept(Machine machine);
}

/// <summary>The value of a complete rule or a function: one, or equal ones.</summary>
internal sealed class ValueSink : Sink
{
    private RulePlan _plan = null!;
    private bool _isFunction;

    public RegoValue? Value { get; private set; }

    public void Start(RulePlan plan, bool isFunction) => (_plan, _isFunction, Value) = (plan, isFunction, null);

    public void Clear() => (_plan, Value) = (null!, null);

    public override bool Accept(Machine machine)
    {
        if (_plan.Value.Get(machine) is not { } value)
            return false;
        if (Value is not null && !Value.Equals(value))
            throw Conflict(_plan, _isFunction);
        Value = value;
        return _plan.HasConstantValue;
    }

    public static EvaluationException Conflict(RulePlan plan, bool isFunction)
    {
        var what = isFunction ? "functions must not produce multiple outputs for same inputs" : "complete rules must not produce multiple outputs";
        return new(new("eval_conflict_error", what, plan.Location.File, plan.Location.Line, plan.Location.Column));
    }
}

/// <summary>The members of a set.</summary>
internal sealed class SetSink : Sink
{
    private RulePlan _plan = null!;

    public HashSet<RegoValue> Members { get; } = [];

    public void Start(RulePlan plan) => _plan = plan;

    public override bool Accept(Machine machine)
    {
        if (_plan.Value.Get(machine) is { } member)
            Members.Add(member);
        return false;
    }
}

/// <summary>Looks for one member of a set.</summary>
internal sealed class MemberSink(RegoValue member) : Sink
{
    private RulePlan _plan = null!;

    public bool IsFound { get; private set; }

    public void Start(RulePlan plan) => _plan = plan;

    public override bool Accept(Machine machine) => IsFound = _plan.Value.Get(machine) is { } value && value.Equals(member);
}

/// <summary>The parts of an object that rules with variables in their names make.</summary>
internal sealed class PartialSink : Sink
{
    private RulePlan _plan = null!;

    public PartialNode Root { get; } = new();

    public void Start(RulePlan plan) => _plan = plan;

    public override bool Accept(Machine machine)
    {
        // Without a value nothing is made, not even the way to it.
        if (_plan.Value.Get(machine) is not { } value)
            return false;
        var node = Root;
        foreach (var part in _plan.Path)
        {
            if (part.Get(machine) is not { } key)
                return false;
            node = node.Child(key, _plan);
        }

        node.Add(value, _plan);
        return false;
    }
}

/// <summary>A place in an object that grows: a value, a set, or an object.</summary>
internal sealed class PartialNode
{
    private Dictionary<RegoValue, PartialNode>? _children;
    private HashSet<RegoValue>? _members;
    private RegoValue? _value;

    public PartialNode Child(RegoValue key, RulePlan plan)
    {
        if (_value is not null || _members is not null)
            throw Conflict(plan);
        _children ??= [];
        if (!_children.TryGetValue(key, out var child))
            _children[key] = child = new();
        return child;
    }

    public void Add(RegoValue value, RulePlan plan)
    {
        if (_children is not null || (plan.AddsToSet ? _value is not null : _members is not null || (_value is not null && !_value.Equals(value))))
            throw Conflict(plan);
        if (plan.AddsToSet)
            (_members ??= []).Add(value);
        else
            _value = value;
    }

    /// <summary>Makes sure that there is a set, also when nothing is added to it.</summary>
    public void BeSet() => _members ??= [];

    public RegoValue ToValue()
    {
        if (_value is not null)
            return _value;
        if (_members is not null)
            return new SetValue(_members);
        return _children is null ? ObjectValue.Empty : ObjectValue.From(_children.ToDictionary(c => c.Key, c => c.Value.ToValue()));
    }

    private static EvaluationException Conflict(RulePlan plan) =>
        new(new("eval_conflict_error", "object keys must be unique", plan.Location.File, plan.Location.Line, plan.Location.Column));
}
