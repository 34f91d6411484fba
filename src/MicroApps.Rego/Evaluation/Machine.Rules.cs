namespace MicroApps.Rego;

internal sealed partial class Machine
{
    // A function whose body is dearer than this is not called twice with the same arguments.
    private const int CheapCall = 12;

    /// <summary>The value of the rules at a node; null for undefined.</summary>
    public RegoValue? Value(RuleNode node)
    {
        if (node.Kind == RuleKind.Function)
            return null;
        if (Memo[node.Id] is { } known)
            return known as RegoValue;
        var memo = Memo;
        var value = node.Kind switch
        {
            RuleKind.Complete => Complete(node, null),
            RuleKind.Set => Set(node),
            _ => Partial(node),
        };
        memo[node.Id] = value ?? Memo.Undefined;
        return value;
    }

    /// <summary>What a set or an object that rules make has at a key, without making the rest of it; null for nothing.</summary>
    public RegoValue? Part(RuleNode node, RegoValue key)
    {
        if (Memo[node.Id] is { } all)
            return (all as RegoValue)?.Find(key);
        if (Memo.TryGet(node.Id, key, out var known))
            return known;
        var memo = Memo;
        var value = node.Kind == RuleKind.Set ? Set(node, key) : Partial(node, key);
        memo.Set(node.Id, key, value);
        return value;
    }

    /// <summary>Calls a function of rules.</summary>
    public RegoValue? Call(RuleNode node, RegoValue[] arguments)
    {
        var key = Memo.HasKeyed ? new ArrayValue(arguments) : null;
        if (key is not null && Memo.TryGet(node.Id, key, out var known))
            return known;
        var (memo, left) = (Memo, Context.Budget.Left);
        var value = Complete(node, arguments);
        if (left - Context.Budget.Left > CheapCall || policy.IsWatched)
            memo.Set(node.Id, key ?? new ArrayValue(arguments), value);
        return value;
    }

    private RegoValue? Complete(RuleNode node, RegoValue[]? arguments)
    {
        RegoValue? result = null;
        if (_valueSinksUsed == _valueSinks.Count)
            _valueSinks.Add(new());
        var sink = _valueSinks[_valueSinksUsed++];
        foreach (var i in node.Candidates(this, arguments))
        {
            var plan = node.Plans[i];
            var value = Chain(plan, sink, arguments);
            if (value is null)
                continue;
            if (result is not null && !result.Equals(value))
                throw ValueSink.Conflict(plan, arguments is not null);
            result = value;
            if (node.HasOneValue)
                break;
        }

        result ??= node.Default is { } fallback ? Chain(fallback, sink, arguments) : null;
        sink.Clear();
        _valueSinksUsed--;
        return result;
    }

    private RegoValue? Chain(RulePlan plan, ValueSink sink, RegoValue[]? arguments)
    {
        for (var link = plan; link is not null; link = link.Else)
        {
            Tick();
            sink.Start(link, arguments is not null);
            Run(link, sink, arguments);
            if (sink.Value is { } value)
                return value;
        }

        return null;
    }

    private SetValue Set(RuleNode node)
    {
        var sink = new SetSink();
        foreach (var i in node.Candidates(this, null))
        {
            Tick();
            sink.Start(node.Plans[i]);
            Run(node.Plans[i], sink, null);
        }

        return new SetValue(sink.Members);
    }

    // Whether the set has a member.
    private RegoValue? Set(RuleNode node, RegoValue key)
    {
        var sink = new MemberSink(key);
        RegoValue[] keys = [key];
        foreach (var i in node.Candidates(this, null))
        {
            Tick();
            var plan = node.Plans[i].ForKey ?? node.Plans[i];
            sink.Start(plan);
            Run(plan, sink, keys);
            if (sink.IsFound)
                return key;
        }

        return null;
    }

    // The object that the rules at and below a node make.
    private RegoValue Partial(RuleNode node)
    {
        var sink = new PartialSink();
        foreach (var i in node.Candidates(this, null))
        {
            Tick();
            sink.Start(node.Plans[i]);
            Run(node.Plans[i], sink, null);
        }

        return sink.Root.ToValue();
    }

    // What that object has at a key.
    private RegoValue? Partial(RuleNode node, RegoValue key)
    {
        var sink = new PartialSink();
        RegoValue[] keys = [key];
        foreach (var i in node.Candidates(this, null))
        {
            var plan = node.Plans[i];
            if (plan.Path[0] is ConstantEval constant && !constant.Value.Equals(key))
                continue;
            Tick();
            plan = plan.ForKey ?? plan;
            sink.Start(plan);
            Run(plan, sink, keys);
        }

        return sink.Root.ToValue().Find(key);
    }
}
