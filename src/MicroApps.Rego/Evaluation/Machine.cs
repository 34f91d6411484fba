using System.Runtime.CompilerServices;

namespace MicroApps.Rego;

/// <summary>One evaluation: the variables, the documents, what is known so far and what may still be spent. Not thread-safe.</summary>
internal sealed partial class Machine(int nodes, RuleNode rules)
{
    private int _top;

    public RegoValue?[] Slots { get; private set; } = new RegoValue?[64];

    /// <summary>Where the variables of the running rule begin.</summary>
    public int Base { get; private set; }

    public RegoValue? Input { get; set; }

    /// <summary>The base documents; null for none.</summary>
    public RegoValue? BaseData { get; set; }

    public DataOverlay? Overlay { get; set; }

    public Mock? Mocks { get; set; }

    public Memo Memo { get; set; } = new(nodes);

    public Sink Sink { get; set; } = null!;

    public Collector? Collector { get; set; }

    public BuiltinContext Context { get; } = new();

    /// <summary>Whether a failure of a built-in function ends the evaluation; otherwise it counts as undefined.</summary>
    public bool IsStrict { get; set; }

    /// <summary>How many steps may still be made.</summary>
    public long Fuel { get; set; } = long.MaxValue;

    /// <summary>The scopes around the expressions under <c>with</c> that run.</summary>
    public Stack<MachineScope> Scopes { get; } = new();

    public RuleNode Rules => rules;

    public Memo NewMemo() => new(nodes);

    public DataPlace Root => Overlay?.Value is { } value ? DataPlace.Of(value) : new(rules, BaseData, Overlay, false);

    public void Tick()
    {
        if (--Fuel < 0)
            throw new EvaluationException(new("eval_cancel_error", "the evaluation used up the steps that it was given"));
        if ((Fuel & 1023) == 0)
            Context.Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Runs a body with variables of its own.</summary>
    public void Run(RulePlan plan, Sink sink, RegoValue[]? arguments)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var (outerBase, outerSink) = (Base, Sink);
        var start = _top;
        if (start + plan.Slots > Slots.Length)
        {
            var slots = Slots;
            Array.Resize(ref slots, Math.Max(slots.Length * 2, start + plan.Slots));
            Slots = slots;
        }

        (_top, Base, Sink) = (start + plan.Slots, start, sink);
        var matches = true;
        for (var i = 0; matches && i < plan.Arguments.Length; i++)
            matches = plan.Arguments[i].Match(this, arguments![i]);
        if (matches)
            plan.Entry.Run(this);
        Array.Clear(Slots, start, plan.Slots);
        (_top, Base, Sink) = (start, outerBase, outerSink);
    }
}
