namespace MicroApps.Rego;

/// <summary>The places that a thread has noted for groups, the last first. Threads share what they have in common.</summary>
internal sealed class RegexTrail(int slot, int place, RegexTrail? before)
{
    private readonly int _length = before is null ? 1 : before._length + 1;

    /// <summary>Fills in the places of a match, of which the last noted count.</summary>
    public static void Fill(RegexTrail? trail, int[] match)
    {
        for (; trail is not null; trail = trail.Before)
            if (match[trail.Slot] < 0)
                match[trail.Slot] = trail.Place;
    }

    private int Slot => slot;

    private int Place => place;

    private RegexTrail? Before => before;

    /// <summary>The same without what has been overwritten, when that has become much: loops would make it as long as the text.</summary>
    public RegexTrail Short(int slots)
    {
        if (_length <= 64 + (4 * slots))
            return this;
        var last = new int[slots];
        for (var i = 0; i < slots; i++)
            last[i] = -1;
        Fill(this, last);
        RegexTrail? trail = null;
        for (var i = 0; i < slots; i++)
            if (last[i] >= 0)
                trail = new(i, last[i], trail);
        return trail!;
    }
}
