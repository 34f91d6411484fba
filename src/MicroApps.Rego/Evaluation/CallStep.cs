namespace MicroApps.Rego;

/// <summary>A call. The result is matched with a pattern, or has to be true.</summary>
internal abstract class CallStep(Callee callee, Eval[] arguments, Pattern? result, Location location) : Step
{
    protected Callee Callee => callee;

    protected Eval[] Arguments => arguments;

    public override bool Run(Machine machine)
    {
        machine.Tick();
        return (machine.Mocks?.Find(callee.Name) is { } mock ? Mocked(machine, mock) : Invoke(machine)) is { } answer && Finish(machine, answer);
    }

    /// <summary>Calls it; null for undefined.</summary>
    protected abstract RegoValue? Invoke(Machine machine);

    /// <summary>Goes on with the result.</summary>
    protected virtual bool Finish(Machine machine, RegoValue answer) => Accept(machine, answer);

    protected bool Accept(Machine machine, RegoValue answer) =>
        (result is null ? !ReferenceEquals(answer, RegoValue.False) : result.Match(machine, answer)) && Next.Run(machine);

    protected RegoValue? RunBuiltin(Machine machine, Callee target, RegoValue[] values)
    {
        var context = machine.Context;
        context.Name = target.Name;
        var answer = target.Builtin!.Run(context, values);
        if (answer is not null || context.FailureCode is not { } code)
            return answer;
        var (message, isFinal) = (context.FailureMessage, context.FailureIsFinal);
        context.Reset();
        if (machine.IsStrict || isFinal)
            throw new EvaluationException(new(code, message, location.File, location.Line, location.Column));
        return null;
    }

    /// <summary>The values of the arguments; null when one is undefined.</summary>
    protected RegoValue[]? Values(Machine machine)
    {
        var values = new RegoValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (arguments[i].Get(machine) is not { } value)
                return null;
            values[i] = value;
        }

        return values;
    }

    private RegoValue? Mocked(Machine machine, Mock mock)
    {
        if (Values(machine) is not { } values)
            return null;
        if (mock.Replacement is not { } replacement)
            return mock.Value;
        // What stands in for a function calls the function itself, not what stands in for it.
        var (mocks, memo) = (machine.Mocks, machine.Memo);
        (machine.Mocks, machine.Memo) = (null, machine.RentMemo());
        var answer = replacement.Node is { } node ? machine.Call(node, values) : RunBuiltin(machine, replacement, values);
        machine.Return(machine.Memo);
        (machine.Mocks, machine.Memo) = (mocks, memo);
        return answer;
    }
}

/// <summary>A call of a function of rules.</summary>
internal sealed class RuleCallStep(Callee callee, Eval[] arguments, Pattern? result, Location location) : CallStep(callee, arguments, result, location)
{
    protected override RegoValue? Invoke(Machine machine) => Values(machine) is { } values ? machine.Call(Callee.Node!, values) : null;
}

/// <summary>A call of a built-in function.</summary>
internal class BuiltinStep(Callee callee, Eval[] arguments, Pattern? result, Location location) : CallStep(callee, arguments, result, location)
{
    protected sealed override RegoValue? Invoke(Machine machine)
    {
        // What an argument calls uses the same buffers, so that all arguments are evaluated before one is asked for.
        RegoValue? first = null, second = null, third = null;
        var count = Arguments.Length;
        if (count is 0 or > 3)
            return Values(machine) is { } all ? RunBuiltin(machine, Callee, all) : null;
        if ((first = Arguments[0].Get(machine)) is null || (count > 1 && (second = Arguments[1].Get(machine)) is null) || (count > 2 && (third = Arguments[2].Get(machine)) is null))
            return null;
        var values = machine.Buffer(count);
        values[0] = first;
        if (count > 1)
            values[1] = second!;
        if (count > 2)
            values[2] = third!;
        return RunBuiltin(machine, Callee, values);
    }
}

/// <summary>A comparison by the order of values.</summary>
internal sealed class CompareStep(Callee callee, Eval[] arguments, Pattern? result, Location location) : CallStep(callee, arguments, result, location)
{
    private static readonly string[] s_names = ["neq", "lt", "lte", "gt", "gte"];

    private readonly int _which = Array.IndexOf(s_names, callee.Name);

    public static bool Is(string name, int arguments) => arguments == 2 && Array.IndexOf(s_names, name) >= 0;

    protected override RegoValue? Invoke(Machine machine)
    {
        if (Arguments[0].Get(machine) is not { } left || Arguments[1].Get(machine) is not { } right)
            return null;
        return RegoValue.From(_which switch
        {
            0 => !left.Equals(right),
            1 => left.CompareTo(right) < 0,
            2 => left.CompareTo(right) <= 0,
            3 => left.CompareTo(right) > 0,
            _ => left.CompareTo(right) >= 0,
        });
    }
}

/// <summary>A call of a relation, each of whose pairs is a result.</summary>
internal sealed class RelationStep(Callee callee, Eval[] arguments, Pattern? result, Location location) : BuiltinStep(callee, arguments, result, location)
{
    protected override bool Finish(Machine machine, RegoValue answer)
    {
        if (answer is not ArrayValue pairs)
            return Accept(machine, answer);
        foreach (var pair in pairs.Items)
            if (Accept(machine, pair))
                return true;
        return false;
    }
}
