using System.Diagnostics;

namespace MicroApps.Rego;

/// <summary>Watches evaluations of a policy: what happens, which lines are reached, and what they take. Set it as <see cref="RegoCompiler.Watch"/>; a policy without one costs nothing more.</summary>
/// <remarks>Not thread-safe, and nor is a policy that is watched. The words are OPA's; that a rule is left out by an index is told as the failure of its condition.</remarks>
public sealed class RegoWatch
{
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>How many events are kept at most; 0, the default, keeps none.</summary>
    public int MostEvents
    {
        get;
        set => (field, Probes.Log) = (value, value > 0 ? new(value) : null);
    }

    /// <summary>Whether times are taken, for <see cref="Profile"/>.</summary>
    public bool TakesTime
    {
        get => Probes.TakesTime;
        set => Probes.TakesTime = value;
    }

    /// <summary>Whether more happened than is kept.</summary>
    public bool IsCut => Probes.Log?.IsCut ?? false;

    internal Probes Probes { get; } = new();

    /// <summary>What happened, in order.</summary>
    /// <param name="kind">Only this, and the rules and queries that led to it; null for all.</param>
    public IReadOnlyList<RegoTraceEvent> Events(RegoTraceKind? kind = null) => Probes.Log?.Events(kind, TextOf) ?? [];

    /// <summary>Which lines were reached in each source, in order of their names.</summary>
    public IReadOnlyList<RegoCoverage> Coverage() => RegoCoverage.Of(Probes, [.. _sources.Keys.Where(f => f != RegoPolicy.QueryName)]);

    /// <summary>What each line took, the longest first.</summary>
    public IReadOnlyList<RegoProfile> Profile() =>
    [
        .. from probe in Probes.All
           where !probe.IsHead && probe.Entered > 0 && probe.Location.Length > 0
           group probe by (probe.Location.File, probe.Location.Line) into line
           let first = line.OrderBy(p => p.Location.Column).ThenByDescending(p => p.Location.Length).First()
           let time = TimeSpan.FromSeconds(line.Sum(p => p.Ticks) / (double)Stopwatch.Frequency)
           orderby time descending, line.Key.File, line.Key.Line
           select new RegoProfile(line.Key.File, line.Key.Line, TextOf(first.Location), time, line.Sum(p => p.Entered), line.Sum(p => p.Redone), line.Count()),
    ];

    /// <summary>Forgets what happened and what it took, but not which lines were reached.</summary>
    public void Clear() => Probes.Reset();

    internal void Add(string file, string source) => _sources[file] = source;

    internal string TextOf(Location location)
    {
        if (!_sources.TryGetValue(location.File, out var source) || location.Start + location.Length > source.Length)
            return "";
        var text = source.Substring(location.Start, location.Length);
        var end = text.IndexOf('\n');
        return end < 0 ? text : text.Substring(0, end).TrimEnd() + " …";
    }
}
