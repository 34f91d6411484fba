using System.Collections.Frozen;

namespace MicroApps;

/// <summary>Reads the word tables (lines of <c>key: word word …</c>) into look-ups.</summary>
internal static class SandboxLexicon
{
    /// <summary>Language → its function words, in the order in which ties are decided.</summary>
    public static IReadOnlyList<KeyValuePair<string, FrozenSet<string>>> Languages { get; } =
        [.. Rows(SandboxStopWords.Table).Select(row => KeyValuePair.Create(row.Key, row.Words.ToFrozenSet()))];

    /// <summary>Function words of every language together.</summary>
    public static FrozenSet<string> StopWords { get; } = Languages.SelectMany(language => language.Value).ToFrozenSet();

    /// <summary>Stem → concept: one name for a thing in all languages.</summary>
    public static FrozenDictionary<string, string> Concepts { get; } = ByStem(SandboxConcepts.Table);

    /// <summary>Stem → <c>positive</c>, <c>negative</c> or <c>negation</c>.</summary>
    public static FrozenDictionary<string, string> Sentiment { get; } = ByStem(SandboxSentimentWords.Table);

    /// <summary>Folded month name → 1 to 12.</summary>
    public static FrozenDictionary<string, int> Months { get; } = Numbered(SandboxSmallTables.Months);

    /// <summary>Folded number word → its value.</summary>
    public static FrozenDictionary<string, int> Numbers { get; } = Numbered(SandboxSmallTables.Numbers);

    /// <summary>Folded first names that are common in the supported languages.</summary>
    public static FrozenSet<string> FirstNames { get; } = Words(SandboxSmallTables.FirstNames).ToFrozenSet();

    /// <summary>The rows of a table, in order.</summary>
    public static IEnumerable<(string Key, string[] Words)> Rows(string table)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            yield return (line[..colon].Trim(), Words(line[(colon + 1)..]));
        }
    }

    /// <summary>The blank-separated words of a line.</summary>
    public static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static FrozenDictionary<string, string> ByStem(string table)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, words) in Rows(table))
            foreach (var word in words)
                map.TryAdd(SandboxWords.Stem(word), key);
        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> Numbered(string table)
    {
        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, words) in Rows(table))
            foreach (var word in words)
                map.TryAdd(word, int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));
        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
