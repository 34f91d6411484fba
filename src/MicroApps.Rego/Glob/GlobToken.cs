namespace MicroApps.Rego;

/// <summary>One symbol of a glob-like expression of <c>regex.globs_match</c>: which characters, and whether it repeats.</summary>
/// <param name="Set">The characters; null for a dot, which goes with every other symbol.</param>
/// <param name="IsBracketed">Whether the set is written in brackets.</param>
/// <param name="Flag"><c>*</c>, <c>+</c>, or NUL when it does not repeat.</param>
internal sealed record GlobToken(RuneSet? Set, bool IsBracketed, char Flag)
{
    /// <summary>Adds a symbol to others; two of the same that repeat become one.</summary>
    public static void Append(List<GlobToken> tokens, GlobToken token)
    {
        if (tokens.Count > 0 && tokens[tokens.Count - 1] is { Flag: not '\0' } last && token.Flag != '\0' && last with { Flag = token.Flag } == token)
            tokens[tokens.Count - 1] = last.Flag == '+' ? last : token;
        else
            tokens.Add(token);
    }

    /// <summary>Whether a character may stand for both.</summary>
    public bool Meets(GlobToken other)
    {
        if (Set is null || other.Set is null)
            return true;
        var (a, b) = (Set.Ranges, other.Set.Ranges);
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            if (a[i] <= b[j + 1] && b[j] <= a[i + 1])
                return true;
            if (a[i + 1] < b[j + 1])
                i += 2;
            else
                j += 2;
        }

        return false;
    }
}
