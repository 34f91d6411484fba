namespace MicroApps.Analyzers;

/// <summary>Tells whether text with holes could hold the host of a model once its constants are known: a cheap question before the semantic model is asked.</summary>
internal static class HostShape
{
    private const char Hole = '\0';

    public static bool MayBecomeHost(string text, IReadOnlyList<string> additional)
    {
        for (var hole = text.IndexOf(Hole); hole >= 0;)
        {
            var (start, end) = (hole, hole + 1);
            while (start > 0 && IsOfHost(text[start - 1]))
                start--;
            while (end < text.Length && IsOfHost(text[end]))
                end++;
            // A hole by itself is a constant that is told where it is declared.
            if (end - start > 1 && ModelHosts.MayMatch(text.Substring(start, end - start), additional))
                return true;
            hole = text.IndexOf(Hole, end);
        }

        return false;
    }

    /// <summary>Whether two names that both may have gaps, <c>*</c> or a hole, have a name in common.</summary>
    public static bool Overlap(string one, int i, string other, int j)
    {
        for (; i < one.Length && j < other.Length; i++, j++)
        {
            if (IsGap(one[i]))
                return OverlapAtGap(one, i, other, j);
            if (IsGap(other[j]))
                return OverlapAtGap(other, j, one, i);
            if (char.ToLowerInvariant(one[i]) != char.ToLowerInvariant(other[j]))
                return false;
        }

        return AreGaps(one, i) && AreGaps(other, j);
    }

    private static bool OverlapAtGap(string one, int gap, string other, int j)
    {
        for (; j <= other.Length; j++)
            if (Overlap(one, gap + 1, other, j))
                return true;
        return false;
    }

    private static bool AreGaps(string text, int i)
    {
        while (i < text.Length && IsGap(text[i]))
            i++;
        return i == text.Length;
    }

    private static bool IsGap(char c) => c is Hole or '*';

    private static bool IsOfHost(char c) => c is Hole or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_';
}
