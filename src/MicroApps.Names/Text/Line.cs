namespace MicroApps.Names;

/// <summary>What a token learns from the form of its line and of the lines beside it.</summary>
internal static class Line
{
    private const int FewTokens = 6;
    private static readonly uint s_and = Hash.Of("and");

    /// <summary>Gives every token the form of its line.</summary>
    public static void Mark(Span<Token> tokens)
    {
        var before = Shape.None;
        for (var start = 0; start < tokens.Length;)
        {
            var end = start;
            while (end < tokens.Length && tokens[end].Shape != Shape.Break)
                end++;
            var after = end + 1 < tokens.Length ? tokens[end + 1].Shape : Shape.None;
            var form = FormOf(tokens[start..end]) + (8 * Kind(before)) + (64 * Kind(after));
            end = Math.Min(end + 1, tokens.Length);
            for (var i = start; i < end; i++)
                (tokens[i].Line, tokens[i].Head) = (form, tokens[start].Word);
            (before, start) = (tokens[start].Shape, end);
        }

        MarkNeighbours(tokens);
    }

    // In "saw Ann, Bob Hill and Eve yesterday" all three have "saw" before and "yesterday" after them.
    private static void MarkNeighbours(Span<Token> tokens)
    {
        var seen = 0u;
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i].Before = seen;
            seen = Anchors(tokens[i]) ? tokens[i].Word : seen;
        }

        seen = 0;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            tokens[i].After = seen;
            seen = Anchors(tokens[i]) ? tokens[i].Word : seen;
        }
    }

    private static bool Anchors(in Token token) => token.Shape is Shape.Colon or Shape.Stop || (token.Shape == Shape.Lower && token.Word != s_and);

    /// <summary>1 all in lower case, 2 all in upper case, 0 otherwise; +4 for a short one.</summary>
    private static uint FormOf(ReadOnlySpan<Token> tokens)
    {
        var (lower, upper) = (0, 0);
        foreach (ref readonly var token in tokens)
        {
            lower += token.Shape == Shape.Lower ? 1 : 0;
            upper += token.Shape is Shape.Upper ? 1 : token.Shape is Shape.Capitalised or Shape.Mixed ? -1000 : 0;
            lower += token.Shape is Shape.Capitalised or Shape.Mixed or Shape.Upper ? -1000 : 0;
        }

        return (lower > 0 ? 1u : upper > 1 ? 2u : 0u) + (tokens.Length <= FewTokens ? 4u : 0u);
    }

    private static uint Kind(Shape shape) => shape switch
    {
        Shape.None => 0,
        Shape.Lower => 1,
        Shape.Number or Shape.NumberAndLetters => 2,
        Shape.Capitalised or Shape.Upper or Shape.Initial or Shape.Mixed or Shape.OtherScript => 3,
        _ => 4,
    };
}
