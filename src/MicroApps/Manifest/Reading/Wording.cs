using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>How messages speak: what may be repeated, lists of choices, guesses at what was meant.</summary>
internal static class Wording
{
    private const int Longest = 40;

    /// <summary>The well-known beginnings of keys, then anything long that mixes letters and digits without a word in it.</summary>
    private static readonly Regex Key = new(
        @"^(sk-|sk_|pk_|rk_|AKIA|ASIA|AIza|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|npm_|ya29\.|eyJ[A-Za-z0-9_-]+\.|Bearer |-----BEGIN )\S{8,}",
        RegexOptions.CultureInvariant);

    private static readonly Regex Noise = new("[A-Za-z0-9+=]{32,}", RegexOptions.CultureInvariant);

    public static bool LooksLikeKey(string text) => Key.IsMatch(text);

    /// <summary>Also true for long runs of mixed letters and digits: a secret's name has separators, a key has none.</summary>
    public static bool MayBeKey(string text) =>
        LooksLikeKey(text) || (Noise.IsMatch(text) && text.Any(char.IsDigit) && text.Any(char.IsLetter));

    /// <summary>Whether the text may stand in a message: nothing that may be a key or an address, nothing that plays tricks on a terminal.</summary>
    public static bool IsPrintable(string text) => !MayBeKey(text) && !text.Any(IsUnfit);

    /// <summary>The text in quotes and shortened, or a stand-in when it may not be repeated.</summary>
    public static string Quote(string text, string standIn = "the value") =>
        !IsPrintable(text) ? standIn : text.Length > Longest ? $"'{text.Substring(0, Longest)}…'" : $"'{text}'";

    public static string OneOf(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[names.Count - 1]}";

    /// <summary>" (did you mean 'x'?)" when a name lies close to what was written, else nothing.</summary>
    public static string Guess(string written, IEnumerable<string> names) =>
        Closest(written, names) is { } name ? $" (did you mean '{name}'?)" : "";

    /// <summary>The name that lies closest to what was written, when it is close enough to be meant.</summary>
    public static string? Closest(string written, IEnumerable<string> names)
    {
        if (written.Length is 0 or > Longest) return null;
        var plain = Plain(written);
        var (name, distance) = names.Select(n => (Name: n, Distance: Distance(plain, Plain(n)))).OrderBy(n => n.Distance).FirstOrDefault();
        return name is not null && distance <= Math.Max(1, name.Length / 3) ? name : null;
    }

    private static bool IsUnfit(char c) =>
        c == '@' || char.IsControl(c) || char.IsSurrogate(c) || c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Plain(string text) => text.Replace("-", "").Replace("_", "").ToLowerInvariant();

    /// <summary>The optimal string alignment distance (Damerau 1964 with adjacent swaps).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
