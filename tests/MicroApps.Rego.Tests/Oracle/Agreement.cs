namespace MicroApps.Rego.Tests;

/// <summary>Whether the engine refuses what the oracle refuses: the same codes on the same lines.</summary>
internal static class Agreement
{
    // OPA stops at its tenth error, in an order of its own.
    private const int Most = 10;

    /// <summary>Of errors of syntax the first counts; an error to which the oracle gives no place may have any.</summary>
    public static bool Same(IReadOnlyList<(string Code, string File, int Line)> oracle, IReadOnlyList<(string Code, string File, int Line)> engine)
    {
        if (oracle.Count == 0 || engine.Count == 0)
            return oracle.Count == engine.Count;
        if (oracle[0].Code == "rego_parse_error")
            return engine[0].Code == oracle[0].Code && (engine[0].Line == oracle[0].Line || engine.Select(e => (e.Code, e.Line)).ToHashSet().SetEquals(oracle.Select(e => (e.Code, e.Line))));
        if (oracle.Count >= Most || engine.Count >= Most)
            return oracle[0].Code == engine[0].Code;
        var (want, got) = (oracle.Select(e => (e.Code, e.Line)).ToHashSet(), engine.Select(e => (e.Code, e.Line)).ToHashSet());
        return want.All(w => w.Line == 0 ? got.Any(g => g.Code == w.Code) : got.Contains(w)) && got.All(g => want.Contains(g) || want.Contains((g.Code, 0)));
    }
}
