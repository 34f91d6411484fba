using System.Text;

namespace MicroApps.Rego;

/// <summary>Patterns made of text.</summary>
internal static class RegexQuoting
{
    private const string Special = "\\.+*?()|[]{}^$";

    /// <summary>Appends a pattern that matches a text and nothing else.</summary>
    public static StringBuilder AppendQuoted(this StringBuilder pattern, string text)
    {
        foreach (var c in text)
            (Special.Contains(c) ? pattern.Append('\\') : pattern).Append(c);
        return pattern;
    }

    /// <summary>A text in quotes, as Go prints it in messages.</summary>
    public static string InQuotes(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                < ' ' or '\x7F' => $"\\x{(int)c:x2}",
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
