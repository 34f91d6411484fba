namespace MicroApps.Rego;

/// <summary>A call. The result is matched with a pattern, or has to be true.</summary>
internal sealed class CallStep(Callee callee, Eval[] arguments, Pattern? result, Location location) : Step
{
    public override bool Run(Machine machine)
    {
        machine.Tick();
        var values = new RegoValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (arguments[i].Get(machine) is not { } value)
                return false;
            values[i] = value;
        }

        if (callee.Name == "walk")
            return Each(machine, Invoke(machine, values));
        return Invoke(machine, values) is { } answer && Accept(machine, answer);
    }

    private bool Accept(Machine machine, RegoValue answer) =>
        (result is null ? !ReferenceEquals(answer, RegoValue.False) : result.Match(machine, answer)) && Next.Run(machine);

    // A relation: every pair is a result.
    private bool Each(Machine machine, RegoValue? pairs)
    {
        if (pairs is not ArrayValue all)
            return pairs is not null && Accept(machine, pairs);
        foreach (var pair in all.Items)
            if (Accept(machine, pair))
                return true;
        return false;
    }

    private RegoValue? Invoke(Machine machine, RegoValue[] values)
    {
        if (machine.Mocks?.Find(callee.Name) is not { } mock)
            return Invoke(machine, callee, values);
        if (mock.Replacement is not { } replacement)
            return mock.Value;
        // What stands in for a function calls the function itself, not what stands in for it.
        var (mocks, memo) = (machine.Mocks, machine.Memo);
        (machine.Mocks, machine.Memo) = (null, machine.NewMemo());
        var answer = Invoke(machine, replacement, values);
        (machine.Mocks, machine.Memo) = (mocks, memo);
        return answer;
    }

    private RegoValue? Invoke(Machine machine, Callee target, RegoValue[] values)
    {
        if (target.Node is { } node)
            return machine.Call(node, values);
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
}
