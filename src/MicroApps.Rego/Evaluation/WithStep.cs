namespace MicroApps.Rego;

/// <summary>What a <c>with</c> replaces.</summary>
/// <param name="Path">The path under <c>input</c> or <c>data</c>; null for a function.</param>
/// <param name="IsInput">Whether it is <c>input</c>.</param>
/// <param name="Function">The name of the function.</param>
/// <param name="Value">What stands for it; null when a function does.</param>
/// <param name="Replacement">The function that stands for it.</param>
internal sealed record WithTarget(Eval[]? Path, bool IsInput, string? Function, Eval? Value, Callee? Replacement);

/// <summary>Evaluates an expression with other documents or functions; what follows has the former ones again.</summary>
internal sealed class WithStep(WithTarget[] targets, Step body) : Step
{
    public override bool Run(Machine machine)
    {
        var outer = new MachineScope(machine);
        if (!Apply(machine))
        {
            outer.Restore(machine);
            return false;
        }

        var memo = machine.Memo = machine.RentMemo();
        machine.Scopes.Push(outer);
        var stop = body.Run(machine);
        machine.Scopes.Pop();
        outer.Restore(machine);
        machine.Return(memo);
        return stop;
    }

    private bool Apply(Machine machine)
    {
        var (input, overlay, mocks) = (machine.Input, machine.Overlay, machine.Mocks);
        foreach (var target in targets)
        {
            RegoValue? value = null;
            if (target.Value is not null && (value = target.Value.Get(machine)) is null)
                return false;
            if (target.Function is { } function)
            {
                mocks = new Mock(function, value, target.Replacement, mocks);
                continue;
            }

            var path = new RegoValue[target.Path!.Length];
            for (var i = 0; i < path.Length; i++)
            {
                if (target.Path[i].Get(machine) is not { } key)
                    return false;
                path[i] = key;
            }

            if (target.IsInput)
                input = Documents.Put(input, path, value!);
            else
                overlay = DataOverlay.Put(overlay, path, value!);
        }

        (machine.Input, machine.Overlay, machine.Mocks) = (input, overlay, mocks);
        return true;
    }
}

/// <summary>The end of an expression under <c>with</c>.</summary>
internal sealed class WithEndStep : Step
{
    public override bool Run(Machine machine)
    {
        var inner = new MachineScope(machine);
        var outer = machine.Scopes.Pop();
        outer.Restore(machine);
        var stop = Next.Run(machine);
        inner.Restore(machine);
        machine.Scopes.Push(outer);
        return stop;
    }
}

/// <summary>What <c>with</c> changes in a machine.</summary>
internal readonly struct MachineScope(Machine machine)
{
    private readonly RegoValue? _input = machine.Input;
    private readonly DataOverlay? _overlay = machine.Overlay;
    private readonly Mock? _mocks = machine.Mocks;
    private readonly Memo _memo = machine.Memo;

    public void Restore(Machine target) => (target.Input, target.Overlay, target.Mocks, target.Memo) = (_input, _overlay, _mocks, _memo);
}

/// <summary>Where a machine stands, to go back to.</summary>
internal readonly struct MachineState(Machine machine)
{
    private readonly MachineScope _scope = new(machine);
    private readonly Collector? _collector = machine.Collector;
    private readonly (int Top, int Start, Sink Sink, int ValueSinks, int Scopes) _place = machine.Place;

    public void Restore(Machine target)
    {
        _scope.Restore(target);
        target.Collector = _collector;
        target.Unwind(_place.Top, _place.Start, _place.Sink, _place.ValueSinks, _place.Scopes);
    }
}
