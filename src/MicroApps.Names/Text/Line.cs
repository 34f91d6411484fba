namespace MicroApps.Names;

/// <summary>What a token learns from the form of its line and of the lines beside it.</summary>
internal static class Line
{
    private const int FewTokens = 6;
    private static readonly uint s_and = Hash.Of("and");

    /// <summary>Where an address that runs over lines began: nowhere yet, inside a sentence or behind a label, or at the head of a line.</summary>
    private enum Layout : uint
    {
        Unknown,
        Sentence,
        Block,
    }

    /// <summary>Gives every token the form of its line and its neighbours.</summary>
    public static void Mark(Span<Token> tokens)
    {
        var (before, layout) = (Shape.None, Layout.Unknown);
        for (var start = 0; start < tokens.Length;)
        {
            var end = EndOf(tokens, start);
            var after = end + 1 < tokens.Length ? tokens[FirstWord(tokens, end + 1, EndOf(tokens, end + 1))].Shape : Shape.None;
            var first = FirstWord(tokens, start, end);
            layout = LayoutOf(tokens[first..end], layout);
            var form = FormOf(tokens[start..end]) + (8 * Kind(before)) + (64 * Kind(after)) + (512 * (uint)layout);
            end = Math.Min(end + 1, tokens.Length);
            for (var i = start; i < end; i++)
                (tokens[i].Line, tokens[i].Head) = (form, tokens[first].Word);
            (before, start) = (tokens[first].Shape, end);
        }

        MarkNeighbours(tokens);
    }

    private static int EndOf(ReadOnlySpan<Token> tokens, int start)
    {
        while (start < tokens.Length && tokens[start].Shape != Shape.Break)
            start++;
        return start;
    }

    // Marks of quotation and of lists stand before it.
    private static int FirstWord(ReadOnlySpan<Token> tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (tokens[i].Shape < Shape.Stop)
                return i;
        return Math.Min(start, tokens.Length - 1);
    }

    private static Layout LayoutOf(ReadOnlySpan<Token> tokens, Layout before)
    {
        if (tokens.Length > 1 && tokens[0].Shape is Shape.Number or Shape.NumberAndLetters)
            return Layout.Block;
        var words = 0;
        foreach (ref readonly var token in tokens)
        {
            if (token.Shape == Shape.Colon || (words += token.Shape == Shape.Lower ? 1 : 0) > 1)
                return Layout.Sentence;
            if (token.Shape == Shape.Number)
                return before == Layout.Unknown ? Layout.Block : before;
        }

        return before;
    }

    /// <summary>1 all in lower case, 2 all in upper case, 0 otherwise; +4 for a short one.</summary>
    private static uint FormOf(ReadOnlySpan<Token> tokens)
    {
        var (lower, upper, mixed) = (0, 0, false);
        foreach (ref readonly var token in tokens)
        {
            lower += token.Shape == Shape.Lower ? 1 : 0;
            upper += token.Shape == Shape.Upper ? 1 : 0;
            mixed |= token.Shape is Shape.Capitalised or Shape.Mixed;
        }

        var form = mixed || (lower > 0 && upper > 0) ? 0u : lower > 0 ? 1u : upper > 1 ? 2u : 0u;
        return form + (tokens.Length <= FewTokens ? 4u : 0u);
    }

    private static uint Kind(Shape shape) => shape switch
    {
        Shape.None => 0,
        Shape.Lower => 1,
        Shape.Number or Shape.NumberAndLetters => 2,
        Shape.Capitalised or Shape.Upper or Shape.Initial or Shape.Mixed or Shape.OtherScript => 3,
        _ => 4,
    };

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
}
