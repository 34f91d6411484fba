namespace MicroApps.Detection;

/// <summary>Candidates of one pass over a text, and the settling of their overlaps.</summary>
internal sealed class CandidateList
{
    private readonly List<Candidate> _items = [];
    private readonly List<Finding> _formed = [];
    private bool _hasGivingWay;

    public int Count => _items.Count;

    public void Add(in Candidate candidate)
    {
        _items.Add(candidate);
        _hasGivingWay |= candidate.GivesWay;
    }

    public void Clear()
    {
        _items.Clear();
        _hasGivingWay = false;
    }

    /// <summary>
    /// Takes candidates from left to right, each that does not begin inside the one before, up to the first place that is undecided. What
    /// gives way keeps the room that is left.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Position before which everything is settled.</param>
    /// <param name="shift">Subtracted from the positions of the findings.</param>
    /// <param name="findings">Receives the findings; made when there is one.</param>
    /// <returns>The position before which everything is settled now.</returns>
    public int Settle(ReadOnlySpan<char> text, int from, int shift, ref List<Finding>? findings)
    {
        if (_items.Count > 1)
            _items.Sort();
        _formed.Clear();
        var (position, until) = (from, text.Length);
        foreach (var (finding, _, pending, givesWay) in _items)
        {
            if (givesWay || (finding.Start < position && !pending))
                continue;
            if (pending)
            {
                until = Math.Max(position, finding.Start);
                break;
            }

            _formed.Add(finding);
            position = finding.End;
        }

        if (_hasGivingWay)
            until = SettleGivingWay(text, from, until);
        foreach (var finding in _formed)
            if (finding.Start < until)
                (findings ??= []).Add(finding with { Start = finding.Start - shift });
        return until;
    }

    private int SettleGivingWay(ReadOnlySpan<char> text, int from, int until)
    {
        var formed = _formed.Count;
        var (next, position) = (0, from);
        foreach (var (finding, _, pending, givesWay) in _items)
        {
            if (pending || !givesWay || finding.End <= position)
                continue;
            if (finding.End > until)
            {
                until = Math.Max(position, Math.Min(until, finding.Start));
                while (next < formed && _formed[next].Start < until)
                    until = Math.Max(until, _formed[next++].End);
                break;
            }

            var start = Math.Max(finding.Start, position);
            while (next < formed && _formed[next].End <= start)
                next++;
            for (var i = next; i < formed && _formed[i].Start < finding.End; i++)
            {
                AddPart(text, finding, start, _formed[i].Start);
                start = Math.Max(start, _formed[i].End);
            }

            AddPart(text, finding, start, finding.End);
            position = finding.End;
        }

        if (_formed.Count > formed)
            _formed.Sort((a, b) => a.Start.CompareTo(b.Start));
        return until;
    }

    // What a card number leaves of "Visa 4111 …" is "Visa"; signs alone are nobody's name.
    private void AddPart(ReadOnlySpan<char> text, in Finding finding, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && (start > finding.Start || end < finding.End))
            end--;
        if (start < end && (end - start == finding.Length || HasLetter(text[start..end])))
            _formed.Add(finding with { Start = start, Length = end - start });
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetter(c))
                return true;
        return false;
    }
}
