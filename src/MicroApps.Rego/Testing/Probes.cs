using System.Diagnostics;

namespace MicroApps.Rego;

/// <summary>Watches a policy while it runs: which expressions are reached, which have no solution, and what they take. Such a policy is for one thread.</summary>
internal sealed class Probes
{
    private readonly List<Probe> _all = [];
    private readonly List<(Location Head, IReadOnlyList<RegoValue> Names)> _cases = [];
    private Location? _rule;
    private Probe? _active;
    private long _clock;
    private long _since;
    private int _nesting;
    private int _depth;

    public IReadOnlyList<Probe> All => _all;

    /// <summary>The cases of tests that began since <see cref="Reset"/>, with the heads of their rules.</summary>
    public IReadOnlyList<(Location Head, IReadOnlyList<RegoValue> Names)> Cases => _cases;

    /// <summary>What happened; null when it is not kept.</summary>
    public TraceLog? Log { get; set; }

    /// <summary>Whether times are taken.</summary>
    public bool TakesTime { get; set; }

    /// <summary>Whether a body inside of an expression is planned.</summary>
    public bool IsInner => _nesting > 0;

    /// <summary>What is planned from now on belongs to a rule, or to a query. The answer is its head.</summary>
    public Probe Begin(Location head, string name, bool isRule)
    {
        _rule = isRule ? head : null;
        return new(head, _rule, true, 0, name);
    }

    /// <summary>Adds the step before an expression; the answer is the one behind it, for <see cref="Leave"/>.</summary>
    public LeaveStep Watch(Expr expr, List<Step> steps, IReadOnlyList<IndexCondition> conditions)
    {
        var probe = new Probe(expr.Location, _rule, false, _nesting++);
        foreach (var condition in conditions)
            if (ReferenceEquals(condition.Expr, expr))
                condition.Probe = probe;
        _all.Add(probe);
        steps.Add(new EvalStep(this, probe));
        return new(this, probe);
    }

    /// <summary>Adds the step behind an expression.</summary>
    public void Leave(LeaveStep step, List<Step> steps)
    {
        _nesting--;
        steps.Add(step);
    }

    /// <summary>Adds the step behind the body of a rule.</summary>
    public void WatchHead(Probe head, List<Step> steps)
    {
        if (head.Rule is not null)
            _all.Add(head);
        steps.Add(new ExitStep(this, head));
    }

    /// <summary>An evaluation begins.</summary>
    public void Start() => (_depth, _active) = (0, null);

    /// <summary>An evaluation is over.</summary>
    public void Stop() => Take(null);

    public void Enter(Probe head)
    {
        Take(_active);
        Log?.Add(RegoTraceKind.Enter, head, _depth);
        _depth++;
    }

    public void Return() => _depth--;

    public void Eval(Probe probe)
    {
        Count(probe);
        probe.IsCovered = true;
    }

    public void Fail(Probe probe) => Log?.Add(RegoTraceKind.Fail, probe, _depth + probe.Nesting);

    /// <summary>A condition does not hold for which the whole body is left out.</summary>
    public void FailUncovered(Probe probe)
    {
        Count(probe);
        Fail(probe);
    }

    public void Redo(Probe probe)
    {
        probe.Redone++;
        Take(probe);
        Log?.Add(RegoTraceKind.Redo, probe, _depth + (probe.IsHead ? -1 : probe.Nesting));
    }

    public void Exit(Probe head)
    {
        (head.Entered, head.LastEntered, head.IsCovered) = (head.Entered + 1, ++_clock, true);
        Log?.Add(RegoTraceKind.Exit, head, _depth);
    }

    public void Note(string text) => Log?.AddNote(text, _active, _depth + (_active?.Nesting ?? 0));

    public void Case(Location head, IReadOnlyList<RegoValue> names) => _cases.Add((head, names));

    /// <summary>Forgets the counts, the cases and what happened, but not what is covered.</summary>
    public void Reset()
    {
        _cases.Clear();
        Log?.Clear();
        foreach (var probe in _all)
            (probe.Entered, probe.Left, probe.Redone, probe.Ticks) = (0, 0, 0, 0);
    }

    /// <summary>The expressions that were reached and had no solution: first that of the rules in question, with what is inside of it, then those of others, the latest first.</summary>
    public IEnumerable<Location> Failed(ISet<Location> rules, int most)
    {
        var failed = _all.Where(p => !p.IsHead && p.Entered > 0 && p.Left == 0 && p.Location.Length > 0 && p.Location.File == p.Rule?.File).ToList();
        var own = failed.Where(p => !p.IsInner && rules.Contains(p.Rule!)).Take(1).ToList();
        var inner = failed.Where(p => p.IsInner && own.Exists(o => Holds(o.Location, p.Location))).Take(1);
        var others = failed.Where(p => !p.IsInner && !rules.Contains(p.Rule!)).OrderByDescending(p => p.LastEntered);
        return own.Concat(inner).Concat(others).Select(p => p.Location).Distinct().Take(most);
    }

    private void Count(Probe probe)
    {
        probe.Entered++;
        probe.LastEntered = ++_clock;
        Take(probe);
        Log?.Add(RegoTraceKind.Eval, probe, _depth + probe.Nesting);
    }

    // The time until the next place belongs to the place before it.
    private void Take(Probe? next)
    {
        if (TakesTime)
        {
            var now = Stopwatch.GetTimestamp();
            if (_active is not null)
                _active.Ticks += now - _since;
            _since = now;
        }

        _active = next;
    }

    private static bool Holds(Location outer, Location inner) =>
        outer.File == inner.File && inner.Start >= outer.Start && inner.Start + inner.Length <= outer.Start + outer.Length;
}
