using System.Runtime.CompilerServices;

namespace MicroApps.Rego;

/// <summary>One evaluation at a time: the variables, the documents, what is known so far and what may still be spent. Used again and again; not thread-safe.</summary>
internal sealed partial class Machine(PolicyPlan policy)
{
    private readonly Stack<Memo> _freeMemos = new();
    private readonly List<ValueSink> _valueSinks = [];
    private readonly RegoValue[] _one = new RegoValue[1], _two = new RegoValue[2], _three = new RegoValue[3];
    private int _valueSinksUsed;
    private int _top;

    /// <summary>The variables of all rules that run. A structure around each spares the check of types that arrays of classes make.</summary>
    public Slot[] Slots { get; private set; } = new Slot[64];

    /// <summary>Where the variables of the running rule begin.</summary>
    public int Base { get; private set; }

    public RegoValue? Input { get; set; }

    /// <summary>The base documents; null for none.</summary>
    public RegoValue? BaseData { get; private set; }

    public DataOverlay? Overlay { get; set; }

    public Mock? Mocks { get; set; }

    public Memo Memo { get; set; } = new(policy.Nodes);

    public Sink Sink { get; set; } = null!;

    public Collector? Collector { get; set; }

    /// <summary>The groups of a comprehension that are being made; null for none.</summary>
    public Grouping? Grouping { get; set; }

    /// <summary>Whether something watches what runs, so that nothing may run in another way than OPA's.</summary>
    public bool IsWatched => policy.IsWatched;

    public BuiltinContext Context { get; } = new();

    /// <summary>Whether a failure of a built-in function ends the evaluation; otherwise it counts as undefined.</summary>
    public bool IsStrict { get; private set; }

    /// <summary>The scopes around the expressions under <c>with</c> that run.</summary>
    public Stack<MachineScope> Scopes { get; } = new();

    public DataPlace Root => Overlay?.Value is { } value ? DataPlace.Of(value) : new(policy.Rules, BaseData, Overlay, false);

    /// <summary>Begins an evaluation.</summary>
    public void Begin(RegoValue? input, RegoValue? data, RegoEvaluationOptions options, CancellationToken cancellation)
    {
        (Input, BaseData, IsStrict) = (input, data, options.StrictBuiltinErrors);
        (Context.NowNanoseconds, Context.Print) = (options.NowNanoseconds, options.Print);
        Context.Budget.Begin(options.Fuel, options.Timeout, cancellation);
    }

    /// <summary>Forgets an evaluation that came to its end. A machine whose evaluation failed is not used again.</summary>
    public void End()
    {
        Memo.Clear();
        Context.Clear();
        (Input, BaseData, _one[0]) = (null, null, null!);
        Array.Clear(_two, 0, _two.Length);
        Array.Clear(_three, 0, _three.Length);
    }

    /// <summary>An empty memo; <see cref="Return"/> it.</summary>
    public Memo RentMemo() => _freeMemos.Count > 0 ? _freeMemos.Pop() : new(policy.Nodes);

    public void Return(Memo memo)
    {
        memo.Clear();
        _freeMemos.Push(memo);
    }

    /// <summary>A buffer for the arguments of a built-in function, good until the next one is asked for.</summary>
    public RegoValue[] Buffer(int arguments) => arguments switch
    {
        1 => _one,
        2 => _two,
        3 => _three,
        _ => new RegoValue[arguments],
    };

    public void Tick() => Context.Budget.Spend(1);

    /// <summary>Goes back to the variables, sinks and scopes that there were, after an evaluation broke off.</summary>
    public void Unwind(int top, int start, Sink sink, int valueSinks, int scopes)
    {
        Array.Clear(Slots, top, Slots.Length - top);
        (_top, Base, Sink) = (top, start, sink);
        while (_valueSinksUsed > valueSinks)
            _valueSinks[--_valueSinksUsed].Clear();
        while (Scopes.Count > scopes)
            Scopes.Pop();
        Context.Reset();
    }

    /// <summary>What <see cref="Unwind"/> takes.</summary>
    public (int Top, int Start, Sink Sink, int ValueSinks, int Scopes) Place => (_top, Base, Sink, _valueSinksUsed, Scopes.Count);

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

/// <summary>The place of a variable.</summary>
internal struct Slot
{
    /// <summary>What it is bound to; null when nothing is bound yet.</summary>
    public RegoValue? Value;
}
