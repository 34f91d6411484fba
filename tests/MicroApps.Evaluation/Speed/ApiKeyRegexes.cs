using System.Text;
using System.Text.RegularExpressions;
using MicroApps.Detection;

namespace MicroApps.Evaluation;

/// <summary>The rows of the table of key formats as regular expressions.</summary>
internal static class ApiKeyRegexes
{
    private static readonly Dictionary<char, string> s_alphabets = new()
    {
        ['d'] = "[0-9]",
        ['h'] = "[0-9A-Fa-f]",
        ['l'] = "[a-z0-9]",
        ['U'] = "[A-Z0-9]",
        ['a'] = "[A-Za-z0-9]",
        ['w'] = @"\w",
        ['u'] = "[A-Za-z0-9_-]",
        ['b'] = "[A-Za-z0-9+/]",
        ['s'] = "[A-Za-z0-9/]",
        ['c'] = "[A-Za-z0-9./]",
        ['q'] = "[A-Za-z0-9_.~%+/=-]",
        ['p'] = "[A-Za-z0-9_.=~-]",
    };

    public static IReadOnlyList<string> All { get; } = [.. ApiKeyFormats.All.Select(f => Convert(f.Pattern))];

    private static string Convert(string pattern)
    {
        var regex = new StringBuilder(@"\b");
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (close < 0)
            {
                regex.Append(Regex.Escape(pattern[i].ToString()));
                continue;
            }

            regex.Append(s_alphabets[pattern[i + 1]]).Append('{').Append(pattern[(i + 2)..close].Replace('-', ',')).Append('}');
            i = close;
        }

        return regex.ToString();
    }
}
