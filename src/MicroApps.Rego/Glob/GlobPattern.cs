using System.Text;

namespace MicroApps.Rego;

/// <summary>Globs as OPA has them. They are matched as regular expressions are, in time linear in the text.</summary>
internal static class GlobPattern
{
    private const string Special = "*?\\[]{}";

    /// <summary>Compiles a glob; null when it is wrong, and then how.</summary>
    /// <param name="pattern">The glob.</param>
    /// <param name="delimiters">The characters that <c>*</c> and <c>?</c> do not match.</param>
    /// <param name="error">What is wrong.</param>
    public static RegexProgram? Compile(string pattern, string delimiters, out string? error)
    {
        var ends = new List<int>();
        for (var at = 0; at < delimiters.Length; ends.Add(ends[ends.Count - 1]))
            ends.Add(Runes.Read(delimiters, ref at));
        var undelimited = RuneSet.Of(ends).Negate();
        return new GlobParser(pattern, undelimited).Parse(out error) is { } root ? new(root, [""]) : null;
    }

    /// <summary>The glob that matches a text and nothing else.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            Budget.Pass(i);
            var c = text[i];
            (Special.Contains(c) ? quoted.Append('\\') : quoted).Append(c);
        }

        return quoted.ToString();
    }
}
