namespace MicroApps.Detection;

/// <summary>Candidates of one pass over a text, and the settling of their overlaps.</summary>
internal sealed class CandidateList
{
    private readonly List<Candidate> _items = [];

    public int Count => _items.Count;

    public void Add(in Candidate candidate) => _items.Add(candidate);

    public void Clear() => _items.Clear();

    /// <summary>
    /// Takes candidates from left to right, each that does not begin inside the one before, up to the first place that is undecided.
    /// </summary>
    /// <param name="from">Position before which everything is settled.</param>
    /// <param name="end">Position after the text.</param>
    /// <param name="shift">Subtracted from the positions of the findings.</param>
    /// <param name="findings">Receives the findings; made when there is one.</param>
    /// <returns>The position before which everything is settled now.</returns>
    public int Settle(int from, int end, int shift, ref List<Finding>? findings)
    {
        if (_items.Count > 1)
            _items.Sort();
        foreach (var (finding, _, pending) in _items)
        {
            if (pending)
                return Math.Max(from, finding.Start);
            if (finding.Start < from)
                continue;
            (findings ??= []).Add(finding with { Start = finding.Start - shift });
            from = finding.End;
        }

        return end;
    }
}
