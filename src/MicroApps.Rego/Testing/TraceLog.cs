namespace MicroApps.Rego;

/// <summary>What happened in an evaluation, in order, up to a limit.</summary>
internal sealed class TraceLog(int most)
{
    private readonly List<(RegoTraceKind Kind, Probe? Probe, int Depth, string Text)> _events = [];

    /// <summary>Whether more happened than is kept.</summary>
    public bool IsCut { get; private set; }

    public void Add(RegoTraceKind kind, Probe probe, int depth)
    {
        // What the compiler adds on its own, such as the body of a rule without one, is nothing to see.
        if (probe.IsHead || probe.Location.Length > 0)
            Keep(kind, probe, depth, probe.Name);
    }

    public void AddNote(string text, Probe? probe, int depth) => Keep(RegoTraceKind.Note, probe, depth, text);

    public void Clear()
    {
        _events.Clear();
        IsCut = false;
    }

    /// <summary>The events of a kind, each with the rules and queries that led to it; all when no kind is given.</summary>
    public IReadOnlyList<RegoTraceEvent> Events(RegoTraceKind? kind, Func<Location, string> text)
    {
        var keep = new bool[_events.Count];
        Stack<int> path = [];
        for (var i = 0; i < keep.Length; i++)
        {
            while (path.Count > 0 && _events[path.Peek()].Depth >= _events[i].Depth)
                path.Pop();
            keep[i] |= kind is null || _events[i].Kind == kind;
            foreach (var above in path)
                keep[above] |= keep[i];
            if (_events[i].Kind == RegoTraceKind.Enter)
                path.Push(i);
        }

        return [.. _events.Where((_, i) => keep[i]).Select(e => Show(e.Kind, e.Probe?.Location, e.Depth, e.Text.Length > 0 || e.Probe is null ? e.Text : text(e.Probe.Location)))];
    }

    private static RegoTraceEvent Show(RegoTraceKind kind, Location? at, int depth, string text) => new(kind, at?.File ?? "", at?.Line ?? 0, at?.Column ?? 0, depth, text);

    private void Keep(RegoTraceKind kind, Probe? probe, int depth, string text)
    {
        if (_events.Count < most)
            _events.Add((kind, probe, depth, text));
        else
            IsCut = true;
    }
}
