namespace MicroApps.Detection;

/// <summary>A match before overlaps are settled or, when <see cref="Pending"/>, a place from which a match may yet begin.</summary>
internal readonly record struct Candidate(Finding Finding, int Order, bool Pending) : IComparable<Candidate>
{
    public static Candidate PendingFrom(int start) => new(new Finding(start, 0, null!, 0), 0, true);

    public int CompareTo(Candidate other)
    {
        var byStart = Finding.Start.CompareTo(other.Finding.Start);
        if (byStart != 0)
            return byStart;
        if (Pending != other.Pending)
            return Pending ? -1 : 1;
        var byLength = other.Finding.Length.CompareTo(Finding.Length);
        if (byLength != 0)
            return byLength;
        var byScore = other.Finding.Score.CompareTo(Finding.Score);
        return byScore != 0 ? byScore : Order.CompareTo(other.Order);
    }
}
