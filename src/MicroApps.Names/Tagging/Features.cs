namespace MicroApps.Names;

/// <summary>What the model sees of a token: places in the table of weights.</summary>
internal static class Features
{
    public const int Count = 36;

    private static readonly Token s_edge = new() { Word = 1, Suffix = 1, Prefix = 1 };

    /// <summary>Fills in the feature hashes of one token.</summary>
    public static void Of(ReadOnlySpan<Token> tokens, int i, Span<uint> features)
    {
        ref readonly var t = ref tokens[i];
        ref readonly var p = ref At(tokens, i - 1);
        ref readonly var pp = ref At(tokens, i - 2);
        ref readonly var n = ref At(tokens, i + 1);
        ref readonly var nn = ref At(tokens, i + 2);
        var (shape, before, after) = ((uint)t.Shape, (uint)p.Shape, (uint)n.Shape);
        var (lexemes, lexemesBefore, lexemesAfter) = ((uint)t.Lexemes, (uint)p.Lexemes, (uint)n.Lexemes);
        var (first, line) = (IsFirst(tokens, i) ? 1u : 0, t.Line & 7);
        var f = 0;
        features[f++] = Hash.Mix(1, t.Word);
        features[f++] = Hash.Mix(2, t.Word, shape);
        features[f++] = Hash.Mix(3, t.Suffix, shape);
        features[f++] = Hash.Mix(4, t.Prefix, shape);
        features[f++] = Hash.Mix(5, shape, (before * 32) + after);
        features[f++] = Hash.Mix(6, shape + (32 * first), line);
        features[f++] = Hash.Mix(7, lexemes, shape + (32 * first));
        features[f++] = Hash.Mix(8, lexemes, lexemesBefore);
        features[f++] = Hash.Mix(9, lexemes, lexemesAfter);
        features[f++] = Hash.Mix(10, p.Word);
        features[f++] = Hash.Mix(11, n.Word);
        features[f++] = Hash.Mix(12, pp.Word);
        features[f++] = Hash.Mix(13, nn.Word);
        features[f++] = Hash.Mix(14, p.Word, t.Word);
        features[f++] = Hash.Mix(15, t.Word, n.Word);
        features[f++] = Hash.Mix(16, p.Word, shape);
        features[f++] = Hash.Mix(17, n.Word, shape);
        features[f++] = Hash.Mix(18, p.Word, lexemes);
        features[f++] = Hash.Mix(19, n.Word, lexemes);
        features[f++] = Hash.Mix(20, Hash.Mix(0, pp.Word, p.Word), shape);
        features[f++] = Hash.Mix(21, Hash.Mix(0, p.Word, n.Word), shape);
        features[f++] = Hash.Mix(22, Hash.Mix(0, n.Word, nn.Word), shape);
        features[f++] = Hash.Mix(23, lexemesBefore, (before * 32) + shape);
        features[f++] = Hash.Mix(24, lexemesAfter, (after * 32) + shape);
        features[f++] = Hash.Mix(25, (before * 32) + shape, (after * 32) + (uint)nn.Shape);
        features[f++] = Hash.Mix(26, ((uint)pp.Shape * 32) + before, shape + (32 * (line + (8 * (t.Line >> 9)))));
        features[f++] = Hash.Mix(27, lexemes, Hash.Mix(0, lexemesBefore, lexemesAfter));
        features[f++] = Hash.Mix(28, pp.Word, (before * 32) + shape);
        features[f++] = Hash.Mix(29, nn.Word, (after * 32) + shape);
        features[f++] = Hash.Mix(30, t.Line, shape + (32 * first));
        features[f++] = Hash.Mix(31, t.Before, shape);
        features[f++] = Hash.Mix(32, t.After, shape);
        features[f++] = Hash.Mix(34, t.Head, shape);
        features[f++] = Hash.Mix(35, t.LongSuffix, shape);
        features[f++] = Hash.Mix(36, t.Before, lexemes);
        features[f++] = Hash.Mix(37, Hash.Mix(0, (uint)pp.Lexemes, lexemesBefore), lexemes);
    }

    private static bool IsFirst(ReadOnlySpan<Token> tokens, int i) => i == 0 || tokens[i - 1].Shape is Shape.Stop or Shape.Colon or Shape.Quote or Shape.Break;

    private static ref readonly Token At(ReadOnlySpan<Token> tokens, int i)
    {
        if ((uint)i < (uint)tokens.Length)
            return ref tokens[i];
        return ref s_edge;
    }
}
