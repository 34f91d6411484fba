namespace MicroApps.Rego;

/// <summary>Watches a policy while its tests run: which expressions are reached, and which of them have no solution. Such a policy is for one thread.</summary>
internal sealed class Probes
{
    private readonly List<Probe> _all = [];
    private Location? _rule;
    private long _clock;
    private int _depth;

    public IReadOnlyList<Probe> All => _all;

    /// <summary>What is planned from now on belongs to a rule.</summary>
    public void Begin(Rule rule) => _rule = rule.Head.Location;

    /// <summary>Adds the step before an expression; the answer is the one behind it, for <see cref="Leave"/>.</summary>
    public ProbeStep Watch(Expr expr, List<Step> steps)
    {
        var probe = new Probe(expr.Location, _rule, false, _depth++ > 0);
        _all.Add(probe);
        steps.Add(new ProbeStep(this, probe, isEntry: true));
        return new(this, probe, isEntry: false);
    }

    /// <summary>Adds the step behind an expression.</summary>
    public void Leave(ProbeStep step, List<Step> steps)
    {
        _depth--;
        steps.Add(step);
    }

    /// <summary>Adds the step behind the body of a rule.</summary>
    public void WatchHead(Rule rule, List<Step> steps)
    {
        var probe = new Probe(rule.Head.Location, rule.Head.Location, true, false);
        _all.Add(probe);
        steps.Add(new ProbeStep(this, probe, isEntry: true));
    }

    public void Enter(Probe probe)
    {
        probe.Entered++;
        probe.LastEntered = ++_clock;
        probe.IsCovered = true;
    }

    /// <summary>Forgets the counts, but not what is covered.</summary>
    public void Reset()
    {
        foreach (var probe in _all)
            (probe.Entered, probe.Left) = (0, 0);
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

    private static bool Holds(Location outer, Location inner) =>
        outer.File == inner.File && inner.Start >= outer.Start && inner.Start + inner.Length <= outer.Start + outer.Length;
}
