namespace MicroApps.Rego;

/// <summary>A zone by its changes in the past, and the rule for the time after the last of them.</summary>
/// <param name="changes">When the clocks changed, in order; at least one.</param>
/// <param name="indexes">To which kind of time, for each change.</param>
/// <param name="kinds">The kinds of time; at least one.</param>
/// <param name="rule">How it goes on; null when it stays as it is.</param>
internal sealed class FileZone(long[] changes, byte[] indexes, FileZone.Kind[] kinds, ZoneRule? rule) : Zone
{
    private readonly Kind _first = FirstKind(indexes, kinds);

    public override ZonePeriod At(long seconds)
    {
        if (seconds < changes[0])
            return new(long.MinValue, changes[0], _first.Offset, _first.Name);
        var found = Array.BinarySearch(changes, seconds);
        var at = found >= 0 ? found : ~found - 1;
        if (at == changes.Length - 1 && rule is not null)
            return rule.At(seconds, changes[at]);
        var kind = kinds[indexes[at]];
        return new(changes[at], at + 1 < changes.Length ? changes[at + 1] : long.MaxValue, kind.Offset, kind.Name);
    }

    /// <summary>The time before the first change: a kind to which no change leads, or else the standard time listed before the one of the first change.</summary>
    private static Kind FirstKind(byte[] indexes, Kind[] kinds)
    {
        if (Array.IndexOf(indexes, (byte)0) < 0)
            return kinds[0];
        if (kinds[indexes[0]].IsDaylight)
            for (var i = indexes[0] - 1; i >= 0; i--)
                if (!kinds[i].IsDaylight)
                    return kinds[i];
        foreach (var kind in kinds)
            if (!kind.IsDaylight)
                return kind;
        return kinds[0];
    }

    /// <summary>A kind of time: seconds east of UTC, and the abbreviation.</summary>
    internal readonly record struct Kind(int Offset, bool IsDaylight, string Name);
}
