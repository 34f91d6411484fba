namespace MicroApps.Detection;

/// <summary>A match before overlaps are settled or, when <see cref="Pending"/>, a place from which a match may yet begin.</summary>
/// <param name="Finding">The match, or where one may begin.</param>
/// <param name="Order">The place of the detector among all.</param>
/// <param name="Pending">Whether more text decides.</param>
/// <param name="GivesWay">Whether it keeps only the room that others leave: what a <see cref="TextRecognizer"/> said, and types that only frame others.</param>
internal readonly record struct Candidate(Finding Finding, int Order, bool Pending = false, bool GivesWay = false) : IComparable<Candidate>
{
    public static Candidate PendingFrom(int start) => new(new Finding(start, 0, null!, 0), 0, Pending: true);

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
