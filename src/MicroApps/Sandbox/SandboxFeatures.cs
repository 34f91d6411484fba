namespace MicroApps;

/// <summary>
/// Turns text into a vector by hashing words, stems, concepts and letter n-grams (the hashing trick of Weinberger et al., ICML 2009),
/// so that inflected and translated everyday words stay near each other. Length 1.
/// </summary>
internal static class SandboxFeatures
{
    private const double WordWeight = 0.6, TermWeight = 1.2, GramWeight = 0.5, FunctionWordWeight = 0.15;

    /// <summary>The vector of <paramref name="text"/>.</summary>
    public static float[] Vector(string text, int dimensions)
    {
        var counts = SandboxWords.Split(text).Select(word => SandboxWords.Fold(word)).CountBy(word => word, StringComparer.Ordinal);
        var sums = new double[dimensions];
        var any = false;
        foreach (var (word, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            any = true;
            AddWord(sums, word, Math.Sqrt(count));
        }
        if (!any)
            Add(sums, "empty", text, 1);
        return Normalised(sums);
    }

    /// <summary>Inner product; of vectors of length 1 their cosine.</summary>
    public static float Dot(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    private static void AddWord(double[] sums, string word, double count)
    {
        if (word.Length == 0)
            return;
        if (SandboxWords.Term(word) is not { } term)
        {
            Add(sums, "word", word, FunctionWordWeight * count);
            return;
        }
        Add(sums, "word", word, WordWeight * count);
        Add(sums, "term", term, TermWeight * count);
        var framed = $"<{word}>";
        var weight = GramWeight * count / Math.Sqrt(framed.Length);
        for (var size = 3; size <= 4; size++)
            for (var i = 0; i + size <= Math.Min(framed.Length, 40); i++)
                Add(sums, "gram", framed.AsSpan(i, size), weight);
    }

    private static void Add(double[] sums, string kind, ReadOnlySpan<char> feature, double weight)
    {
        var hash = SandboxHash.Mix(SandboxHash.Add(SandboxHash.Add(SandboxHash.Start, kind), feature));
        sums[(int)(hash % (ulong)sums.Length)] += hash >> 63 == 0 ? weight : -weight;
    }

    private static float[] Normalised(double[] sums)
    {
        var length = 0.0;
        foreach (var sum in sums)
            length += sum * sum;
        if (length == 0)
            (sums[0], length) = (1, 1);
        var norm = Math.Sqrt(length);
        return Array.ConvertAll(sums, sum => (float)(sum / norm));
    }
}
