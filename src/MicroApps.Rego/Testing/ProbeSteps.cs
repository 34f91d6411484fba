namespace MicroApps.Rego;

/// <summary>The beginning of a body: of a rule, or of a query.</summary>
internal sealed class EnterStep(Probes probes, Probe head) : Step
{
    public override bool Run(Machine machine)
    {
        probes.Enter(head);
        var stop = Next.Run(machine);
        probes.Return();
        return stop;
    }
}

/// <summary>The place before an expression.</summary>
internal sealed class EvalStep(Probes probes, Probe probe) : Step
{
    public override bool Run(Machine machine)
    {
        probes.Eval(probe);
        var left = probe.Left;
        var stop = Next.Run(machine);
        if (probe.Left == left)
            probes.Fail(probe);
        return stop;
    }
}

/// <summary>The place behind an expression.</summary>
internal sealed class LeaveStep(Probes probes, Probe probe) : Step
{
    public override bool Run(Machine machine)
    {
        probe.Left++;
        var stop = Next.Run(machine);
        if (!stop)
            probes.Redo(probe);
        return stop;
    }
}

/// <summary>The end of a body.</summary>
internal sealed class ExitStep(Probes probes, Probe head) : Step
{
    public override bool Run(Machine machine)
    {
        probes.Exit(head);
        var stop = Next.Run(machine);
        if (!stop)
            probes.Redo(head);
        return stop;
    }
}

/// <summary>Tells for which case of a test its body runs.</summary>
internal sealed class CaseStep(Probes probes, Location head, Eval[] path) : Step
{
    public override bool Run(Machine machine)
    {
        if (path.Select(p => p.Get(machine)).ToArray() is var names && names.All(n => n is not null))
            probes.Case(head, names!);
        return Next.Run(machine);
    }
}
