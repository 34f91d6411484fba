namespace MicroApps.Detection;

/// <summary>What a pass over a text needs beside the text: whether more follows, and which findings count.</summary>
internal readonly record struct Pass(bool Complete, double MinScore, StringSet? Allowed)
{
    public void Verify(Detector detector, int order, ReadOnlySpan<char> text, int anchor, ref CandidateList? found)
    {
        var floor = Math.Max(0, anchor - TextWindow.LookBehind);
        var reach = anchor + detector.Lead + detector.MaxLength + TextWindow.LookAhead;
        var open = !Complete && reach > text.Length;
        var window = new TextWindow(text, floor, Math.Min(reach, text.Length), open, anchor);
        var finding = detector.Verify(ref window, anchor);
        if (window.TouchedEnd)
            (found ??= new()).Add(Candidate.PendingFrom(Math.Min(window.Start, text.Length)));
        else if (finding is { } match && Counts(text, Checked(match, detector, anchor)))
            (found ??= new()).Add(new Candidate(match, order, GivesWay: detector.GivesWay));
    }

    /// <summary>Whether a match is sure enough and not allowed.</summary>
    public bool Counts(ReadOnlySpan<char> text, in Finding match) =>
        match.Score >= MinScore && !(Allowed is { } allowed && allowed.Contains(text.Slice(match.Start, match.Length)));

    private static Finding Checked(in Finding match, Detector detector, int anchor) =>
        match.Length > 0 && match.Length <= detector.MaxLength
        && match.Start >= anchor - detector.LookBack && match.Start <= anchor + detector.Lead
            ? match
            : throw new InvalidOperationException(
                $"{detector.GetType().Name} returned a match outside what it declared: check its maxLength, lead and lookBack.");
}
