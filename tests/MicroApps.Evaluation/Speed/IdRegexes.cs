using System.Text;
using System.Text.RegularExpressions;
using MicroApps.Detection;

namespace MicroApps.Evaluation;

/// <summary>The rows of the tables of identifiers as regular expressions, each shape once.</summary>
internal static class IdRegexes
{
    public static IReadOnlyList<string> All { get; } = [.. IdFormats.All.Select(f => f.Shape).Distinct(StringComparer.Ordinal).Select(Convert)];

    private static string Convert(string shape)
    {
        var regex = new StringBuilder(@"\b");
        foreach (var c in shape)
        {
            regex.Append(regex.Length > 2 ? "[ ./-]?" : "").Append(c switch
            {
                '9' => "[0-9]",
                'A' => "[A-Z]",
                'X' => "[A-Z0-9]",
                _ => Regex.Escape(c.ToString()),
            });
        }

        return regex.Append(@"\b").ToString();
    }
}
